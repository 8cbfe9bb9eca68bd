import Database from 'better-sqlite3';
import { type RawBuilder } from 'kysely';
import { type Snapshot } from '../tables/tables.js';
import { sqliteWords } from '../tables/words.js';

const LOCK_WAIT_MS = 5_000;
const PAGE_ROWS = 2_000;
const MOST_STATEMENTS = 500;

/** One connection to a file of tables, its statements prepared once. */
export interface Connection {
  readonly db: Database.Database;
  statement(this: void, sql: string): Database.Statement<unknown[], unknown>;
}

/** Opens a connection. Rows lost in a power cut are lost with their checkpoint and told again, so it need not sync each time. */
export function connect(path: string): Connection {
  const db = new Database(path, { timeout: LOCK_WAIT_MS });
  db.pragma('journal_mode = WAL');
  db.pragma('synchronous = NORMAL');
  db.pragma('cache_size = -65536'); // 64 MB: rows of a stream lie all over the file
  const statements = new Map<string, Database.Statement<unknown[], unknown>>();
  return {
    db,
    statement(sql) {
      const known = statements.get(sql) ?? db.prepare<unknown[], unknown>(sql);
      if (statements.size >= MOST_STATEMENTS) statements.clear(); // questions come in any number of forms
      statements.set(sql, known);
      return known;
    },
  };
}

/** The tables as a connection sees them while its transaction lasts. */
export function snapshotOf({ statement }: Connection): Snapshot {
  const snapshot: Snapshot = {
    words: sqliteWords,
    read: (ask) => ask(snapshot),
    async all<Row>(query: RawBuilder<unknown>) {
      const { sql, parameters } = sqliteWords.compile(query);
      return statement(sql).all(...parameters) as Row[];
    },
    async *pages<Row>(query: RawBuilder<unknown>) {
      const { sql, parameters } = sqliteWords.compile(query);
      let page: Row[] = [];
      for (const row of statement(sql).iterate(...parameters)) {
        if (page.push(row as Row) < PAGE_ROWS) continue;
        yield page;
        page = [];
      }
      if (page.length > 0) yield page;
    },
  };
  return snapshot;
}
