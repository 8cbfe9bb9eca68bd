import type { TFunction } from 'i18next';
import type { WindowAnswer } from '../api/client';
import { phraseBeside, type WindowWords } from '../dates/window-words';
import type { Formats } from '../language/formats';
import type { CountWords } from '../lineage/count-words';
import { apart } from './apart';

/** What words are looked up in and written with. */
export interface Means {
  readonly t: TFunction<'vocabulary'>;
  readonly language: Formats;
  readonly countWords: CountWords;
  readonly windowWords: WindowWords;
}

/** What is known of a value besides its name. */
export interface ValueContext {
  /** The table it is a column of, if any. */
  readonly table?: string | undefined;
  /** Windows of the answer it came with, by name. */
  readonly windows?: Readonly<Record<string, WindowAnswer>> | undefined;
}

interface Range {
  readonly atLeast: number;
  readonly atMost: number | null;
}

/** Any shape that data of an entry or a column of a table can have. */
interface Shape {
  readonly atLeast?: number;
  readonly atMost?: number | null;
  readonly earliest?: string | null;
  readonly latest?: string | null;
  readonly phrase?: string | null;
  readonly kind?: string | null;
  readonly reference?: string;
  readonly wording?: string;
  readonly of?: number;
  readonly arithmeticMinimum?: number;
  readonly what?: string;
  readonly count?: Range;
  readonly value?: number;
  readonly unit?: string;
  readonly qualifier?: string;
  readonly name?: string;
}

const DAY = /^\d{4}-\d{2}-\d{2}$/;
/** Columns of 0 and 1. */
const FLAGS: ReadonlySet<string> = new Set(['acting', 'erased']);

/** A value of an entry's data or a table's column in words, by its kind. What is null was not reported. */
export function valueInWords(name: string, value: unknown, means: Means, context: ValueContext = {}): string {
  const { t, language } = means;
  if (value === null || value === undefined) return t('words.notReported');
  if (typeof value === 'boolean') return value ? t('words.yes') : t('words.no');
  if (typeof value === 'number') return numberInWords(name, value, means);
  if (typeof value === 'string') {
    return wordFor(name, value, means, context.table) || textInWords(value, language);
  }
  if (Array.isArray(value)) {
    if (value.length === 0) return t('words.none');
    return language.list(value.map((it) => (it === null ? t('words.notNamed') : valueInWords('', it, means))));
  }
  const window = context.windows?.[name];
  return window ? windowAsTold(window, means) : shapeInWords(value as Shape, means);
}

/** A window in words with the source's phrase quoted after it when it says more. */
export function windowAsTold(window: WindowAnswer, { t, windowWords, language }: Means): string {
  const words = windowWords(window);
  const phrase = phraseBeside(window, words);
  return phrase === null ? words : t('windowAsTold', { window: words, phrase: apart(phrase, language.dir) });
}

/** A word of the record in the reader's language; empty where it is none we know. */
function wordFor(name: string, word: string, { t, language }: Means, table: string | undefined): string {
  const orNothing = { defaultValue: '' };
  if (/[.:]/.test(word)) return ''; // no word of ours; these would be read as part of a key
  switch (name) {
    case 'occupancy':
    case 'standing':
      return t(`states.posts.${word}`, orNothing);
    case 'datedHow':
    case 'dated_how':
      return t(`states.sources.${word}`, orNothing);
    case 'status':
    case 'kind':
      return table === undefined ? '' : t(`states.${table}.${word}`, orNothing);
    case 'stage':
      return table === 'recruitment' || table === 'candidacies'
        ? t(`stages.${word}`, orNothing)
        : t(`progress.${word}`, orNothing);
    case 'seniority':
      return word === 'senior' ? t('words.senior') : '';
    case 'category':
      return t(`categories.${word}`, orNothing);
    case 'authority_kind':
      return t(`authorities.${word}`, orNothing);
    case 'language':
      return languageName(word, language.code);
    default:
      return '';
  }
}

function languageName(word: string, code: string): string {
  return /^[a-z]{2,3}$/.test(word) ? (new Intl.DisplayNames(code, { type: 'language' }).of(word) ?? '') : '';
}

const textInWords = (text: string, { day, dir }: Formats): string => (DAY.test(text) ? day(text) : apart(text, dir));

function numberInWords(name: string, value: number, { t, language }: Means): string {
  if (FLAGS.has(name)) return value === 1 ? t('words.yes') : t('words.no');
  return name === 'share' ? language.percent(value / 100) : language.number(value);
}

function shapeInWords(shape: Shape, means: Means): string {
  const { t, language } = means;
  const recorded = (text: string): string => apart(text, language.dir);
  const { atLeast, atMost = null, kind, reference, wording, of, what, count, name } = shape;
  if (atLeast !== undefined) return rangeInWords({ atLeast, atMost }, means);
  if (reference !== undefined) {
    return t('authorityCited', { kind: t(`authorities.${kind}`), reference: recorded(reference) });
  }
  if (wording !== undefined && of !== undefined) {
    return t('measured', { wording: recorded(wording), of, minimum: shape.arithmeticMinimum });
  }
  if (what !== undefined && count !== undefined) {
    return t('itemCounted', { what: recorded(what), number: rangeInWords(count, means) });
  }
  if (what !== undefined && shape.value !== undefined) {
    return t('itemCounted', { what: recorded(what), number: figureInWords(shape, means) });
  }
  return recorded(name ?? what ?? JSON.stringify(shape));
}

/** A figure of a statement, as in "more than 65%". */
export function figureInWords(
  { value = 0, unit = '', qualifier }: Pick<Shape, 'value' | 'unit' | 'qualifier'>,
  { t, language }: Means,
): string {
  const isPercent = unit === 'percent';
  const figure = isPercent ? language.percent(value / 100) : language.number(value);
  const said = t(`qualifiers.${qualifier}`, { value: figure, unit: isPercent ? '' : apart(unit, language.dir) });
  return said.trim();
}

/** A range of a record in words, as in "10 to 12". */
export function rangeInWords({ atLeast, atMost }: Range, { countWords }: Means): string {
  return countWords({ atLeast, atMost, notReported: false });
}
