import type { Period } from './people.queries';

/** A stretch of a bar as shares of the width, from 0 to 1. */
export interface Stretch {
  readonly from: number;
  readonly to: number;
}

/** A period as a bar: where it may lie, and within that where it surely does; `isOpen` where nobody says when it began. */
export interface Bar {
  readonly possibly: Stretch;
  /** Null where no day of it is sure. */
  readonly surely: Stretch | null;
  readonly isOpen: boolean;
}

/** The days a picture spans, as day numbers, and the first days of years in it. */
export interface Scale {
  readonly first: number;
  readonly last: number;
  readonly years: readonly { readonly day: string; readonly at: number }[];
}

const DAY_MS = 86_400_000;
const MOST_YEARS = 8;
const dayNumber = (date: string): number => Math.round(Date.parse(date) / DAY_MS);

/** From the first day told of to the day asked for; a little room on either side. */
export function scaleOf(periods: readonly Period[], validOn: string): Scale {
  const begun = periods.flatMap(({ from }) => [from.earliest, from.latest]).filter((it) => it !== null);
  const last = dayNumber(validOn);
  const told = Math.min(last - 30, ...begun.map(dayNumber));
  const first = told - Math.ceil((last - told) / 20);
  return { first, last, years: yearsIn(first, last) };
}

function yearsIn(first: number, last: number): Scale['years'] {
  const yearOf = (day: number): number => new Date(day * DAY_MS).getUTCFullYear();
  const [from, to] = [yearOf(first) + 1, yearOf(last)];
  const step = Math.max(1, Math.ceil((to - from + 1) / MOST_YEARS));
  return Array.from({ length: Math.max(0, Math.ceil((to - from + 1) / step)) }, (_, i) => {
    const day = `${String(from + i * step).padStart(4, '0')}-01-01`;
    return { day, at: shareOf(dayNumber(day), { first, last }) };
  });
}

const shareOf = (day: number, { first, last }: Pick<Scale, 'first' | 'last'>): number =>
  Math.min(1, Math.max(0, (day - first) / (last - first)));

/** A period on a scale; what is still going on reaches to the day asked for. */
export function barOf({ from, to, ended }: Period, scale: Scale): Bar {
  const at = (date: string | null, open: number): number => (date === null ? open : shareOf(dayNumber(date), scale));
  const [begins, begun] = [at(from.earliest, 0), at(from.latest, 1)];
  const [ends, gone] = to === null ? [1, 1] : [at(to.earliest, begun), ended ? at(to.latest, 1) : 1];
  return {
    possibly: { from: begins, to: gone },
    surely: ends > begun ? { from: begun, to: ends } : null,
    isOpen: from.earliest === null,
  };
}
