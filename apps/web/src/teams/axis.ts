import { dayNumber, monthName, monthStart } from '../dates/civil-date';

/** Ends of a window as told; null where it is open. */
export interface Span {
  readonly earliest: string | null;
  readonly latest: string | null;
}

interface Tick {
  readonly x: number;
  readonly label: string;
  /** Set on the first month shown of a year. */
  readonly year: string | null;
}

/** A stretch of months laid over a width in pixels. Days are day numbers; `to` is the first day after the end. */
export interface Axis {
  readonly from: number;
  readonly to: number;
  readonly width: number;
  readonly ticks: readonly Tick[];
}

/** A day further from what is told than this is marked at the edge rather than stretching the axis to it. */
const REACH_MONTHS = 9;
const NARROWEST_NAMED_MONTH = 30;

/** An axis over every end of every span, in whole months, and over `day` too when it lies near them. */
export function axisOver(spans: readonly Span[], day: number, width: number): Axis {
  const ends = spans.flatMap(({ earliest, latest }) => [earliest, latest]).filter((it) => it !== null);
  const told = ends.length > 0 ? ends.map(dayNumber) : [day];
  let [first, last] = [Math.min(...told), Math.max(...told)];
  if (day < first && day >= monthStart(first, -REACH_MONTHS)) first = day;
  if (day > last && day < monthStart(last, REACH_MONTHS)) last = day;
  const [from, to] = [monthStart(first - 14), monthStart(last + 14, 1)];
  return { from, to, width, ticks: ticksOf(from, to, width) };
}

/** Pixels from the left of the start of a day, kept within the axis. */
export function xOf({ from, to, width }: Axis, day: number): number {
  return ((Math.min(Math.max(day, from), to) - from) / (to - from)) * width;
}

/** Left and right of a window in pixels, whole days included; an open end reaches the edge. */
export function extentOf(axis: Axis, { earliest, latest }: Span): { readonly left: number; readonly right: number } {
  return {
    left: earliest === null ? 0 : xOf(axis, dayNumber(earliest)),
    right: latest === null ? axis.width : xOf(axis, dayNumber(latest) + 1),
  };
}

/** Months while their names fit, else every third one, else years. */
function ticksOf(from: number, to: number, width: number): readonly Tick[] {
  const perMonth = width / ((to - from) / 30.44);
  const step = [1, 3, 6, 12].find((months) => months * perMonth >= NARROWEST_NAMED_MONTH) ?? 12;
  const ticks: Tick[] = [];
  let year = '';
  for (let month = from; month < to; month = monthStart(month, 1)) {
    const [thisYear = '', monthOfYear = ''] = new Date(month * 86_400_000).toISOString().split('-');
    if ((Number(monthOfYear) - 1) % step !== 0) continue;
    const x = ((month - from) / (to - from)) * width;
    ticks.push({ x, label: monthName(month), year: thisYear === year ? null : thisYear });
    year = thisYear;
  }
  return ticks;
}
