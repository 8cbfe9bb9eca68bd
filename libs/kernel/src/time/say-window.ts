import { type CivilDate, daysInMonth } from './civil-date.js';
import { type Part, type PhraseSettings, DEFAULT_PHRASE_SETTINGS, type Span, yearPartSpan } from './span.js';

/** How people would name a window of days; what does not apply to the form is null. The days themselves stay with the window. */
export interface WindowShape {
  readonly form:
    'day' | 'month' | 'year' | 'quarter' | 'partOfMonth' | 'partOfYear' | 'by' | 'from' | 'between' | 'none';
  readonly year: number | null;
  /** 1 to 12 */
  readonly month: number | null;
  /** 1 to 4 */
  readonly quarter: number | null;
  readonly part: Part | null;
}

/** The form a window has, whatever language it is then worded in: "by" has an open start, "from" an open end. */
export function shapeOf({ earliest, latest }: Span, settings: PhraseSettings = DEFAULT_PHRASE_SETTINGS): WindowShape {
  if (earliest === null && latest === null) return shape('none');
  if (earliest === null) return shape('by');
  if (latest === null) return shape('from');
  if (earliest === latest) {
    const { year, month } = partsOf(earliest);
    return shape('day', { year, month });
  }
  return (
    wholeMonths(earliest, latest) ??
    partOfYear(earliest, latest, settings) ??
    partOfMonth(earliest, latest, settings) ??
    shape('between')
  );
}

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
export function sayWindow(span: Span, settings: PhraseSettings = DEFAULT_PHRASE_SETTINGS): string {
  const { form, year, month, quarter, part } = shapeOf(span, settings);
  const [earliest, latest] = [span.earliest!, span.latest!];
  const monthName = MONTHS[(month ?? 0) - 1];
  switch (form) {
    case 'none':
      return 'date not given';
    case 'by':
      return `by ${sayDay(latest)}`;
    case 'from':
      return `from ${sayDay(earliest)}`;
    case 'day':
      return sayDay(earliest);
    case 'month':
      return `${monthName} ${year}`;
    case 'year':
      return `${year}`;
    case 'quarter':
      return `${QUARTERS[quarter! - 1]} quarter of ${year}`;
    case 'partOfYear':
      return `${YEAR_WORDS[part!]}${year}`;
    case 'partOfMonth':
      return `${MONTH_WORDS[part!]} ${monthName} ${year}`;
    case 'between':
      return `between ${sayDay(earliest)} and ${sayDay(latest)}`;
  }
}

function sayDay(date: CivilDate): string {
  const { year, month, day } = partsOf(date);
  return `${day} ${MONTHS[month - 1]} ${year}`;
}

/** Months, quarters and years that begin on their first and end on their last day. */
function wholeMonths(earliest: CivilDate, latest: CivilDate): WindowShape | null {
  const [first, last] = [partsOf(earliest), partsOf(latest)];
  const { year, month } = first;
  if (year !== last.year || first.day !== 1 || last.day !== daysInMonth(last.year, last.month)) return null;
  if (month === last.month) return shape('month', { year, month });
  if (month === 1 && last.month === 12) return shape('year', { year });
  const isQuarter = month % 3 === 1 && last.month === month + 2;
  return isQuarter ? shape('quarter', { year, quarter: (month + 2) / 3 }) : null;
}

function partOfYear(earliest: CivilDate, latest: CivilDate, settings: PhraseSettings): WindowShape | null {
  const { year } = partsOf(earliest);
  const part = PARTS.find((it) => {
    const span = yearPartSpan(settings, year, it);
    return span?.earliest === earliest && span.latest === latest;
  });
  return part ? shape('partOfYear', { year, part }) : null;
}

function partOfMonth(earliest: CivilDate, latest: CivilDate, settings: PhraseSettings): WindowShape | null {
  const [first, last] = [partsOf(earliest), partsOf(latest)];
  const { year, month } = first;
  if (year !== last.year || month !== last.month) return null;
  const part = PARTS.find((it) => {
    const { from, to } = settings.monthParts[it];
    return first.day === from && last.day === Math.min(to, daysInMonth(last.year, last.month));
  });
  return part ? shape('partOfMonth', { year, month, part }) : null;
}

function shape(form: WindowShape['form'], said: Partial<Omit<WindowShape, 'form'>> = {}): WindowShape {
  return { form, year: null, month: null, quarter: null, part: null, ...said };
}

function partsOf(date: CivilDate): { readonly year: number; readonly month: number; readonly day: number } {
  const [year, month, day] = date.split('-').map(Number);
  return { year: year!, month: month!, day: day! };
}
