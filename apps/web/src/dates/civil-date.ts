// Civil dates stay ISO strings; a day number (days since 1970-01-01) serves only to place them on an axis.

const DAY = 86_400_000;

/** Day number of a civil date (YYYY-MM-DD). */
export function dayNumber(date: string): number {
  return Date.parse(`${date}T00:00:00Z`) / DAY;
}

/** Civil date of a day number. */
export function civilDate(day: number): string {
  return new Date(day * DAY).toISOString().slice(0, 10);
}

export function today(): string {
  return new Date().toISOString().slice(0, 10);
}

/** True for a date or an instant that exists, as in 2007-10-31 but not 2007-02-30. */
export function isReadable(date: string): boolean {
  const moment = Date.parse(date);
  return !Number.isNaN(moment) && new Date(moment).toISOString().slice(0, 10) === date.slice(0, 10);
}

const FIRST = '0000-01-01';
const LAST = '9999-12-31';

/** True for a day the API takes; the first and the last day stand for open ends there. */
export function isDay(date: string): boolean {
  return /^\d{4}-\d{2}-\d{2}$/.test(date) && isReadable(date) && date > FIRST && date < LAST;
}

/** True for an instant in the one form the API takes. */
export function isMoment(moment: string): boolean {
  const time = Date.parse(moment);
  return !Number.isNaN(time) && new Date(time).toISOString() === moment;
}

/** First day of the month a day lies in, moved by whole months. */
export function monthStart(day: number, moved = 0): number {
  const date = new Date(day * DAY);
  return Date.UTC(date.getUTCFullYear(), date.getUTCMonth() + moved, 1) / DAY;
}
