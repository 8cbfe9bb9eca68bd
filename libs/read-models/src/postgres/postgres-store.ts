import { createHash } from 'node:crypto';
import type pg from 'pg';
import { type RawBuilder } from 'kysely';
import { type TableStore } from '../tables/store.js';
import { type Snapshot } from '../tables/tables.js';
import { postgresWords } from '../tables/words.js';
import { onOneConnection, type Session } from './pool.js';
import { makeBuild } from './postgres-layout.js';
import { type Query, writingOn } from './postgres-writing.js';

/** Tables of one build, or of whichever is in use. */
export interface StoreOptions {
  /** The schema the tables are in. @throws Unavailable */
  readonly build: () => Promise<string>;
  /** Longest a statement may take, in ms. */
  readonly patienceMs: number;
}

const PAGE_ROWS = 2_000;
/** The schema or a table in it is gone: the tables were switched twice since it was looked up. */
const GONE = new Set(['3F000', '42P01']);

/** Tables in PostgreSQL: a question reads one snapshot, a batch is one transaction. Closing leaves the pool to its owner. */
export function openPostgresStore(pool: pg.Pool, { build, patienceMs }: StoreOptions): TableStore {
  async function within<T>(begin: string, act: (session: Session) => Promise<T>): Promise<T> {
    const schema = await build();
    return onOneConnection(pool, async (session) => {
      await session.query({
        ...timed(patienceMs),
        text: `${begin}; SET LOCAL search_path TO ${schema}; ${limit(patienceMs)}`,
      });
      try {
        const answer = await act(session);
        await session.query('COMMIT');
        return answer;
      } catch (error) {
        if (!session.hasFailed()) await session.query('ROLLBACK');
        throw error;
      }
    });
  }
  async function again<T>(act: () => Promise<T>): Promise<T> {
    try {
      return await act();
    } catch (error) {
      if (!GONE.has((error as { code?: string }).code ?? '')) throw error;
      return act();
    }
  }
  return {
    read: (ask) =>
      again(() =>
        within('BEGIN ISOLATION LEVEL REPEATABLE READ READ ONLY', (session) => ask(snapshotOf(session, patienceMs))),
      ),
    change: (act) => within('BEGIN', (session) => act(writingOn(queryOn(session, patienceMs)))),
    async reset() {
      const schema = await build();
      await onOneConnection(pool, (session) =>
        session.query(`BEGIN; DROP SCHEMA IF EXISTS ${schema} CASCADE; ${makeBuild(schema)} COMMIT`),
      );
    },
    close: async () => undefined,
  };
}

const limit = (ms: number): string => `SET LOCAL statement_timeout = ${ms}`;
/** A little longer than the server's own limit, so that its sentence is the one heard. */
const timed = (ms: number): object => ({ query_timeout: ms + 1_000 });

function queryOn(session: Session, patienceMs: number): Query {
  return async <Row extends pg.QueryResultRow>(text: string, values: readonly unknown[]) => {
    const { rows } = await session.query<Row>({ ...timed(patienceMs), name: nameOf(text), text, values: [...values] });
    return rows;
  };
}

/** The tables as a connection sees them while its transaction lasts. */
function snapshotOf(session: Session, patienceMs: number): Snapshot {
  const query = queryOn(session, patienceMs);
  let cursors = 0;
  const snapshot: Snapshot = {
    words: postgresWords,
    read: (ask) => ask(snapshot),
    async all<Row>(asked: RawBuilder<unknown>) {
      const { sql, parameters } = postgresWords.compile(asked);
      return (await query(sql, parameters)) as readonly Row[];
    },
    async *pages<Row>(asked: RawBuilder<unknown>) {
      const { sql, parameters } = postgresWords.compile(asked);
      const cursor = `pages_${(cursors += 1)}`;
      await session.query({ ...timed(SORT_MS), text: limit(SORT_MS) });
      await session.query({
        ...timed(SORT_MS),
        text: `DECLARE ${cursor} NO SCROLL CURSOR FOR ${sql}`,
        values: [...parameters],
      });
      for (;;) {
        const { rows } = await session.query<Row & pg.QueryResultRow>({
          ...timed(SORT_MS),
          text: `FETCH ${PAGE_ROWS} FROM ${cursor}`,
        });
        if (rows.length === 0) break;
        yield rows;
      }
      await session.query(`CLOSE ${cursor}`);
    },
  };
  return snapshot;
}

/** Whole tables are sorted before their first page comes, in ms. */
const SORT_MS = 600_000;

/** Statements are prepared once on each connection, by a name that follows from their text. */
const nameOf = (text: string): string => createHash('sha256').update(text).digest('base64url').slice(0, 32);
