import { createHash } from 'node:crypto';
import type Database from 'better-sqlite3';
import { models } from '../models.js';
import { quoted, tablesOf } from '../tables/schema.js';

/** What a table holds, for comparing two files. */
export interface TableDigest {
  readonly table: string;
  readonly rows: number;
  /** SHA-256 (hex) over all rows in one order; row numbers do not enter. */
  readonly digest: string;
}

/** One digest per table. Equal digests mean equal tables, however each was filled. */
export function tableDigests(db: Database.Database): readonly TableDigest[] {
  const read = db.transaction(() =>
    [...tablesOf(models).keys(), 'entries', 'checkpoint', 'parked_streams']
      .toSorted()
      .map((table) => digestOf(db, table)),
  );
  return read();
}

/** SHA-256 (hex) over everything the tables hold. */
export function digest(db: Database.Database): string {
  const hash = createHash('sha256');
  for (const table of tableDigests(db)) hash.update(`${table.table} ${table.rows} ${table.digest}\n`);
  return hash.digest('hex');
}

function digestOf(db: Database.Database, table: string): TableDigest {
  const columns = db
    .prepare<[string], string>("SELECT name FROM pragma_table_info(?) WHERE name <> 'row' ORDER BY cid")
    .pluck()
    .all(table)
    .map(quoted)
    .join(', ');
  const hash = createHash('sha256');
  let rows = 0;
  for (const row of db
    .prepare(`SELECT ${columns} FROM ${quoted(table)} ORDER BY ${columns}`)
    .raw()
    .iterate()) {
    hash.update(`${JSON.stringify(row)}\n`);
    rows++;
  }
  return { table, rows, digest: hash.digest('hex') };
}
