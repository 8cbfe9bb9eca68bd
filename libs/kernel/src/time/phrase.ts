import { windowOfEdtf } from './edtf.js';
import { readChinese } from './phrase-chinese.js';
import { readInWords } from './phrase-reader.js';
import { type PhraseWords } from './phrase-words.js';
import { LATIN } from './phrase-words-latin.js';
import { ARABIC, RUSSIAN } from './phrase-words-others.js';
import { plainDigits, readingsOf } from './numeric-date.js';
import { daySpan, type PhraseSettings, type Span } from './span.js';

/** What the words around a phrase say: the year of a phrase that names none. */
export interface PhraseHint {
  readonly year?: number;
}

/**
 * The days a source's wording can mean under the settings, in the six languages of the United Nations (Arabic and
 * Chinese also in their own numerals) or EDTF; budget years and biennia too. Null for what it cannot read and for what
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
      : readAlike(text, languagesOf(text), settings, year))
  );
}

/** The languages a text can be in, by its letters. */
function languagesOf(text: string): readonly PhraseWords[] {
  if (/\p{Script=Arabic}/u.test(text)) return [ARABIC];
  return /\p{Script=Cyrillic}/u.test(text) ? [RUSSIAN] : LATIN;
}

/** What every language that can read the text reads in it; null when two of them read other days. */
function readAlike(
  text: string,
  languages: readonly PhraseWords[],
  settings: PhraseSettings,
  year: number | null,
): Span | null {
  const spans = languages.map((language) => readInWords(text, language, settings, year)).filter((it) => it !== null);
  const [first] = spans;
  const isAlike = spans.every((it) => it.earliest === first!.earliest && it.latest === first!.latest);
  return first && isAlike ? first : null;
}

/** Folds what only looks different: full-width forms, Arabic digits, dashes, white space, case. For reading; the source's wording is kept. */
function foldPhrase(phrase: string): string {
  return plainDigits(phrase)
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
