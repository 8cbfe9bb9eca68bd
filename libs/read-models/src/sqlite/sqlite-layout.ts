import { randomUUID } from 'node:crypto';
import type Database from 'better-sqlite3';
import { layoutSql, type LayoutWords, quoted, SHAPE } from '../tables/layout.js';

/** SQLite finds rows by both clocks through an R-tree beside the table. */
const words: LayoutWords = {
  text: 'TEXT',
  int: 'INTEGER',
  end: ' STRICT',
  index: (table) => ({
    columns: '',
    statements: [
      `CREATE VIRTUAL TABLE ${table}_rtree USING rtree_i32 (row, known_from, known_to, valid_from, valid_to)`,
    ],
  }),
};

/** Makes the tables, or drops and makes them anew when they are of another shape. */
export function ensureTables(db: Database.Database): void {
  const make = db.transaction(() => {
    db.exec('CREATE TABLE IF NOT EXISTS build (id TEXT NOT NULL, shape TEXT NOT NULL) STRICT');
    if (db.prepare('SELECT shape FROM build').pluck().get() === SHAPE) return;
    dropTables(db);
    for (const statement of layoutSql(words)) db.exec(statement);
    db.prepare('DELETE FROM build').run();
    db.prepare('INSERT INTO build VALUES (?, ?)').run(randomUUID(), SHAPE);
  });
  make.immediate();
}

/** Empties everything, to be filled from the start of the log. */
export function resetTables(db: Database.Database): void {
  const reset = db.transaction(() => {
    db.prepare('DELETE FROM build').run();
    ensureTables(db);
  });
  reset.immediate();
}

function dropTables(db: Database.Database): void {
  const virtual = "sql LIKE 'CREATE VIRTUAL TABLE%'";
  const names = (where: string): readonly string[] =>
    db
      .prepare<[], string>(`SELECT name FROM sqlite_schema WHERE type = 'table' AND name <> 'build' AND ${where}`)
      .pluck()
      .all();
  for (const name of names(virtual)) db.exec(`DROP TABLE ${quoted(name)}`);
  for (const name of names("name NOT LIKE 'sqlite_%'")) db.exec(`DROP TABLE ${quoted(name)}`);
}
