import { type CivilDate, dayNumber, type Instant } from '@cadre/kernel';
import type Database from 'better-sqlite3';
import { knownSecond, STILL_KNOWN } from '../as-of.js';
import { type Columns } from '../read-model.js';
import { type Cell, type TableRow } from '../rows.js';
import { quoted } from './schema.js';

/** Days and moments as the R-tree counts them; the same few come again and again. */
const dayOf = remembered<CivilDate>(dayNumber);
const secondOf = remembered<Instant>(knownSecond);

/** Brings the rows of one stream in one table to what is known from a moment on. */
export type WriteRows = (stream: string, wanted: readonly TableRow[], knownFrom: Instant) => void;

/** A row that stands: known at the moment itself, or until then. */
export interface StandingRow {
  readonly row: number;
  readonly knownFrom: Instant;
  readonly knownTo: Instant;
  /** What it says, as `keyOf` writes it. */
  readonly key: string;
}

/** What has to happen to the rows of a stream. */
export interface Difference {
  readonly close: readonly StandingRow[];
  readonly reopen: readonly StandingRow[];
  readonly remove: readonly StandingRow[];
  readonly open: readonly TableRow[];
}

/**
 * Compares the rows known just before and at a moment with those wanted from it on. What is told and taken back at
 * one moment leaves no row, so the outcome does not depend on how the log was cut into batches.
 */
export function difference(
  standing: readonly StandingRow[],
  wanted: readonly TableRow[],
  knownFrom: Instant,
): Difference {
  const missing = new Map(wanted.map((row) => [keyOf(row), row]));
  const close: StandingRow[] = [];
  const reopen: StandingRow[] = [];
  const remove: StandingRow[] = [];
  for (const row of standing.toSorted((a, b) => (a.knownFrom < b.knownFrom ? -1 : 1))) {
    const isWanted = missing.delete(row.key);
    const isOpen = row.knownTo === STILL_KNOWN;
    if (row.knownFrom === knownFrom) {
      if (!isWanted) remove.push(row);
    } else if (isWanted !== isOpen) {
      (isWanted ? reopen : close).push(row);
    }
  }
  return { close, reopen, remove, open: [...missing.values()] };
}

/** All that a row says, as one text. */
export function keyOf({ item, validFrom, validTo, certain, present, cause, values }: TableRow): string {
  return JSON.stringify([item, validFrom, validTo, certain, present, cause, ...values]);
}

/** The writer of one table, its statements prepared once. */
export function createTableWriter(db: Database.Database, table: string, columns: Columns): WriteRows {
  const names = Object.keys(columns);
  const said = ['item', 'valid_from', 'valid_to', 'certain', 'present', 'cause', ...names.map(quoted)].join(', ');
  const blanks = '?, '.repeat(8 + names.length) + '?';
  const select = db
    .prepare(`SELECT row, known_from, known_to, ${said} FROM ${table} WHERE stream = ? AND known_to >= ?`)
    .raw();
  const insert = db.prepare(`INSERT INTO ${table} (stream, known_from, known_to, ${said}) VALUES (${blanks})`);
  const place = db.prepare(`INSERT INTO ${table}_rtree VALUES (?, ?, ?, ?, ?)`);
  const end = db.prepare(`UPDATE ${table} SET known_to = ? WHERE row = ?`);
  const cut = db.prepare(`UPDATE ${table}_rtree SET known_to = ? WHERE row = ?`);
  const remove = db.prepare(`DELETE FROM ${table} WHERE row = ?`);
  const lift = db.prepare(`DELETE FROM ${table}_rtree WHERE row = ?`);

  function moveEnd(row: number, knownTo: Instant): void {
    end.run(knownTo, row);
    cut.run(secondOf(knownTo), row);
  }
  function open(stream: string, knownFrom: Instant, row: TableRow): void {
    const { item, validFrom, validTo, certain, present, cause, values } = row;
    const padded = present === 1 ? values : names.map(() => null);
    const { lastInsertRowid } = insert.run(
      ...[stream, knownFrom, STILL_KNOWN, item, validFrom, validTo, certain, present, cause],
      ...padded,
    );
    place.run(lastInsertRowid, ...[secondOf(knownFrom), secondOf(STILL_KNOWN), dayOf(validFrom), dayOf(validTo)]);
  }
  return (stream, wanted, knownFrom) => {
    const rows = (select.all(stream, knownFrom) as Cell[][]).map(standingRow);
    const change = difference(rows, wanted, knownFrom);
    for (const { row } of change.close) moveEnd(row, knownFrom);
    for (const { row } of change.reopen) moveEnd(row, STILL_KNOWN);
    for (const { row } of change.remove) {
      remove.run(row);
      lift.run(row);
    }
    for (const row of change.open) open(stream, knownFrom, row);
  };
}

function standingRow([row, knownFrom, knownTo, ...said]: Cell[]): StandingRow {
  const isPresent = said[4] === 1;
  const key = JSON.stringify(isPresent ? said : said.slice(0, 6));
  return { row: row as number, knownFrom: knownFrom as Instant, knownTo: knownTo as Instant, key };
}

function remembered<T>(numberOf: (it: T) => number): (it: T) => number {
  const known = new Map<T, number>();
  return (it) => {
    const before = known.get(it);
    if (before !== undefined) return before;
    if (known.size > 10_000) known.clear();
    const number = numberOf(it);
    known.set(it, number);
    return number;
  };
}
