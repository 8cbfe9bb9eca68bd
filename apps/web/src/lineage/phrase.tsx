const HAN = /\p{Script=Han}/u;

/** A text that may be in a source's language: the words for a number, which are not always a quotation. */
export function Wording({ children }: { children: string }) {
  return <span lang={languageOf(children)}>{children}</span>;
}

/** A source's own wording, quoted, and read out in its own language. */
export function Phrase({ children }: { children: string }) {
  return <q lang={languageOf(children)}>{children}</q>;
}

function languageOf(text: string): string | undefined {
  return HAN.test(text) ? 'zh' : undefined;
}
