import { civilDate, dayNumber, monthStart } from '../dates/civil-date';

/** Ends of a window as told; null where it is open. */
export interface Span {
  readonly earliest: string | null;
  readonly latest: string | null;
}

interface Tick {
  readonly x: number;
  /** First day of the month it names. */
  readonly on: string;
  /** True on the first month shown of a year. */
  readonly isYear: boolean;
}

/** A stretch of months laid over a width in pixels. Days are day numbers; `to` is the first day after the end. */
export interface Axis {
  readonly from: number;
  readonly to: number;
  readonly width: number;
  /** Time runs from right to left, as the language is written. */
  readonly mirrored: boolean;
  readonly ticks: readonly Tick[];
}

/** A day further from what is told than this is marked at the edge rather than stretching the axis to it. */
const REACH_MONTHS = 9;
const NARROWEST_NAMED_MONTH = 30;

/** An axis over every end of every span, in whole months, and over `day` too when it lies near them. */
export function axisOver(spans: readonly Span[], day: number, width: number, mirrored = false): Axis {
  const ends = spans.flatMap(({ earliest, latest }) => [earliest, latest]).filter((it) => it !== null);
  const told = ends.length > 0 ? ends.map(dayNumber) : [day];
  let [first, last] = [Math.min(...told), Math.max(...told)];
  if (day < first && day >= monthStart(first, -REACH_MONTHS)) first = day;
  if (day > last && day < monthStart(last, REACH_MONTHS)) last = day;
  const [from, to] = [monthStart(first - 14), monthStart(last + 14, 1)];
  const bare = { from, to, width, mirrored };
  return { ...bare, ticks: ticksOf(bare) };
}

/** Pixels from the left of the picture to the start of a day, kept within the axis. */
export function xOf({ from, to, width, mirrored }: Omit<Axis, 'ticks'>, day: number): number {
  const x = ((Math.min(Math.max(day, from), to) - from) / (to - from)) * width;
  return mirrored ? width - x : x;
}

/** Where a window begins and ends in pixels, whole days included; an open end reaches the edge. Mirrored, it ends left of its beginning. */
export function extentOf(axis: Axis, { earliest, latest }: Span): { readonly start: number; readonly end: number } {
  return {
    start: earliest === null ? xOf(axis, axis.from) : xOf(axis, dayNumber(earliest)),
    end: latest === null ? xOf(axis, axis.to) : xOf(axis, dayNumber(latest) + 1),
  };
}

/** A box between two places, whichever lies further left. */
export function between(one: number, other: number): { readonly x: number; readonly width: number } {
  return { x: Math.min(one, other), width: Math.abs(other - one) };
}

/** A place so many pixels later in time. */
export function later({ mirrored }: Pick<Axis, 'mirrored'>, x: number, pixels: number): number {
  return mirrored ? x - pixels : x + pixels;
}

/** Whether one place is later in time than another. */
export function isLater({ mirrored }: Pick<Axis, 'mirrored'>, x: number, than: number): boolean {
  return mirrored ? x < than : x > than;
}

/** Months while their names fit, else every third one, else years. */
function ticksOf(axis: Omit<Axis, 'ticks'>): readonly Tick[] {
  const { from, to, width } = axis;
  const perMonth = width / ((to - from) / 30.44);
  const step = [1, 3, 6, 12].find((months) => months * perMonth >= NARROWEST_NAMED_MONTH) ?? 12;
  const ticks: Tick[] = [];
  let year = '';
  for (let month = from; month < to; month = monthStart(month, 1)) {
    const on = civilDate(month);
    if ((Number(on.slice(5, 7)) - 1) % step !== 0) continue;
    ticks.push({ x: xOf(axis, month), on, isYear: on.slice(0, 4) !== year });
    year = on.slice(0, 4);
  }
  return ticks;
}
