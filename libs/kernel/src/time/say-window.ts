import { type CivilDate, daysInMonth } from './civil-date.js';
import { type Part, type PhraseSettings, DEFAULT_PHRASE_SETTINGS, type Span, yearPartSpan } from './span.js';

const MONTHS = [
  ...['January', 'February', 'March', 'April', 'May', 'June'],
  ...['July', 'August', 'September', 'October', 'November', 'December'],
];
const QUARTERS = ['first', 'second', 'third', 'fourth'];
const YEAR_WORDS: Readonly<Record<Part, string>> = { first: 'early ', middle: 'mid-', last: 'late ' };
const MONTH_WORDS: Readonly<Record<Part, string>> = { first: 'early', middle: 'mid', last: 'end of' };
const PARTS: readonly Part[] = ['first', 'middle', 'last'];

/**
 * A window in plain English, from its days: "1 July 2007", "end of October 2007", "first quarter of 2008", "mid-2008",
 * "by 30 June 2008" (open start), "from 1 January 2008" (open end), "date not given". The source's own wording stays
 * beside it; this is for those who cannot read it.
 */
export function sayWindow({ earliest, latest }: Span, settings: PhraseSettings = DEFAULT_PHRASE_SETTINGS): string {
  if (earliest === null && latest === null) return 'date not given';
  if (earliest === null) return `by ${sayDay(latest!)}`;
  if (latest === null) return `from ${sayDay(earliest)}`;
  if (earliest === latest) return sayDay(earliest);
  return (
    sayWholeMonths(earliest, latest) ??
    sayPartOfYear(earliest, latest, settings) ??
    sayPartOfMonth(earliest, latest, settings) ??
    `between ${sayDay(earliest)} and ${sayDay(latest)}`
  );
}

function sayDay(date: CivilDate): string {
  const { year, month, day } = partsOf(date);
  return `${day} ${MONTHS[month - 1]} ${year}`;
}

/** Months, quarters and years that begin on their first and end on their last day. */
function sayWholeMonths(earliest: CivilDate, latest: CivilDate): string | null {
  const [first, last] = [partsOf(earliest), partsOf(latest)];
  if (first.year !== last.year || first.day !== 1 || last.day !== daysInMonth(last.year, last.month)) return null;
  if (first.month === last.month) return `${MONTHS[first.month - 1]} ${first.year}`;
  if (first.month === 1 && last.month === 12) return `${first.year}`;
  const isQuarter = first.month % 3 === 1 && last.month === first.month + 2;
  return isQuarter ? `${QUARTERS[(first.month - 1) / 3]} quarter of ${first.year}` : null;
}

function sayPartOfYear(earliest: CivilDate, latest: CivilDate, settings: PhraseSettings): string | null {
  const { year } = partsOf(earliest);
  const part = PARTS.find((it) => {
    const span = yearPartSpan(settings, year, it);
    return span?.earliest === earliest && span.latest === latest;
  });
  return part ? `${YEAR_WORDS[part]}${year}` : null;
}

function sayPartOfMonth(earliest: CivilDate, latest: CivilDate, settings: PhraseSettings): string | null {
  const [first, last] = [partsOf(earliest), partsOf(latest)];
  if (first.year !== last.year || first.month !== last.month) return null;
  const part = PARTS.find((it) => {
    const { from, to } = settings.monthParts[it];
    return first.day === from && last.day === Math.min(to, daysInMonth(last.year, last.month));
  });
  return part ? `${MONTH_WORDS[part]} ${MONTHS[first.month - 1]} ${first.year}` : null;
}

function partsOf(date: CivilDate): { readonly year: number; readonly month: number; readonly day: number } {
  const [year, month, day] = date.split('-').map(Number);
  return { year: year!, month: month!, day: day! };
}
