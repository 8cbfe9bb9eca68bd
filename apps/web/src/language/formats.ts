import { isReadable } from '../dates/civil-date';
import arabicMonths from './arabic-months.json' with { type: 'json' };
import { LANGUAGES, type LanguageCode, languageOf } from './languages';

/** Numbers, days and lists as a language writes them. Unreadable dates come back as they are. */
export interface Formats {
  readonly code: LanguageCode;
  readonly dir: 'ltr' | 'rtl';
  /** "2,500". */
  readonly number: (value: number) => string;
  /** "17%", from 0.17. */
  readonly percent: (share: number) => string;
  /** "15 October 2007", from a civil date or an instant. */
  readonly day: (date: string) => string;
  /** "15 Oct 2007". */
  readonly dayShort: (date: string) => string;
  /** "October 2007", from any date in it. */
  readonly month: (date: string) => string;
  /** "Oct", from any date in it. */
  readonly monthName: (date: string) => string;
  /** "2007", from any date in it. */
  readonly year: (date: string) => string;
  /** "31 December 2007", or with the time of day in UTC where an instant is given. */
  readonly moment: (date: string) => string;
  /** "a, b and c". */
  readonly list: (items: readonly string[]) => string;
}

const made = new Map<string, Formats>();

/** The formats of a language; made once each. */
export function formatsOf(code: string): Formats {
  const known = made.get(code);
  if (known) return known;
  const formats = makeFormats(languageOf(code) ?? LANGUAGES[1]);
  made.set(code, formats);
  return formats;
}

function makeFormats({ code, dir, locale }: (typeof LANGUAGES)[number]): Formats {
  const number = new Intl.NumberFormat(locale);
  const percent = new Intl.NumberFormat(locale, { style: 'percent', maximumFractionDigits: 1 });
  const list = new Intl.ListFormat(locale, { type: 'conjunction' });
  const long = wordedBy(locale, { day: 'numeric', month: 'long', year: 'numeric' });
  const short = wordedBy(locale, { day: 'numeric', month: 'short', year: 'numeric' });
  const clock = wordedBy(locale, { hour: '2-digit', minute: '2-digit', second: '2-digit', hourCycle: 'h23' });
  return {
    code,
    dir,
    number: (value) => number.format(value),
    percent: (share) => percent.format(share),
    day: long,
    dayShort: short,
    month: wordedBy(locale, { month: 'long', year: 'numeric' }),
    monthName: wordedBy(locale, { month: 'short' }),
    year: wordedBy(locale, { year: 'numeric' }),
    moment: (date) =>
      date.length > 10 && isReadable(date) ? `${long(date)}${COMMA[code]}${clock(date)} UTC` : long(date),
    list: (items) => list.format(items),
  };
}

const COMMA: Readonly<Record<LanguageCode, string>> = { ar: '، ', en: ', ', es: ', ', fr: ', ', ru: ', ', zh: ' ' };

function wordedBy(locale: string, options: Intl.DateTimeFormatOptions): (date: string) => string {
  const format = new Intl.DateTimeFormat(locale, { ...options, timeZone: 'UTC' });
  const worded = WORDED[locale.slice(0, 2)];
  return (date) => {
    if (!isReadable(date)) return date;
    const time = Date.parse(date);
    if (!worded) return format.format(time);
    const parts = format.formatToParts(time);
    return parts.map((part) => worded(part, new Date(time).getUTCMonth(), options) ?? part.value).join('');
  };
}

type Part = Intl.DateTimeFormatPart;
type WordedPart = (part: Part, month: number, options: Intl.DateTimeFormatOptions) => string | null;

/** Where documents of the United Nations write a part of a date otherwise; null where they do not. */
const WORDED: Readonly<Record<string, WordedPart>> = {
  /** A month by both of its names. */
  ar: ({ type }, month, options) => (type === 'month' && options.month === 'long' ? arabicMonths[month]! : null),
  /** The first of a month as an ordinal. */
  fr: ({ type, value }) => (type === 'day' && value === '1' ? '1er' : null),
};
