const SCRIPTS: readonly (readonly [RegExp, string])[] = [
  [/\p{Script=Han}/u, 'zh'],
  [/\p{Script=Arabic}/u, 'ar'],
  [/\p{Script=Cyrillic}/u, 'ru'],
];

/** A name or text as it was recorded, whatever the page's language: kept in its own direction, read out in its own language. */
export function Recorded({ children }: { children: string }) {
  return <bdi lang={languageOf(children)}>{children}</bdi>;
}

/** A source's own wording, quoted, and read out in its own language. */
export function Phrase({ children }: { children: string }) {
  return (
    <q lang={languageOf(children)} dir="auto">
      {children}
    </q>
  );
}

/** The language a script gives away; Latin letters do not. */
function languageOf(text: string): string | undefined {
  return SCRIPTS.find(([script]) => script.test(text))?.[1];
}
