import { windowOfEdtf } from './edtf.js';
import { readChinese } from './phrase-chinese.js';
import { readEnglish } from './phrase-english.js';
import { readingsOf } from './numeric-date.js';
import { daySpan, type PhraseSettings, type Span } from './span.js';

/** What the words around a phrase say: the year of a phrase that names none. */
export interface PhraseHint {
  readonly year?: number;
}

/**
 * The days a source's wording can mean under the settings, in English, Chinese (also in its own numerals) or EDTF; budget
 * years and biennia too. Null for what it cannot read and for what
 * reads two ways (03/04/2008): a person gives the ends then. "Before" and "after" leave the named day in: nothing is
 * narrowed by a word that people use loosely.
 */
export function windowOfPhrase(phrase: string, settings: PhraseSettings, hint: PhraseHint = {}): Span | null {
  const text = foldPhrase(phrase);
  const year = hint.year ?? null;
  return (
    windowOfEdtf(text) ??
    onlyReading(text) ??
    (/[\u3400-\u9fff]/.test(text)
      ? readChinese(text.replaceAll(' ', ''), settings, year)
      : readEnglish(text, settings, year))
  );
}

/** Folds what only looks different: full-width forms, dashes, runs of white space, case. For reading; the source's wording is kept. */
function foldPhrase(phrase: string): string {
  return phrase
    .normalize('NFKC')
    .toLowerCase()
    .replace(/[\u2010-\u2015\u2212]/g, '-')
    .replace(/\s+/g, ' ')
    .replace(/[.。]$/, '')
    .trim();
}

function onlyReading(text: string): Span | null {
  const readings = readingsOf(text);
  if (readings.length !== 1) return null;
  const [year, month, day] = readings[0]!.split('-').map(Number);
  return daySpan(year!, month!, day!);
}
