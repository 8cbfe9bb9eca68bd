import { randomUUID } from 'node:crypto';
import type pg from 'pg';
import { type Beside, type ReadModels } from '../tables/store.js';
import { SHAPE } from '../tables/layout.js';
import { LOCKS } from './locks.js';
import { ask, onOneConnection } from './pool.js';
import { BUILDS, makeBuild } from './postgres-layout.js';
import { openPostgresStore } from './postgres-store.js';

/**
 * Which build of the tables is in use, for each shape they have had: programs of two versions can work side by side, each
 * on tables of its own.
 */
const POINTER = `
  CREATE SCHEMA IF NOT EXISTS cadre;
  CREATE TABLE IF NOT EXISTS cadre.tables_in_use (shape text PRIMARY KEY, build text NOT NULL, previous text)`;

/** How often it is looked whether the tables were switched, in ms. */
const LOOK_MS = 500;
/** Longest a statement may take: of a question or a live batch, and of tables that are filled anew. */
const [PATIENCE_MS, LONG_PATIENCE_MS] = [5_000, 600_000];
/** A build nobody uses and that was begun so long ago was left by a rebuild that was killed. */
const LEFT_BEHIND_MS = 24 * 3_600_000;

/** The tables in a PostgreSQL, made when they are first asked for: opening them needs no server yet. */
export function openPostgresReadModels(pool: pg.Pool): ReadModels {
  let looked: { readonly at: number; readonly build: Promise<string> } | null = null;

  function inUse(): Promise<string> {
    if (looked === null || Date.now() - looked.at > LOOK_MS) {
      const build = lookUp(pool);
      looked = { at: Date.now(), build };
      build.catch(() => (looked = null));
    }
    return looked.build;
  }
  const current = openPostgresStore(pool, { build: inUse, patienceMs: PATIENCE_MS });

  async function beside(): Promise<Beside> {
    await inUse();
    await removeLeftBehind(pool);
    const name = newName();
    await onOneConnection(pool, (session) => session.query(`BEGIN; ${makeBuild(name)} COMMIT`));
    return {
      store: openPostgresStore(pool, { build: async () => name, patienceMs: LONG_PATIENCE_MS }),
      async putInUse() {
        await switchTo(pool, name);
        looked = null;
      },
      discard: async () => void (await ask(pool, `DROP SCHEMA IF EXISTS ${name} CASCADE`)),
    };
  }
  return {
    ...current,
    async reset() {
      await current.reset();
      looked = null;
    },
    beside,
    async restorePrevious() {
      await inUse();
      const switched = await ask(
        pool,
        `UPDATE cadre.tables_in_use SET build = previous, previous = build
         WHERE shape = $1 AND previous IS NOT NULL RETURNING build`,
        [SHAPE],
      );
      looked = null;
      return switched.length > 0;
    },
  };
}

/** The build in use; the first one is made here, once, whoever asks at the same time. */
async function lookUp(pool: pg.Pool): Promise<string> {
  const select = 'SELECT build FROM cadre.tables_in_use WHERE shape = $1';
  const isThere = await ask<{ name: string | null }>(pool, `SELECT to_regclass('cadre.tables_in_use')::text AS name`);
  const [standing] = isThere[0]!.name === null ? [] : await ask<{ build: string }>(pool, select, [SHAPE]);
  if (standing) return standing.build;
  return onOneConnection(pool, async (session) => {
    await session.query(`BEGIN; SELECT pg_advisory_xact_lock(${LOCKS.space}, ${LOCKS.schema}); ${POINTER}`);
    const { rows } = await session.query<{ build: string }>(select, [SHAPE]);
    const build = rows[0]?.build ?? newName();
    if (rows.length === 0) {
      await session.query(makeBuild(build));
      await session.query('INSERT INTO cadre.tables_in_use VALUES ($1, $2, NULL)', [SHAPE, build]);
    }
    await session.query('COMMIT');
    return build;
  });
}

/** Makes another build the one in use, at once for everyone; keeps the former one and no older. */
async function switchTo(pool: pg.Pool, name: string): Promise<void> {
  await onOneConnection(pool, async (session) => {
    await session.query('BEGIN');
    const { rows } = await session.query<{ build: string; previous: string | null }>(
      'SELECT build, previous FROM cadre.tables_in_use WHERE shape = $1 FOR UPDATE',
      [SHAPE],
    );
    const { build, previous } = rows[0]!;
    await session.query('UPDATE cadre.tables_in_use SET build = $2, previous = $3 WHERE shape = $1', [
      SHAPE,
      name,
      build,
    ]);
    if (previous !== null) await session.query(`DROP SCHEMA IF EXISTS ${previous} CASCADE`);
    await session.query('COMMIT');
  });
}

/** The moment a build was begun stands in its name. */
const newName = (): string => `${BUILDS}${Date.now()}_${randomUUID().slice(0, 8)}`;

async function removeLeftBehind(pool: pg.Pool): Promise<void> {
  const names = await ask<{ name: string }>(
    pool,
    `SELECT nspname AS name FROM pg_namespace WHERE starts_with(nspname, $1)
     AND NOT EXISTS (SELECT 1 FROM cadre.tables_in_use WHERE nspname IN (build, previous))`,
    [BUILDS],
  );
  for (const { name } of names) {
    const begunAt = Number(name.slice(BUILDS.length).split('_')[0]);
    if (Date.now() - begunAt > LEFT_BEHIND_MS) await ask(pool, `DROP SCHEMA IF EXISTS ${name} CASCADE`);
  }
}
