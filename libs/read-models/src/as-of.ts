import { type CivilDate, dayNumber, type Instant } from '@cadre/kernel';
import { type RawBuilder, sql } from 'kysely';
import { type SqlWords } from './tables/words.js';

/** The two dates of every question: true on that day, as known at that moment. */
export interface AsOfDates {
  readonly validOn: CivilDate;
  readonly knownAt: Instant;
}

/** Later than the end of any window: what is told for then is all that is told of a thing. */
export const AT_LAST: CivilDate = '9999-12-30';

/** Stands for "still known": later than any moment a question can name. */
export const STILL_KNOWN: Instant = '9999-12-31T23:59:59.999Z';

/** Resolves both clocks: the rows `m` of a table that answer for the two dates. The one place that does. */
function answersFor({ validOn, knownAt }: AsOfDates): RawBuilder<boolean> {
  return sql`m.valid_from <= ${validOn} and ${validOn} < m.valid_to and m.known_from <= ${knownAt} and ${knownAt} < m.known_to`;
}

/** Rows `m` that answer for one pair of dates and not for another. */
export function differsBetween(a: AsOfDates, b: AsOfDates): RawBuilder<boolean> {
  return sql`((${answersFor(a)}) <> (${answersFor(b)}))`;
}

/**
 * `from … where …` for all rows `m` of a table as of two dates. An index over both clocks finds them in time that grows
 * with the answer and not with the log; its coordinates are coarse, so the exact dates are asked as well.
 */
export function fromAsOf(words: SqlWords, table: string, dates: AsOfDates): RawBuilder<unknown> {
  return sql`${words.near(table, dayNumber(dates.validOn), knownSecond(dates.knownAt))} and ${answersFor(dates)}`;
}

/** The stretch of days that a row speaks of; its end is no part of it. */
export interface Stretch {
  readonly valid_from: CivilDate;
  readonly valid_to: CivilDate;
}

/** Whether a row already read, known at the moment asked for, answers for a day. */
export function speaksOf({ valid_from: from, valid_to: to }: Stretch, day: CivilDate): boolean {
  return from <= day && day < to;
}

/** Rows found by an index: those of a few streams, or the few items of any stream. */
export interface Found {
  readonly by: 'stream' | 'item';
  readonly among: readonly string[];
}

/** The same for a few rows, found by their stream or item. */
export function fromFoundAsOf(
  words: SqlWords,
  table: string,
  { by, among }: Found,
  dates: AsOfDates,
): RawBuilder<unknown> {
  const column = sql.ref(`m.${by}`);
  return sql`from ${sql.table(table)} m where ${words.among(column, among)} and ${answersFor(dates)}`;
}

/** Rows of a table, whatever day they are for, as known at a moment. */
export function fromKnownAt(table: string, knownAt: Instant): RawBuilder<unknown> {
  return sql`from ${sql.table(table)} m where m.known_from <= ${knownAt} and ${knownAt} < m.known_to`;
}

const YEAR_2000 = Date.UTC(2000, 0, 1);
const INT32 = 2 ** 31 - 1;

/** Seconds since 2000, rounded down and held within 32 bits: never decreases with the instant. */
export function knownSecond(instant: Instant): number {
  const seconds = Math.floor((Date.parse(instant) - YEAR_2000) / 1000);
  return Math.min(Math.max(seconds, -INT32), INT32);
}
