import { mkdirSync } from 'node:fs';
import { join } from 'node:path';
import Database from 'better-sqlite3';
import { NO_STREAM, type ProposedEvent, sizeOf, type StoredEvent } from './records.js';

/** The node's log on disk: one row per record, in a SQLite file only one process may hold. */
export interface Table {
  /** Writes the next record; answers where it begins. */
  insert(stream: string, revision: number, event: ProposedEvent): number;
  /** Where the next record will begin. */
  end(): number;
  /** Where the last record begins; -1 on an empty log. */
  lastPosition(): number;
  /** Revision of the last event of a stream, as written (tombstones included); NO_STREAM when there is none. */
  lastRevision(stream: string): number;
  at(stream: string, revision: number): StoredEvent | null;
  /** Ascending revisions, both ends included. */
  inStream(stream: string, from: number, to: number): readonly StoredEvent[];
  /** Ascending positions, from `position` on. */
  from(position: number, limit: number): readonly StoredEvent[];
  /** Descending positions, of records that end at `end` or before. */
  endingAt(end: number, limit: number): readonly StoredEvent[];
  /** How many records begin after a position. */
  countAfter(position: number): number;
  beginsAt(position: number): boolean;
  endsAt(position: number): boolean;
  /** Runs it as one durable write: all or nothing. */
  inOneWrite<T>(run: () => T): T;
  close(): void;
}

type Row = Omit<StoredEvent, 'isJson'> & { readonly isJson: number };

const COLUMNS =
  'position, next, stream, revision, event_id AS eventId, type, is_json AS isJson, created, data, metadata';

/** Opens or begins the log in a folder. @throws when another process holds it. */
export function openTable(folder: string): Table {
  mkdirSync(folder, { recursive: true });
  const database = new Database(join(folder, 'node.sqlite'), { timeout: 0 });
  database.pragma('locking_mode = EXCLUSIVE');
  database.pragma('journal_mode = WAL');
  database.pragma('synchronous = FULL');
  database.exec(`CREATE TABLE IF NOT EXISTS record (
    position INTEGER PRIMARY KEY, next INTEGER NOT NULL UNIQUE, stream TEXT NOT NULL, revision INTEGER NOT NULL,
    event_id TEXT NOT NULL, type TEXT NOT NULL, is_json INTEGER NOT NULL, created TEXT NOT NULL,
    data BLOB NOT NULL, metadata BLOB NOT NULL, UNIQUE (stream, revision)) STRICT`);
  database.exec('BEGIN IMMEDIATE; COMMIT'); // takes the lock now, so that a second node learns of it at once

  const insert = database.prepare(
    `INSERT INTO record (position, next, stream, revision, event_id, type, is_json, created, data, metadata)
     VALUES (@position, @next, @stream, @revision, @eventId, @type, @isJson, @created, @data, @metadata)`,
  );
  const end = database.prepare('SELECT max(next) FROM record').pluck();
  const lastPosition = database.prepare('SELECT max(position) FROM record').pluck();
  const lastRevision = database.prepare('SELECT max(revision) FROM record WHERE stream = ?').pluck();
  const inStream = database.prepare<[string, bigint, bigint], Row>(
    `SELECT ${COLUMNS} FROM record WHERE stream = ? AND revision BETWEEN ? AND ? ORDER BY revision`,
  );
  const from = database.prepare<[number, number], Row>(
    `SELECT ${COLUMNS} FROM record WHERE position >= ? ORDER BY position LIMIT ?`,
  );
  const endingAt = database.prepare<[number, number], Row>(
    `SELECT ${COLUMNS} FROM record WHERE next <= ? ORDER BY next DESC LIMIT ?`,
  );
  const countAfter = database.prepare('SELECT count(*) FROM record WHERE position > ?').pluck();
  const beginsAt = database.prepare('SELECT 1 FROM record WHERE position = ?').pluck();
  const endsAt = database.prepare('SELECT 1 FROM record WHERE next = ?').pluck();

  const tick = createClock();
  const rows = (stream: string, first: number, last: number): readonly StoredEvent[] =>
    inStream.all(stream, integer(first), integer(last)).map(eventOf);
  return {
    insert(stream, revision, { eventId, type, isJson, data, metadata }) {
      const position = (end.get() as number | null) ?? 0;
      const next = position + sizeOf(stream, { eventId, type, isJson, data, metadata });
      const place = { position, next, stream, revision: integer(revision), created: tick() };
      insert.run({ ...place, eventId, type, isJson: Number(isJson), data, metadata });
      return position;
    },
    end: () => (end.get() as number | null) ?? 0,
    lastPosition: () => (lastPosition.get() as number | null) ?? -1,
    lastRevision: (stream) => (lastRevision.get(stream) as number | null) ?? NO_STREAM,
    at: (stream, revision) => rows(stream, revision, revision)[0] ?? null,
    inStream: rows,
    from: (position, limit) => from.all(position, limit).map(eventOf),
    endingAt: (position, limit) => endingAt.all(position, limit).map(eventOf),
    countAfter: (position) => countAfter.get(position) as number,
    beginsAt: (position) => beginsAt.get(position) !== undefined,
    endsAt: (position) => endsAt.get(position) !== undefined,
    inOneWrite: (run) => database.transaction(run).immediate(),
    close: () => void database.close(),
  };
}

/** The time in units of 100 ns since 1970, never the same twice. */
function createClock(): () => string {
  let last = 0n;
  return () => {
    const now = BigInt(Date.now()) * 10_000n;
    last = now > last ? now : last + 1n;
    return String(last);
  };
}

const eventOf = (row: Row): StoredEvent => ({ ...row, isJson: row.isJson === 1 });

/** SQLite keeps 64-bit integers exactly; a double at their edge must not become a REAL. */
const integer = (value: number): bigint => (value >= 2 ** 63 ? 2n ** 63n - 1n : BigInt(value));
