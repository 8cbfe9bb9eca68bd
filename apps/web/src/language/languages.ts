/** The six official languages of the United Nations, in the order of their codes. */
export const LANGUAGES = [
  { code: 'ar', name: 'العربية', dir: 'rtl', locale: 'ar-EG' },
  { code: 'en', name: 'English', dir: 'ltr', locale: 'en-GB' },
  { code: 'es', name: 'Español', dir: 'ltr', locale: 'es-ES' },
  { code: 'fr', name: 'Français', dir: 'ltr', locale: 'fr-FR' },
  { code: 'ru', name: 'Русский', dir: 'ltr', locale: 'ru-RU' },
  { code: 'zh', name: '中文', dir: 'ltr', locale: 'zh-CN' },
] as const;

export type LanguageCode = (typeof LANGUAGES)[number]['code'];

/** A language by its code; null for any other. */
export function languageOf(code: string | null | undefined): (typeof LANGUAGES)[number] | null {
  return LANGUAGES.find((it) => it.code === code) ?? null;
}

/** The first of the reader's own languages that there is; English where there is none. */
export function firstKnown(wanted: readonly (string | null | undefined)[]): LanguageCode {
  for (const tag of wanted) {
    const known = languageOf(tag?.toLowerCase().split('-')[0]);
    if (known) return known.code;
  }
  return 'en';
}
