import { type Entry, type LogHead } from '@cadre/kernel';
import type Database from 'better-sqlite3';
import { decode, type EntryRow } from '../codec.js';
import { type Pages } from '../feed.js';

/** Entries per query. A reader that holds a statement open would stop SQLite from emptying the WAL. */
const PAGE_ENTRIES = 500;

export interface Reader extends Pages {
  stream(stream: string): readonly Entry[];
  at(position: number): Entry | null;
  head(): LogHead | null;
}

/** Reads on a connection of its own: it sees each commit as soon as it is made, and never waits for one. */
export function createReader(db: Database.Database): Reader {
  const columns = `position, stream, revision, event_id AS eventId, type, schema_version AS schemaVersion,
    recorded_at AS recordedAt, data, meta`;
  const stream = db.prepare<[string], EntryRow>(`SELECT ${columns} FROM entries WHERE stream = ? ORDER BY revision`);
  const at = db.prepare<[number], EntryRow>(`SELECT ${columns} FROM entries WHERE position = ?`);
  const page = db.prepare<[number, number], EntryRow>(
    `SELECT ${columns} FROM entries WHERE position > ? AND position <= ? ORDER BY position LIMIT ${PAGE_ENTRIES}`,
  );
  const last = db.prepare<[], number | null>('SELECT max(position) FROM entries').pluck();
  const head = db.prepare<[], LogHead>(
    'SELECT position, latest_recorded_at AS recordedAt FROM entries ORDER BY position DESC LIMIT 1',
  );
  return {
    stream: (name) => stream.all(name).map(decode),
    at: (position) => {
      const row = at.get(position);
      return row ? decode(row) : null;
    },
    page: (after, upTo) => page.all(after, upTo).map(decode),
    lastPosition: () => last.get() ?? 0,
    head: () => head.get() ?? null,
  };
}
