import { type CivilDate, civilDate, daysInMonth, isCivilDate } from './civil-date.js';

/** The two ends of a window, without its wording. */
export interface Span {
  readonly earliest: CivilDate | null;
  readonly latest: CivilDate | null;
}

/** A window of days both of whose ends are known. */
export interface ClosedSpan {
  readonly earliest: CivilDate;
  readonly latest: CivilDate;
}

/** The calendar's own periods and the fuzzy parts an organisation has agreed on. */
export type Part = 'first' | 'middle' | 'last';

/** What fuzzy words mean in days. Data, so that an organisation can set its own; both ends inclusive. */
export interface PhraseSettings {
  /** Parts of a year as `MM-DD`: early, mid, late (and "end of"). */
  readonly yearParts: Readonly<Record<Part, { readonly from: string; readonly to: string }>>;
  /** Parts of a month as day numbers, cut at the month's end: 上旬/early, 中旬/mid, 下旬/底/end of. */
  readonly monthParts: Readonly<Record<Part, { readonly from: number; readonly to: number }>>;
  /** Month (1 to 12) in which a budget year begins. "2007/08" begins in 2007 and "FY 2008" ends in 2008: from July, the same year. */
  readonly fiscalYearStartsMonth: number;
}

/** The defaults of the design (time.md, fuzzy dates). */
export const DEFAULT_PHRASE_SETTINGS: PhraseSettings = {
  yearParts: {
    first: { from: '01-01', to: '04-30' },
    middle: { from: '05-01', to: '08-31' },
    last: { from: '09-01', to: '12-31' },
  },
  monthParts: { first: { from: 1, to: 10 }, middle: { from: 11, to: 20 }, last: { from: 21, to: 31 } },
  fiscalYearStartsMonth: 7, // as peacekeeping budgets
};

/** One day, or null when the calendar has no such day. */
export function daySpan(year: number, month: number, day: number): ClosedSpan | null {
  const date = civilDate(year, month, day);
  return isCivilDate(date) ? { earliest: date, latest: date } : null;
}

/** Whole months of a year, from the first to the last named (1 to 12), or null when there are no such months. */
export function monthsSpan(year: number, first: number, last: number = first): ClosedSpan | null {
  if (first < 1 || last > 12 || first > last) return null;
  const span = { earliest: civilDate(year, first, 1), latest: civilDate(year, last, daysInMonth(year, last)) };
  return isCivilDate(span.earliest) && isCivilDate(span.latest) ? span : null;
}

/** A quarter (1 to 4) of a year. */
export function quarterSpan(year: number, quarter: number): ClosedSpan | null {
  return monthsSpan(year, quarter * 3 - 2, quarter * 3);
}

/** A half (1 or 2) of a year. */
export function halfSpan(year: number, half: number): ClosedSpan | null {
  return monthsSpan(year, half * 6 - 5, half * 6);
}

/** The budget year that ends in a year, as set. */
export function fiscalYearSpan({ fiscalYearStartsMonth: start }: PhraseSettings, endsIn: number): ClosedSpan | null {
  return start === 1
    ? monthsSpan(endsIn, 1, 12)
    : rangeSpan(monthsSpan(endsIn - 1, start, 12), monthsSpan(endsIn, 1, start - 1));
}

/** The budget year that runs from one year into the next; null when they do not follow, or budget years are calendar years. */
export function fiscalYearAcross(settings: PhraseSettings, first: number, second: string): ClosedSpan | null {
  const follows = yearAfter(first, second);
  return follows === null || settings.fiscalYearStartsMonth === 1 ? null : fiscalYearSpan(settings, follows);
}

/** Two calendar years that follow each other, or null. */
export function bienniumSpan(first: number, second: string): ClosedSpan | null {
  const follows = yearAfter(first, second);
  return follows === null ? null : rangeSpan(monthsSpan(first, 1, 12), monthsSpan(follows, 1, 12));
}

/** The year after `first` when the text says that one, in two digits or four. */
function yearAfter(first: number, text: string): number | null {
  const next = String(first + 1);
  return text === next || text === next.slice(-2) ? first + 1 : null;
}

/** Months written side by side, as in July/August; null when one does not follow the other. */
export function adjacentMonths(year: number, first: number, second: number): ClosedSpan | null {
  return second === first + 1 ? monthsSpan(year, first, second) : null;
}

/** A fuzzy part of a year, as set. */
export function yearPartSpan(settings: PhraseSettings, year: number, part: Part): ClosedSpan | null {
  const [from, to] = [settings.yearParts[part].from, settings.yearParts[part].to].map((end) => {
    const [month, day] = end.split('-').map(Number);
    return daySpan(year, month!, Math.min(day!, daysInMonth(year, month!)));
  });
  return from && to ? { earliest: from.earliest, latest: to.latest } : null;
}

/** A fuzzy part of a month, as set. */
export function monthPartSpan(settings: PhraseSettings, year: number, month: number, part: Part): ClosedSpan | null {
  const whole = monthsSpan(year, month);
  if (!whole) return null;
  const { from, to } = settings.monthParts[part];
  return {
    earliest: civilDate(year, month, from),
    latest: civilDate(year, month, Math.min(to, daysInMonth(year, month))),
  };
}

/** From the start of one span to the end of another, or null when they come in the wrong order. */
export function rangeSpan(first: ClosedSpan | null, last: ClosedSpan | null): ClosedSpan | null {
  if (!first || !last || first.earliest > last.earliest || first.latest > last.latest) return null;
  return { earliest: first.earliest, latest: last.latest };
}
