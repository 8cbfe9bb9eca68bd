import type Database from 'better-sqlite3';
import { DummyDriver, Kysely, type RawBuilder, SqliteAdapter, SqliteIntrospector, SqliteQueryCompiler } from 'kysely';

/** Writes SQL and runs none: an answer is made of several reads of one snapshot, and those are synchronous here. */
const compiler = new Kysely<unknown>({
  dialect: {
    createAdapter: () => new SqliteAdapter(),
    createDriver: () => new DummyDriver(),
    createIntrospector: (db) => new SqliteIntrospector(db),
    createQueryCompiler: () => new SqliteQueryCompiler(),
  },
});

/** All rows a query gives. */
export function all<Row>(db: Database.Database, query: RawBuilder<unknown>): readonly Row[] {
  const { sql, parameters } = query.compile(compiler);
  return db.prepare<unknown[], Row>(sql).all(...parameters);
}

/** The first row a query gives. */
export function first<Row>(db: Database.Database, query: RawBuilder<unknown>): Row | null {
  const { sql, parameters } = query.compile(compiler);
  return db.prepare<unknown[], Row>(sql).get(...parameters) ?? null;
}
