import { canonicalJson, sha256 } from '@cadre/kernel';
import type Database from 'better-sqlite3';
import { type Columns, type ReadModel } from '../read-model.js';

/** Raise when a fold changes its mind: tables filled by an older one are then dropped and filled anew. */
const FOLDS_VERSION = 2;

const SQL_TYPE = { text: 'TEXT', int: 'INTEGER', json: 'TEXT' } as const;

/** Tables beside the read models: one row per log entry, how far the log is told, and what could not be. */
const BESIDE = `
  CREATE TABLE entries (
    position INTEGER PRIMARY KEY, stream TEXT NOT NULL, category TEXT NOT NULL, revision INTEGER NOT NULL,
    event_id TEXT NOT NULL UNIQUE, type TEXT NOT NULL, earliest TEXT, latest TEXT, phrase TEXT,
    document TEXT, paragraph TEXT, local_knowledge TEXT, fact TEXT,
    recorded_at TEXT NOT NULL, entered_at TEXT, known_at TEXT NOT NULL,
    actor_id TEXT NOT NULL, actor_role TEXT NOT NULL, reason TEXT, command_id TEXT NOT NULL,
    precedes TEXT NOT NULL, retells TEXT, data TEXT NOT NULL
  ) STRICT;
  CREATE INDEX entries_by_stream ON entries (stream, revision);
  CREATE INDEX entries_by_known ON entries (known_at);
  CREATE INDEX entries_by_fact ON entries (fact) WHERE fact IS NOT NULL;
  CREATE TABLE checkpoint (
    one INTEGER PRIMARY KEY CHECK (one = 1), position INTEGER NOT NULL, known_at TEXT NOT NULL, event_id TEXT NOT NULL
  ) STRICT;
  CREATE TABLE parked_streams (stream TEXT PRIMARY KEY, position INTEGER NOT NULL, reason TEXT NOT NULL) STRICT;
  INSERT INTO checkpoint VALUES (1, 0, '', '');
`;

/** One table per name, though several kinds of stream may fill it. */
export function tablesOf(models: readonly ReadModel[]): ReadonlyMap<string, Columns> {
  return new Map(models.map(({ table, columns }) => [table, columns]));
}

/** Makes the tables, or drops and makes them anew when they are of another shape. */
export function ensureTables(db: Database.Database, models: readonly ReadModel[]): void {
  const shape = sha256(
    canonicalJson({
      FOLDS_VERSION,
      BESIDE,
      models: models.map(({ table, category, columns }) => [table, category, Object.entries(columns)]),
    }),
  );
  const make = db.transaction(() => {
    db.exec('CREATE TABLE IF NOT EXISTS shape (digest TEXT NOT NULL) STRICT');
    if (db.prepare('SELECT digest FROM shape').pluck().get() === shape) return;
    dropTables(db);
    db.exec(BESIDE);
    for (const [table, columns] of tablesOf(models)) db.exec(tableSql(table, columns));
    db.prepare('DELETE FROM shape').run();
    db.prepare('INSERT INTO shape VALUES (?)').run(shape);
  });
  make.immediate();
}

/** Empties everything, to be filled from the start of the log. */
export function resetTables(db: Database.Database, models: readonly ReadModel[]): void {
  const reset = db.transaction(() => {
    db.prepare('DELETE FROM shape').run();
    ensureTables(db, models);
  });
  reset.immediate();
}

function dropTables(db: Database.Database): void {
  const virtual = "sql LIKE 'CREATE VIRTUAL TABLE%'";
  const names = (where: string): readonly string[] =>
    db
      .prepare<[], string>(`SELECT name FROM sqlite_schema WHERE type = 'table' AND name <> 'shape' AND ${where}`)
      .pluck()
      .all();
  for (const name of names(virtual)) db.exec(`DROP TABLE ${quoted(name)}`);
  for (const name of names("name NOT LIKE 'sqlite_%'")) db.exec(`DROP TABLE ${quoted(name)}`);
}

function tableSql(table: string, columns: Columns): string {
  const own = Object.entries(columns).map(([name, type]) => `, ${quoted(name)} ${SQL_TYPE[type]}`);
  return `
    CREATE TABLE ${table} (
      row INTEGER PRIMARY KEY, stream TEXT NOT NULL, known_from TEXT NOT NULL, known_to TEXT NOT NULL,
      item TEXT NOT NULL, valid_from TEXT NOT NULL, valid_to TEXT NOT NULL,
      certain INTEGER NOT NULL, present INTEGER NOT NULL, cause TEXT NOT NULL, causes TEXT NOT NULL${own.join('')}
    ) STRICT;
    CREATE INDEX ${table}_by_stream ON ${table} (stream);
    CREATE VIRTUAL TABLE ${table}_rtree USING rtree_i32 (row, known_from, known_to, valid_from, valid_to);`;
}

export const quoted = (name: string): string => `"${name.replaceAll('"', '""')}"`;
