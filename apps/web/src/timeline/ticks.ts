import { civilDate, monthStart } from '../dates/civil-date';
import { type Axis, offsetOf } from './view';

/** A line on the axis at the start of a day, with what is written there. */
export interface Tick {
  readonly day: number;
  readonly label: string;
}

/** Two rows of marks: the finer below, and what they are parts of above; nothing above years. */
export interface Ticks {
  readonly fine: readonly Tick[];
  readonly coarse: readonly Tick[];
}

/** How a language writes the parts of a date. */
export interface DateWords {
  readonly number: (value: number) => string;
  readonly month: (date: string) => string;
  readonly monthName: (date: string) => string;
  readonly year: (date: string) => string;
}

interface Step {
  readonly unit: 'day' | 'month' | 'year';
  readonly by: number;
  /** About so many days. */
  readonly days: number;
  /** Pixels that a mark's writing needs. */
  readonly room: number;
}

const STEPS: readonly Step[] = [
  { unit: 'day', by: 1, days: 1, room: 24 },
  { unit: 'day', by: 7, days: 7, room: 30 },
  ...[1, 3].map((by) => ({ unit: 'month' as const, by, days: by * 30.44, room: 38 })),
  ...[1, 2, 5, 10, 20, 50, 100].map((by) => ({ unit: 'year' as const, by, days: by * 365.25, room: 46 })),
];

/** Marks as fine as their writing leaves room for. */
export function ticksOf(axis: Axis, words: DateWords): Ticks {
  const perDay = axis.width / (axis.to - axis.from);
  const step = STEPS.find(({ days, room }) => days * perDay >= room) ?? STEPS.at(-1)!;
  const fine = daysOf(axis, step).map((day) => ({ day, label: labelOf(day, step, words) }));
  if (step.unit === 'year') return { fine, coarse: [] };
  const above: Step = step.unit === 'day' ? { ...step, unit: 'month', by: 1 } : { ...step, unit: 'year', by: 1 };
  const coarse = daysOf(axis, above, true).map((day) => ({
    day,
    label: above.unit === 'month' ? words.month(civilDate(day)) : words.year(civilDate(day)),
  }));
  return { fine, coarse: roomy(axis, coarse) };
}

/** Leaves out a mark begun before the picture when the next one would run into its writing. */
function roomy(axis: Axis, ticks: readonly Tick[]): readonly Tick[] {
  const [first, second] = ticks;
  if (!first || !second || first.day >= axis.from) return ticks;
  return offsetOf(axis, second.day) < first.label.length * 9 ? ticks.slice(1) : ticks;
}

/** The first days of a step's parts that are shown; with `also`, the one begun before, too. */
function daysOf({ from, to }: Axis, step: Step, also = false): readonly number[] {
  const days: number[] = [];
  let day = startOf(Math.floor(from), step);
  if (!also && day < from) day = next(day, step);
  for (; day < to; day = next(day, step)) days.push(day);
  return days;
}

const MONDAY = 4; // the first Monday after day 0, which is a Thursday

function startOf(day: number, { unit, by }: Step): number {
  if (unit === 'day') return day - ((((day - MONDAY) % by) + by) % by);
  const [year = 0, month = 1] = civilDate(day).split('-').map(Number);
  return unit === 'month'
    ? monthStart(day, -((month - 1) % by))
    : monthStart(day, -(month - 1) - 12 * (((year % by) + by) % by));
}

function next(day: number, { unit, by }: Step): number {
  return unit === 'day' ? day + by : monthStart(day, unit === 'month' ? by : 12 * by);
}

function labelOf(day: number, { unit }: Step, words: DateWords): string {
  const date = civilDate(day);
  if (unit === 'day') return words.number(Number(date.slice(8)));
  return unit === 'month' ? words.monthName(date) : words.year(date);
}
