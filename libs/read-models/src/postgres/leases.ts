import { setTimeout as pause } from 'node:timers/promises';
import { SHARES, type Shares } from '@cadre/kernel';
import type pg from 'pg';
import { ask } from './pool.js';
import { askShared, makeSharedSchema } from './shared-schema.js';

export interface LeaseOptions {
  /** How long a lease lasts from the heartbeat that renewed it, in ms of PostgreSQL's clock. */
  readonly leaseMs?: number;
  /** Pause between heartbeats, in ms. */
  readonly beatMs?: number;
}

/** What a projector works on, as the others see it. */
export interface ProjectorStatus {
  readonly holder: string;
  readonly shares: readonly number[];
  /** Its last heartbeat: a UTC instant of PostgreSQL's clock. */
  readonly seen: string;
}

/** The shares that one projector of several holds a lease on. */
export interface Leases extends Shares {
  /** Takes part in the division until the signal ends it, then gives everything back at once. Never throws: what fails is tried again. */
  start(signal: AbortSignal): Promise<void>;
  /** Why the last heartbeat failed, or null. */
  trouble(): string | null;
  /** Every projector seen of late, by name. @throws Unavailable */
  status(): Promise<readonly ProjectorStatus[]>;
  /** Gives everything back. */
  close(): Promise<void>;
}

const [LEASE_MS, BEAT_MS] = [4_000, 1_000];
/** A process stops holding so much before its lease ends: for clocks that do not run alike, as a part of the lease. */
const MARGIN = 0.1;

/**
 * Leases on shares in PostgreSQL, by its clock alone: the shares are divided evenly among those heard of within the time
 * of a lease. They only divide the work; that nothing is done twice is promised elsewhere.
 * `holder` names this process and this life of it, never used again. @throws Unavailable
 */
export async function openLeases(
  pool: pg.Pool,
  holder: string,
  { leaseMs = LEASE_MS, beatMs = BEAT_MS }: LeaseOptions = {},
): Promise<Leases> {
  await makeSharedSchema(pool);
  const hand = createHand();
  let trouble: string | null = null;

  async function beat(): Promise<void> {
    const asked = performance.now(); // before PostgreSQL looks at its clock: our lease ends before its
    const { place, live, mine } = await look(pool, holder, leaseMs);
    const part = Math.floor(SHARES / live) + (place < SHARES % live ? 1 : 0);
    const [keep, surplus] = [mine.slice(0, part), mine.slice(part)];
    hand.drop(surplus); // before anybody else may take them
    const until = asked + leaseMs * (1 - MARGIN);
    hand.hold(await divide(pool, { holder, leaseMs, keep, surplus, wanted: part - keep.length }), until);
  }

  async function giveBack(): Promise<void> {
    hand.drop([...hand.held()]);
    await ask(pool, GIVE_BACK, [holder]).catch(() => undefined); // they run out by themselves
  }

  return {
    held: () => hand.held(),
    changed: (since, signal) => hand.changed(since, signal),
    async start(signal) {
      while (!signal.aborted) {
        const next = pause(beatMs, undefined, { signal }).catch(() => undefined);
        trouble = await beat().then(
          () => null,
          (error: unknown) => (error as Error).message, // our leases run out unless a later beat renews them
        );
        await next;
      }
      await giveBack();
    },
    trouble: () => trouble,
    status: async () => {
      const rows = await askShared<{ holder: string; shares: number[]; seen: Date }>(pool, STATUS, [leaseMs]);
      return rows.map(({ seen, ...row }) => ({ ...row, seen: seen.toISOString() }));
    },
    close: giveBack,
  };
}

/** What a process holds in its own eyes: nothing any more once its time has run out, whatever it is doing then. */
function createHand() {
  let shares: ReadonlySet<number> = new Set();
  let until = 0;
  let timer: NodeJS.Timeout | undefined;
  const listeners = new Set<() => void>();
  const tell = (): void => {
    for (const listener of listeners) listener();
  };
  const held = (): ReadonlySet<number> => (performance.now() < until ? shares : new Set());
  const tellWhenRunOut = (): void => {
    clearTimeout(timer);
    const left = until - performance.now(); // a timer may also go off a little early
    if (left > 0) timer = setTimeout(tellWhenRunOut, left + 1).unref();
    else tell();
  };
  return {
    held,
    hold(now: readonly number[], newUntil: number): void {
      [shares, until] = [new Set(now), newUntil];
      tellWhenRunOut();
      tell();
    },
    drop(some: readonly number[]): void {
      if (some.length === 0) return;
      shares = new Set([...shares].filter((share) => !some.includes(share)));
      tell();
    },
    changed: (since: ReadonlySet<number>, signal: AbortSignal): Promise<void> =>
      new Promise((resolve) => {
        const look = (): void => {
          const now = held();
          if (!signal.aborted && now.size === since.size && [...now].every((share) => since.has(share))) return;
          listeners.delete(look);
          signal.removeEventListener('abort', look);
          resolve();
        };
        listeners.add(look);
        signal.addEventListener('abort', look);
        look();
      }),
  };
}

interface Division {
  /** How many projectors are heard of, and this one's place among their names, from 0. */
  readonly live: number;
  readonly place: number;
  /** Shares with this one's name on them. */
  readonly mine: readonly number[];
}

/** Makes itself heard of, and looks who else is. */
async function look(pool: pg.Pool, holder: string, leaseMs: number): Promise<Division> {
  const [row] = await askShared<{ live: number; place: number; mine: number[] }>(
    pool,
    LOOK,
    [holder, leaseMs],
    BEAT_LIMIT,
  );
  return row!;
}

/** Renews what is kept, gives back what is too much, takes what is free. @returns the shares held then, in order */
async function divide(
  pool: pg.Pool,
  {
    holder,
    leaseMs,
    keep,
    surplus,
    wanted,
  }: {
    readonly holder: string;
    readonly leaseMs: number;
    readonly keep: readonly number[];
    readonly surplus: readonly number[];
    readonly wanted: number;
  },
): Promise<readonly number[]> {
  const values = [holder, leaseMs, keep, surplus, Math.max(0, wanted)];
  const rows = await askShared<{ share: number }>(pool, DIVIDE, values, BEAT_LIMIT);
  return rows.map(({ share }) => share).sort((a, b) => a - b);
}

/** A heartbeat that takes longer has failed: the next one must come before the lease runs out, in ms. */
const BEAT_LIMIT = 1_500;

const LOOK = `
  with me as (
    insert into cadre.projectors values ($1, now()) on conflict (holder) do update set seen = now()
  ), gone as (
    delete from cadre.projectors where holder <> $1 and seen < now() - interval '1 hour'
  ), heard as (
    select holder from cadre.projectors where holder <> $1 and seen > now() - $2 * interval '1 ms'
  )
  select 1 + (select count(*) from heard)::integer as live,
    (select count(*) from heard where holder < $1)::integer as place,
    array(select share from cadre.leases where holder = $1 order by share) as mine
`;

/** Nobody waits for a row that another one is taking. What was lost meanwhile does not come back in the answer. */
const DIVIDE = `
  with renewed as (
    update cadre.leases set until = now() + $2 * interval '1 ms' where holder = $1 and share = any($3::integer[])
    returning share
  ), given_back as (
    update cadre.leases set holder = null, until = '-infinity' where holder = $1 and share = any($4::integer[])
  ), free as (
    select share from cadre.leases where holder is null or (holder <> $1 and until <= now())
    order by share limit $5::integer for update skip locked
  ), taken as (
    update cadre.leases it set holder = $1, until = now() + $2 * interval '1 ms' from free where it.share = free.share
    returning it.share
  )
  select share from renewed union all select share from taken
`;

const GIVE_BACK = `
  with gone as (delete from cadre.projectors where holder = $1)
  update cadre.leases set holder = null, until = '-infinity' where holder = $1
`;

const STATUS = `
  select holder, seen, array(
    select share from cadre.leases it where it.holder = p.holder and until > now() order by share
  ) as shares
  from cadre.projectors p where seen > now() - $1 * interval '1 ms' order by holder
`;
