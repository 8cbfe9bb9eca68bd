import type Database from 'better-sqlite3';

/** "CdrL" in SQLite's header: says whose file this is. */
export const APPLICATION_ID = 0x4364724c;
/** Version of the tables below. */
export const SCHEMA_VERSION = 1;

/**
 * `latest_recorded_at` is the greatest `recorded_at` up to and including the entry: the head of the log is one row.
 * Entries are never changed and never removed; the triggers stop a slip, not an attacker.
 */
const SCHEMA = `
  CREATE TABLE entries (
    position INTEGER PRIMARY KEY,
    stream TEXT NOT NULL,
    revision INTEGER NOT NULL,
    event_id TEXT NOT NULL UNIQUE,
    type TEXT NOT NULL,
    schema_version INTEGER NOT NULL,
    recorded_at TEXT NOT NULL,
    latest_recorded_at TEXT NOT NULL,
    data TEXT NOT NULL,
    meta TEXT NOT NULL,
    UNIQUE (stream, revision)
  ) STRICT;
  CREATE TRIGGER entries_are_never_changed BEFORE UPDATE ON entries
    BEGIN SELECT RAISE(ABORT, 'entries of the log are never changed'); END;
  CREATE TRIGGER entries_are_never_removed BEFORE DELETE ON entries
    BEGIN SELECT RAISE(ABORT, 'entries of the log are never removed'); END;
`;

/** Makes the tables of a new log, all or none; does nothing when another process just did. */
export function createSchema(db: Database.Database): void {
  const create = db.transaction(() => {
    if (db.pragma('application_id', { simple: true }) === APPLICATION_ID) return;
    db.exec(SCHEMA);
    db.pragma(`application_id = ${APPLICATION_ID}`);
    db.pragma(`user_version = ${SCHEMA_VERSION}`);
  });
  create.immediate();
}
