/** A day of the proleptic Gregorian calendar, written `YYYY-MM-DD`. Sorts as text. */
export type CivilDate = string;

/** A UTC instant, written `YYYY-MM-DDTHH:mm:ss.sssZ`. Sorts as text. */
export type Instant = string;

/** Stands for "no earliest date" where dates are compared or stored; before every date a source can give. */
export const BEGINNING: CivilDate = '0000-01-01';

/** Stands for "no latest date" where dates are compared or stored; after every date a source can give. */
export const FOREVER: CivilDate = '9999-12-31';

const CIVIL_DATE = /^(\d{4})-(\d{2})-(\d{2})$/;
const DAY_MS = 86_400_000;

/**
 * True for a real calendar day in `YYYY-MM-DD` between BEGINNING and FOREVER, which stand for open ends and are no days
 * of their own (spreadsheets write 9999-12-31 for "no end"). 2007-02-30 is none.
 */
export function isCivilDate(text: unknown): text is CivilDate {
  const parts = typeof text === 'string' ? CIVIL_DATE.exec(text) : null;
  if (!parts || parts[0] <= BEGINNING || parts[0] >= FOREVER) return false;
  const [, year, month, day] = parts;
  return Number(month) >= 1 && Number(month) <= 12 && Number(day) >= 1 && Number(day) <= daysInMonth(+year!, +month!);
}

/** True for an instant in the one form this system writes. */
export function isInstant(text: unknown): text is Instant {
  if (typeof text !== 'string' || !/^\d{4}-\d{2}-\d{2}T\d{2}:\d{2}:\d{2}\.\d{3}Z$/.test(text)) return false;
  const time = Date.parse(text);
  return !Number.isNaN(time) && new Date(time).toISOString() === text;
}

/** Number of days in a month (1 to 12) of a year. */
export function daysInMonth(year: number, month: number): number {
  if (month === 2) return (year % 4 === 0 && year % 100 !== 0) || year % 400 === 0 ? 29 : 28;
  return [4, 6, 9, 11].includes(month) ? 30 : 31;
}

/** Writes year, month (1 to 12) and day as a civil date. */
export function civilDate(year: number, month: number, day: number): CivilDate {
  return `${String(year).padStart(4, '0')}-${String(month).padStart(2, '0')}-${String(day).padStart(2, '0')}`;
}

/** Days since 1970-01-01; negative before it. */
export function dayNumber(date: CivilDate): number {
  return Math.round(Date.parse(`${date}T00:00:00.000Z`) / DAY_MS);
}

/** The civil date that many days after `date` (before it when negative), held within what four digits can write. */
export function addDays(date: CivilDate, days: number): CivilDate {
  const time = (dayNumber(date) + days) * DAY_MS;
  const [first, last] = [dayNumber(BEGINNING) * DAY_MS, dayNumber(FOREVER) * DAY_MS];
  return new Date(Math.min(Math.max(time, first), last)).toISOString().slice(0, 10);
}

/** The UTC day an instant falls on. */
export function dayOf(instant: Instant): CivilDate {
  return instant.slice(0, 10);
}

/** The last millisecond of a civil date, UTC: what a civil `knownAt` means. */
export function endOfDay(date: CivilDate): Instant {
  return `${date}T23:59:59.999Z`;
}
