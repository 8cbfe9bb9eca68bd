import { addDays, type CivilDate, civilDate, daysInMonth } from '@cadre/kernel';

/** How far apart the days of a series are. */
export type Step = 'month' | 'quarter' | 'year';

export const STEPS: readonly Step[] = ['month', 'quarter', 'year'];

const MONTHS: Readonly<Record<Step, number>> = { month: 1, quarter: 3, year: 12 };

/** The first day, the last day of every step that ends between, and the last day. */
export function daysBetween(from: CivilDate, to: CivilDate, step: Step): readonly CivilDate[] {
  const days = [from];
  for (let end = stepEnd(from, step); end < to; end = stepEnd(addDays(end, 1), step)) if (end > from) days.push(end);
  return to > from ? [...days, to] : days;
}

/** How many days that gives at most. */
export function mostDays(from: CivilDate, to: CivilDate, step: Step): number {
  const months = (day: CivilDate): number => Number(day.slice(0, 4)) * 12 + Number(day.slice(5, 7));
  return Math.floor((months(to) - months(from)) / MONTHS[step]) + 3;
}

/** The last day of the step that a day lies in. */
export function stepEnd(day: CivilDate, step: Step): CivilDate {
  const [year, month] = [Number(day.slice(0, 4)), Number(day.slice(5, 7))];
  const last = Math.ceil(month / MONTHS[step]) * MONTHS[step];
  return civilDate(year, last, daysInMonth(year, last));
}

/** The first day of the step that a day lies in. */
export function stepStart(day: CivilDate, step: Step): CivilDate {
  const [year, month] = [Number(day.slice(0, 4)), Number(day.slice(5, 7))];
  return civilDate(year, Math.floor((month - 1) / MONTHS[step]) * MONTHS[step] + 1, 1);
}
