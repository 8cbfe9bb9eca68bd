import { Unavailable } from '@cadre/kernel';
import pg from 'pg';

const CONNECT_MS = 2_000;
/** PostgreSQL ends a statement itself after so long; … */
const STATEMENT_MS = 5_000;
/** … when even that is not heard of, its connection is given up. */
const SILENCE_MS = 6_000;

/** PostgreSQL cannot be asked now. */
export class TablesUnavailable extends Unavailable {}

/** Connections to a PostgreSQL; each is opened when it is needed, none waits for ever, and one that broke is replaced. */
export function openPool(url: string, { most = 10 }: { readonly most?: number } = {}): pg.Pool {
  const pool = new pg.Pool({
    connectionString: url,
    max: most,
    connectionTimeoutMillis: CONNECT_MS,
    statement_timeout: STATEMENT_MS,
    query_timeout: SILENCE_MS,
    keepAlive: true,
    application_name: 'cadre',
    types: { getTypeParser: parserOf },
  });
  pool.on('error', () => undefined); // an idle connection broke: the pool drops it, and the next query says what is wrong
  return pool;
}

/** Whole numbers as numbers: positions and counts of this program are safe ones. */
function parserOf(oid: number, format?: 'text' | 'binary') {
  return oid === pg.types.builtins.INT8 ? Number : pg.types.getTypeParser(oid, format);
}

/** Rows of one statement, which is a transaction of its own. @throws Unavailable when PostgreSQL cannot be asked now, or takes longer than `limitMs` */
export async function ask<Row extends pg.QueryResultRow>(
  pool: pg.Pool,
  text: string,
  values: readonly unknown[] = [],
  limitMs = SILENCE_MS,
): Promise<readonly Row[]> {
  try {
    const query = { text, values: [...values], query_timeout: limitMs };
    return (await pool.query<Row>(query as pg.QueryConfig)).rows;
  } catch (error) {
    throw asFailure(error);
  }
}

/** One connection while somebody has it to himself. */
export interface Session {
  /** True once a query has failed: the connection takes nothing more. */
  hasFailed(): boolean;
  /** @throws Unavailable when PostgreSQL cannot be asked now */
  query<Row extends pg.QueryResultRow>(
    query: string | pg.QueryConfig,
    values?: readonly unknown[],
  ): Promise<pg.QueryResult<Row>>;
}

/**
 * Acts on one connection; it is not used again when PostgreSQL failed. Whatever else `act` throws passes through.
 * @throws Unavailable when PostgreSQL cannot be asked now
 */
export async function onOneConnection<T>(pool: pg.Pool, act: (session: Session) => Promise<T>): Promise<T> {
  const client = await pool.connect().catch((error: unknown) => {
    throw asFailure(error);
  });
  const ignore = (): void => undefined; // the query under way fails as well, and tells
  client.on('error', ignore);
  let failed = false;
  const session: Session = {
    hasFailed: () => failed,
    async query<Row extends pg.QueryResultRow>(query: string | pg.QueryConfig, values?: readonly unknown[]) {
      try {
        return await client.query<Row>(query as pg.QueryConfig, values && [...values]);
      } catch (error) {
        failed = true;
        throw asFailure(error);
      }
    },
  };
  try {
    return await act(session);
  } finally {
    client.off('error', ignore);
    client.release(failed);
  }
}

/** Classes of SQLSTATE that say that we are wrong: trying again would not help. Everything else is the server or the way to it. */
const OUR_FAULT = /^(?:0A|22|23|3F|42)/;

/** SQLSTATE of a schema and of a table that is not there. */
const MISSING = new Set(['3F000', '42P01']);

/** Did a question fail because a schema, or a table in it, is not there? */
export const isMissing = (error: unknown): boolean => MISSING.has(String((error as { code?: unknown }).code));

/** SQLSTATE of rows that others have changed since, or hold: a change that came too late, a deadlock, a lock not got, an entry there already. */
const DISTURBED = new Set(['40001', '40P01', '55P03', '23505']);

/** Did a transaction fail because of what others do at the same time? */
export function isDisturbance(error: unknown): boolean {
  const { code, cause } = error as { code?: unknown; cause?: unknown };
  return DISTURBED.has(String(code)) || (cause !== undefined && isDisturbance(cause));
}

/** What a failed question is to the rest of the program. */
export function asFailure(error: unknown): Error {
  const { code, message } = error as { code?: unknown; message: string };
  if (error instanceof pg.DatabaseError && typeof code === 'string' && OUR_FAULT.test(code)) return error;
  return error instanceof Unavailable ? error : new TablesUnavailable(`PostgreSQL: ${message}`, { cause: error });
}
