import { createHash } from 'node:crypto';
import type pg from 'pg';
import { type RawBuilder } from 'kysely';
import { type ForkedTables, ForkDisturbed, type TableStore } from '../tables/store.js';
import { type Snapshot } from '../tables/tables.js';
import { postgresWords } from '../tables/words.js';
import { isDisturbance, isMissing, onOneConnection, type Session, TablesUnavailable } from './pool.js';
import { type Query, writingOn } from './postgres-writing.js';

/** Tables of one build, or of whichever is in use. */
export interface StoreOptions {
  /** The schema the tables are in. @throws Unavailable */
  readonly build: () => Promise<string>;
  /** Looks, in a transaction that is to change a build, whether it may be. @throws TablesElsewhere when others are in use */
  readonly hold?: (session: Session, build: string) => Promise<void>;
  /** Called when the schema or a table in it is gone: tables were switched twice since it was looked up. */
  readonly forget?: () => void;
  /** Longest a statement may take, in ms. */
  readonly patienceMs: number;
}

const PAGE_ROWS = 2_000;

/** Tables in PostgreSQL: a question reads one snapshot, a batch is one transaction. Closing leaves the pool to its owner. */
export function openPostgresStore(pool: pg.Pool, options: StoreOptions): TableStore {
  const { build, hold, forget = () => undefined, patienceMs } = options;
  const isNamed = createNames();

  async function within<T>(
    begin: string,
    act: (session: Session, schema: string) => Promise<T>,
    end: 'COMMIT' | 'ROLLBACK' = 'COMMIT',
  ): Promise<T> {
    const schema = await build();
    return onOneConnection(pool, async (session) => {
      const opening = `${begin}; SET LOCAL search_path TO ${schema}; ${limit(patienceMs)}`;
      await session.query({ ...timed(patienceMs), text: opening });
      try {
        const answer = await act(session, schema);
        await session.query(end);
        return answer;
      } catch (error) {
        if (!session.hasFailed()) await session.query('ROLLBACK');
        throw error;
      }
    });
  }
  /** Once more, on the build that is in use by now. */
  async function again<T>(act: () => Promise<T>): Promise<T> {
    try {
      return await act();
    } catch (error) {
      if (!isMissing(error)) throw error;
      forget();
    }
    try {
      return await act();
    } catch (error) {
      if (!isMissing(error)) throw error;
      forget();
      throw new TablesUnavailable('PostgreSQL: the tables are being replaced', { cause: error });
    }
  }
  return {
    read: (ask) =>
      again(() =>
        within('BEGIN ISOLATION LEVEL REPEATABLE READ READ ONLY', (session) =>
          ask(snapshotOf(session, queryOn(session, patienceMs, isNamed))),
        ),
      ),
    change: (act) =>
      within('BEGIN', async (session, schema) => {
        await hold?.(session, schema);
        return act(
          writingOn(
            queryOn(session, patienceMs, () => true),
            schema,
          ),
        );
      }),
    fork: (act) =>
      again(() =>
        within(
          `BEGIN ISOLATION LEVEL REPEATABLE READ; SET LOCAL lock_timeout = ${LOCK_MS}`,
          (session, schema) => act(forkedOn(session, schema, patienceMs)),
          'ROLLBACK',
        ),
      ).catch(disturbed),
    close: async () => undefined,
  };
}

function forkedOn(session: Session, schema: string, patienceMs: number): ForkedTables {
  const query = queryOn(session, patienceMs, () => false); // a fork is no place to prepare for others
  return { snapshot: snapshotOf(session, query), writing: writingOn(query, schema) };
}

/** @throws ForkDisturbed when others were in the way, else the error itself */
function disturbed(error: unknown): never {
  throw isDisturbance(error) ? new ForkDisturbed('PostgreSQL: others changed the same rows', { cause: error }) : error;
}

/** How long a fork waits for rows that others are changing, in ms: less than PostgreSQL takes to look for a deadlock and end somebody. */
const LOCK_MS = 500;

const limit = (ms: number): string => `SET LOCAL statement_timeout = ${ms}`;
/** A little longer than the server's own limit, so that its sentence is the one heard. */
const timed = (ms: number): object => ({ query_timeout: ms + 1_000 });

function queryOn(session: Session, patienceMs: number, isNamed: (text: string) => boolean): Query {
  return async <Row extends pg.QueryResultRow>(text: string, values: readonly unknown[]) => {
    const name = isNamed(text) ? { name: nameOf(text) } : {};
    const { rows } = await session.query<Row>({ ...timed(patienceMs), ...name, text, values: [...values] });
    return rows;
  };
}

/** The tables as a connection sees them while its transaction lasts. */
function snapshotOf(session: Session, query: Query): Snapshot {
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
      const declare = `DECLARE ${cursor} NO SCROLL CURSOR FOR ${sql}`;
      await session.query({ ...timed(SORT_MS), text: declare, values: [...parameters] });
      for (;;) {
        const fetch = { ...timed(SORT_MS), text: `FETCH ${PAGE_ROWS} FROM ${cursor}` };
        const { rows } = await session.query<Row & pg.QueryResultRow>(fetch);
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

const MOST_NAMED = 200;

/** Questions come in any number of forms: only the first ones are kept prepared. */
function createNames(): (text: string) => boolean {
  const named = new Set<string>();
  return (text) => named.has(text) || (named.size < MOST_NAMED && named.add(text).has(text));
}
