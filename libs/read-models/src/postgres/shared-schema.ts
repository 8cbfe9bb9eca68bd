import { SHARES } from '@cadre/kernel';
import type pg from 'pg';
import { LOCKS } from './locks.js';
import { ask, isMissing, onOneConnection } from './pool.js';

/** Tables that processes work together by: what each may work on, and how far the policies have come. */
const TABLES = `
  create schema if not exists cadre;
  create table if not exists cadre.projectors (holder text primary key, seen timestamptz not null);
  create table if not exists cadre.leases (share integer primary key, holder text, until timestamptz not null);
  create table if not exists cadre.policy_checkpoints (
    share integer primary key, position bigint not null, event_id text not null
  );
  create table if not exists cadre.policy_alarms (
    id bigint generated always as identity, event_id text, policy text, stream text not null, position bigint not null,
    sentence text not null, primary key (event_id, policy)
  );
  create table if not exists cadre.policy_followed (
    id bigint generated always as identity primary key, because text not null, event_id text not null,
    stream text not null, type text not null, position bigint not null, unique (because, event_id)
  );
  insert into cadre.leases select share, null, '-infinity' from generate_series(0, ${SHARES - 1}) share on conflict do nothing;
`;

/** Makes the schema "cadre" and what is missing in it; several processes may do so at once. @throws Unavailable */
export async function makeSharedSchema(pool: pg.Pool): Promise<void> {
  await onOneConnection(pool, async (session) => {
    // One message, so one transaction: the lock is given back with its end, whatever that is.
    await session.query(`select pg_advisory_xact_lock(${LOCKS.space}, ${LOCKS.schema}); ${TABLES}`);
  });
}

/**
 * Rows of one statement on what is in the schema "cadre", which is made again when it is gone: whoever empties a database
 * under running processes loses what was in it, not those who work with it. @throws Unavailable
 */
export async function askShared<Row extends pg.QueryResultRow>(
  pool: pg.Pool,
  ...question: readonly [text: string, values?: readonly unknown[], limitMs?: number]
): Promise<readonly Row[]> {
  try {
    return await ask<Row>(pool, ...question);
  } catch (error) {
    if (!isMissing(error)) throw error;
    await makeSharedSchema(pool);
    return ask<Row>(pool, ...question);
  }
}
