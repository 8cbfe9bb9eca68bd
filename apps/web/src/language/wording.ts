import type { FormatterModule, InitOptions } from 'i18next';
import { formatsOf } from './formats';

/** Numbers in a sentence, plural counts too, are written as the language writes them. */
export const numbersWorded: FormatterModule = {
  type: 'formatter',
  init: () => undefined,
  add: () => undefined,
  addCached: () => undefined,
  format: (value: unknown, _format, language) =>
    typeof value === 'number' ? formatsOf(language ?? 'en').number(value) : (value as string),
};

/** How words are looked up; the same for the page and for tests of single parts. */
export const WORDING: InitOptions = {
  fallbackLng: false,
  ns: [],
  defaultNS: 'shell',
  returnNull: false,
  interpolation: {
    escapeValue: false, // React escapes what it shows
    alwaysFormat: true,
    nestingPrefix: '\uE000', // a recorded name that holds "$t(" is no instruction
    nestingSuffix: '\uE001',
  },
};
