import type { MomentsAnswer } from '../api/client';
import type { AsOfDates } from '../dates/as-of';
import { civilDate, dayNumber } from '../dates/civil-date';

/** Which of the two dates moves: the day in the world, what is known, or both together, each day as it was known on it. */
export const MOVES = ['validOn', 'knownAt', 'both'] as const;
export type Move = (typeof MOVES)[number];

/** The days or instants at which something changes when a date moves, in order. */
export function marksOf({ days, moments }: Pick<MomentsAnswer, 'days' | 'moments'>, move: Move): readonly string[] {
  const trueOn = days.map(({ day }) => day);
  if (move === 'validOn') return trueOn;
  if (move === 'knownAt') return moments.map(({ knownAt }) => knownAt);
  const first = moments[0]?.knownAt.slice(0, 10);
  const knownOn = moments.map(({ knownAt }) => knownAt.slice(0, 10));
  // Nothing was known of any day before the first recording.
  return [...new Set([...trueOn, ...knownOn])].filter((day) => first !== undefined && day >= first).toSorted();
}

/** The date that moves as one that can be compared with marks: of a day that is known, its end; now is later than all. */
export function placeOf({ validOn, knownAt }: AsOfDates, move: Move): string {
  if (move !== 'knownAt') return validOn ?? NOW;
  return knownAt === null ? NOW : knownAt.length === 10 ? `${knownAt}T23:59:59.999Z` : knownAt;
}

const NOW = '9999-12-31';

/** The first mark after a place, or null. */
export function nextMark(marks: readonly string[], place: string): string | null {
  return marks.find((mark) => mark > place) ?? null;
}

/** The mark a step back leads to: the last one before the place, or before the mark one stands on. */
export function previousMark(marks: readonly string[], place: string): string | null {
  return marks.findLast((mark) => mark < place) ?? null;
}

/** The two dates once the moving one is at a mark. */
export function movedTo(mark: string, { validOn, knownAt }: AsOfDates, move: Move): AsOfDates {
  if (move === 'validOn') return { validOn: mark, knownAt };
  return move === 'knownAt' ? { validOn, knownAt: mark } : { validOn: mark, knownAt: mark };
}

/** The two dates before the last change that the present ones have in them; null where nothing had changed yet. */
export function beforeStep(marks: readonly string[], dates: AsOfDates, move: Move): AsOfDates | null {
  const place = placeOf(dates, move);
  const at = marks.findLast((mark) => mark <= place);
  if (at === undefined) return null;
  const before = marks.findLast((mark) => mark < at) ?? civilDate(dayNumber(at.slice(0, 10)) - 1);
  return movedTo(before, dates, move);
}
