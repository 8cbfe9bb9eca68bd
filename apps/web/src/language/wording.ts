import type { FormatterModule, InitOptions } from 'i18next';
import { formatsOf } from './formats';

/** Letters that run the other way than a language does. */
const AGAINST = {
  ltr: /[\p{Script=Arabic}\p{Script=Hebrew}]/u,
  rtl: /[\p{Script=Latin}\p{Script=Cyrillic}\p{Script=Han}]/u,
};
const [ISOLATE, END] = ['\u2068', '\u2069'];

/**
 * What fills the holes of a sentence: numbers, plural counts too, as the language writes them; and recorded text that
 * runs the other way set apart, so that it does not scramble what stands around it.
 */
export const holesFilled: FormatterModule = {
  type: 'formatter',
  init: () => undefined,
  add: () => undefined,
  addCached: () => undefined,
  format(value: unknown, _format, language) {
    const { number, dir } = formatsOf(language ?? 'en');
    if (typeof value === 'number') return number(value);
    return typeof value === 'string' && AGAINST[dir].test(value) ? `${ISOLATE}${value}${END}` : (value as string);
  },
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
