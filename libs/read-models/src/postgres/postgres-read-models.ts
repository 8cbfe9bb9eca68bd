import { randomUUID } from 'node:crypto';
import type pg from 'pg';
import { type Beside, type ReadModels, TablesElsewhere } from '../tables/store.js';
import { SHAPE } from '../tables/layout.js';
import { LOCKS } from './locks.js';
import { ask, onOneConnection, type Session } from './pool.js';
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
      build.catch(forget);
    }
    return looked.build;
  }
  function forget(): void {
    looked = null;
  }
  /** While a batch is written nobody can put other tables in use. */
  async function hold(session: Session, build: string): Promise<void> {
    const { rows } = await session.query<InUse>(`${SELECT_IN_USE} FOR SHARE`, [SHAPE]);
    if (rows[0]?.build === build) return;
    forget();
    throw new TablesElsewhere('other tables were put in use meanwhile');
  }
  const current = openPostgresStore(pool, { build: inUse, hold, forget, patienceMs: PATIENCE_MS });

  async function beside(): Promise<Beside> {
    await inUse();
    await removeLeftBehind(pool);
    const name = await newBuild(pool);
    const store = openPostgresStore(pool, { build: async () => name, patienceMs: LONG_PATIENCE_MS });
    return {
      store,
      async putInUse() {
        const isDone = await switchTo(pool, name);
        forget();
        return isDone;
      },
      discard: () => discard(pool, name),
    };
  }
  return {
    ...current,
    isShared: true,
    /** Other tables, empty ones, take the place of those in use: readers keep what they see. */
    async reset() {
      const [standing, name] = [await inUse(), await newBuild(pool)];
      const text = `UPDATE cadre.tables_in_use SET build = $2, previous = build WHERE shape = $1 AND build = $3 RETURNING build`;
      if ((await ask(pool, text, [SHAPE, name, standing])).length === 0) await discard(pool, name); // somebody else just did
      forget();
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
      forget();
      return switched.length > 0;
    },
  };
}

interface InUse {
  readonly build: string;
  readonly previous: string | null;
}

const SELECT_IN_USE = 'SELECT build, previous FROM cadre.tables_in_use WHERE shape = $1';

async function newBuild(pool: pg.Pool): Promise<string> {
  const name = newName();
  await onOneConnection(pool, (session) => session.query(`BEGIN; ${makeBuild(name)} COMMIT`));
  return name;
}

/** The build in use; where there is none, or its schema is gone, one is made here, once, whoever asks at the same time. */
async function lookUp(pool: pg.Pool): Promise<string> {
  const isThere = await ask<{ name: string | null }>(pool, `SELECT to_regclass('cadre.tables_in_use')::text AS name`);
  const standing = isThere[0]!.name === null ? [] : await ask<InUse>(pool, `${SELECT_IN_USE} ${WITH_SCHEMA}`, [SHAPE]);
  if (standing[0]) return standing[0].build;
  return onOneConnection(pool, async (session) => {
    await session.query(`BEGIN; SELECT pg_advisory_xact_lock(${LOCKS.space}, ${LOCKS.schema}); ${POINTER}`);
    const { rows } = await session.query<InUse>(`${SELECT_IN_USE} ${WITH_SCHEMA}`, [SHAPE]);
    const build = rows[0]?.build ?? newName();
    if (rows.length === 0) {
      await session.query(makeBuild(build));
      await session.query(
        `INSERT INTO cadre.tables_in_use VALUES ($1, $2, NULL)
         ON CONFLICT (shape) DO UPDATE SET build = excluded.build, previous = NULL`,
        [SHAPE, build],
      );
    }
    await session.query('COMMIT');
    return build;
  });
}

const WITH_SCHEMA = 'AND EXISTS (SELECT 1 FROM pg_namespace WHERE nspname = build)';

/** Makes another build the one in use, at once for everyone, unless the former one tells of more; keeps that and no older. */
async function switchTo(pool: pg.Pool, name: string): Promise<boolean> {
  return onOneConnection(pool, async (session) => {
    await session.query('BEGIN');
    const { rows } = await session.query<InUse>(`${SELECT_IN_USE} FOR UPDATE`, [SHAPE]); // batches wait for it, or it for them
    const { build, previous } = rows[0]!;
    const told = (schema: string): string => `(SELECT max(position) FROM ${schema}.checkpoints)`;
    const behind = await session.query<{ is: boolean }>(`SELECT ${told(name)} < ${told(build)} AS is`);
    if (behind.rows[0]!.is) {
      await session.query('ROLLBACK');
      return false;
    }
    await session.query('UPDATE cadre.tables_in_use SET build = $2, previous = $3 WHERE shape = $1', [
      SHAPE,
      name,
      build,
    ]);
    if (previous !== null) await session.query(`DROP SCHEMA IF EXISTS ${previous} CASCADE`);
    await session.query('COMMIT');
    return true;
  });
}

/** Removes a build; not when it is in use after all, since the answer to a switch can be lost on the way. */
async function discard(pool: pg.Pool, name: string): Promise<void> {
  await onOneConnection(pool, async (session) => {
    await session.query('BEGIN');
    const { rows } = await session.query<InUse>(`${SELECT_IN_USE} FOR UPDATE`, [SHAPE]);
    if (rows.every(({ build, previous }) => build !== name && previous !== name)) {
      await session.query(`DROP SCHEMA IF EXISTS ${name} CASCADE`);
    }
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
