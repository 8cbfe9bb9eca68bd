import type pg from 'pg';
import { LOCKS } from './locks.js';
import { onOneConnection } from './pool.js';

export interface TurnsOptions {
  /** How long a turn is waited for, in ms. */
  readonly waitMs?: number;
  /** How long one may last, in ms: then PostgreSQL ends the connection that holds it, and others go on. */
  readonly longestMs?: number;
}

/** Turns that all processes on one database take: one acts at a time. */
export interface SharedTurns {
  /** Acts when nobody else does. @throws Unavailable when its turn does not come in time, or PostgreSQL cannot be asked */
  take<T>(act: () => Promise<T>): Promise<T>;
}

/**
 * Turns kept by a lock in PostgreSQL, which frees it when its holder dies. Who loses the connection while acting still
 * ends what it began, and what it recorded stays: what other streams forbid may then have been looked up too early.
 */
export function turnsInPostgres(pool: pg.Pool, { waitMs = 5_000, longestMs = 30_000 }: TurnsOptions = {}): SharedTurns {
  const begin = `begin;
    set local statement_timeout = 0; set local lock_timeout = ${waitMs};
    set local idle_in_transaction_session_timeout = ${longestMs};
    select pg_advisory_xact_lock(${LOCKS.space}, ${LOCKS.turn})`;
  return {
    async take<T>(act: () => Promise<T>): Promise<T> {
      let done: PromiseSettledResult<T> | null = null;
      try {
        await onOneConnection(pool, async (session) => {
          await session.query({ text: begin, query_timeout: waitMs + 1_000 } as pg.QueryConfig);
          [done] = await Promise.allSettled([act()]);
          await session.query('rollback'); // nothing was written
        });
      } catch (error) {
        if (done === null) throw error; // else the lock went with the connection, and what was done is done
      }
      return outcomeOf(done!);
    },
  };
}

function outcomeOf<T>(done: PromiseSettledResult<T>): T {
  if (done.status === 'rejected') throw done.reason;
  return done.value;
}
