const HAN = /\p{Script=Han}/u;

/** A source's own wording, quoted, and read out in its own language. */
export function Phrase({ children }: { children: string }) {
  return <q lang={HAN.test(children) ? 'zh' : undefined}>{children}</q>;
}
