import { firstKnown, type LanguageCode, languageOf } from './languages';

const KEPT = 'cadre.language';

/** The language of the address (`lang`), else the one chosen here before, else the first of the reader's own that there is. */
export function chosenLanguage(search: string): LanguageCode {
  return (
    languageOf(new URLSearchParams(search).get('lang'))?.code ??
    firstKnown([localStorage.getItem(KEPT), ...navigator.languages])
  );
}

/** Remembers a choice for the next visit. */
export function keepLanguage(language: LanguageCode): void {
  localStorage.setItem(KEPT, language);
}
