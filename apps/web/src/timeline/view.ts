import { dayNumber } from '../dates/civil-date';

/** The days a picture shows, as day numbers: from the start of one to the start of another; fractions while it is moved. */
export interface View {
  readonly from: number;
  readonly to: number;
}

/** How much of time to show at once, as buttons offer it; lengths in days. */
export const LEVELS = { decade: 3653, year: 366, quarter: 92, month: 31, day: 7 } as const;
export type Level = keyof typeof LEVELS;

const [SHORTEST_DAYS, LONGEST_DAYS] = [2, 500 * 366];
const [FIRST, LAST] = [dayNumber('0001-01-01'), dayNumber('9999-12-31')];

/** Shows `times` as much time; the day at a share of the width (0 start, 1 end) stays where it is. */
export function zoomed({ from, to }: View, times: number, share = 0.5): View {
  const days = to - from;
  const wanted = Math.min(Math.max(days * times, SHORTEST_DAYS), LONGEST_DAYS);
  return within(from + (days - wanted) * share, wanted);
}

/** Moves on by a share of what is shown; back when negative. */
export function moved({ from, to }: View, share: number): View {
  const days = to - from;
  return within(from + days * share, days);
}

/** Shows a level's length of time around a day. */
export function atLevel(level: Level, day: number): View {
  return within(day + 0.5 - LEVELS[level] / 2, LEVELS[level]);
}

/** The middle of a view; the day asked for when that is shown. */
export function centreOf({ from, to }: View, day: number): number {
  return day >= from && day < to ? day : (from + to) / 2;
}

/** Shows every day between two with a little room at both ends. */
export function around(first: string, last: string): View {
  const [from, to] = [dayNumber(first), dayNumber(last) + 1];
  const room = Math.max((to - from) * 0.03, 2);
  return within(from - room, Math.max(to - from, SHORTEST_DAYS) + 2 * room);
}

function within(from: number, days: number): View {
  const held = Math.min(Math.max(from, FIRST), LAST - days);
  return { from: held, to: held + days };
}

/** A view laid over a width in CSS pixels; time runs to the left where the language does. */
export interface Axis extends View {
  readonly width: number;
  readonly isRtl: boolean;
}

/** Distance in pixels from where time begins on the axis to the start of a day; beyond the picture for days not shown. */
export function offsetOf({ from, to, width }: Axis, day: number): number {
  return (day - from) * (width / (to - from));
}

/** A stretch between two offsets as the picture needs it: counted from its left. */
export function placed(
  { width, isRtl }: Axis,
  start: number,
  end: number,
): { readonly x: number; readonly width: number } {
  return { x: isRtl ? width - end : start, width: end - start };
}

/** An offset counted from the left of the picture. */
export function leftOf({ width, isRtl }: Axis, offset: number): number {
  return isRtl ? width - offset : offset;
}

/** The share of the width (from where time begins) at a place counted from the left. */
export function shareAt({ width, isRtl }: Axis, left: number): number {
  return (isRtl ? width - left : left) / width;
}
