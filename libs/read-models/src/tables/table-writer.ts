import { type CivilDate, dayNumber, type Instant } from '@cadre/kernel';
import type Database from 'better-sqlite3';
import { knownSecond, STILL_KNOWN } from '../as-of.js';
import { type Columns } from '../read-model.js';
import { type Cell, type TableRow } from '../rows.js';
import { quoted } from './schema.js';

/** Days and moments as the R-tree counts them; the same few come again and again. */
const dayOf = remembered<CivilDate>(dayNumber);
const secondOf = remembered<Instant>(knownSecond);

/**
 * Brings the rows of one stream in one table to what is known from a moment on. Takes the rows that stand as it returned
 * them the last time, or null to read them.
 */
export type WriteRows = (
  stream: string,
  wanted: readonly TableRow[],
  knownFrom: Instant,
  standing: readonly StandingRow[] | null,
) => readonly StandingRow[];

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
  readonly stay: readonly StandingRow[];
  readonly close: readonly StandingRow[];
  readonly reopen: readonly StandingRow[];
  readonly remove: readonly StandingRow[];
  /** New rows by their key. */
  readonly open: ReadonlyMap<string, TableRow>;
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
  const [stay, close, reopen, remove]: StandingRow[][] = [[], [], [], []];
  for (const row of standing.toSorted((a, b) => (a.knownFrom < b.knownFrom ? -1 : 1))) {
    if (row.knownTo < knownFrom) continue; // closed before
    const isWanted = missing.delete(row.key);
    const isOpen = row.knownTo === STILL_KNOWN;
    if (isWanted === isOpen) stay!.push(row);
    else if (row.knownFrom === knownFrom) remove!.push(row);
    else (isWanted ? reopen : close)!.push(row);
  }
  return { stay: stay!, close: close!, reopen: reopen!, remove: remove!, open: missing };
}

/** All that a row says, as one text. */
export function keyOf({ item, validFrom, validTo, certain, present, cause, causes, values }: TableRow): string {
  return JSON.stringify([item, validFrom, validTo, certain, present, cause, causes, ...values]);
}

/** Columns of every table that a row says something in, before its own. */
const SAID = ['item', 'valid_from', 'valid_to', 'certain', 'present', 'cause', 'causes'];

/** The writer of one table, its statements prepared once. */
export function createTableWriter(db: Database.Database, table: string, columns: Columns): WriteRows {
  const names = Object.keys(columns);
  const said = [...SAID, ...names.map(quoted)].join(', ');
  const blanks = '?, '.repeat(2 + SAID.length + names.length) + '?';
  const select = db
    .prepare(`SELECT row, known_from, known_to, ${said} FROM ${table} WHERE stream = ? AND known_to >= ?`)
    .raw();
  const insert = db.prepare(`INSERT INTO ${table} (stream, known_from, known_to, ${said}) VALUES (${blanks})`);
  const place = db.prepare(`INSERT INTO ${table}_rtree VALUES (?, ?, ?, ?, ?)`);
  const end = db.prepare(`UPDATE ${table} SET known_to = ? WHERE row = ?`);
  const cut = db.prepare(`UPDATE ${table}_rtree SET known_to = ? WHERE row = ?`);
  const remove = db.prepare(`DELETE FROM ${table} WHERE row = ?`);
  const lift = db.prepare(`DELETE FROM ${table}_rtree WHERE row = ?`);

  function moveEnd(row: StandingRow, knownTo: Instant): StandingRow {
    end.run(knownTo, row.row);
    cut.run(secondOf(knownTo), row.row);
    return { ...row, knownTo };
  }
  function open(stream: string, knownFrom: Instant, row: TableRow, key: string): StandingRow {
    const { item, validFrom, validTo, certain, present, cause, causes, values } = row;
    const padded = present === 1 ? values : names.map(() => null);
    const { lastInsertRowid } = insert.run(
      ...[stream, knownFrom, STILL_KNOWN, item, validFrom, validTo, certain, present, cause, causes],
      ...padded,
    );
    place.run(lastInsertRowid, ...[secondOf(knownFrom), secondOf(STILL_KNOWN), dayOf(validFrom), dayOf(validTo)]);
    return { row: Number(lastInsertRowid), knownFrom, knownTo: STILL_KNOWN, key };
  }
  return (stream, wanted, knownFrom, remembered) => {
    const standing = remembered ?? (select.all(stream, knownFrom) as Cell[][]).map(standingRow);
    const change = difference(standing, wanted, knownFrom);
    for (const { row } of change.remove) {
      remove.run(row);
      lift.run(row);
    }
    return [
      ...change.stay,
      ...change.close.map((row) => moveEnd(row, knownFrom)),
      ...change.reopen.map((row) => moveEnd(row, STILL_KNOWN)),
      ...[...change.open].map(([key, row]) => open(stream, knownFrom, row, key)),
    ];
  };
}

function standingRow([row, knownFrom, knownTo, ...said]: Cell[]): StandingRow {
  const isPresent = said[SAID.indexOf('present')] === 1;
  const key = JSON.stringify(isPresent ? said : said.slice(0, SAID.length));
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
