import { setTimeout as pause } from 'node:timers/promises';
import { aborted, type Codec, type EventLog, everyShare, type Shares, Unavailable } from '@cadre/kernel';
import { sql } from 'kysely';
import { batches } from './batches.js';
import { createProjection } from './projection.js';
import { createStreamCache, readEntry } from './stream-cache.js';
import { type Checkpoint, type ParkedStream, type ReadModels } from './tables/store.js';
import { first, type Snapshot, type Tables } from './tables/tables.js';
import { tell } from './telling.js';

export interface RunnerOptions {
  readonly log: EventLog;
  readonly codec: Codec;
  readonly tables: ReadModels;
  /** The shares of the log it tells; all of them when left out. */
  readonly shares?: Shares;
  /** Most entries told in one transaction. */
  readonly batchEntries?: number;
}

/** Keeps the tables up to date with the log. */
export interface Runner {
  /** Follows the log until the signal ends it; failures are tried again, and shown as trouble meanwhile. */
  start(signal: AbortSignal): Promise<void>;
  /** Calls back after every batch. */
  onChange(listener: (checkpoint: Checkpoint) => void): void;
  /** Why it cannot go on at the moment, or null; it keeps trying. */
  trouble(): string | null;
}

const BATCH_ENTRIES = 500;
/** How often an idle runner looks whether the tables are where it left them, in ms. */
const LOOK_MS = 1_000;
const [FIRST_PAUSE_MS, LONGEST_PAUSE_MS] = [50, 5_000];

/** Catches up from the checkpoint of the shares it tells, then follows. Several may run on the same tables. */
export function createRunner(options: RunnerOptions): Runner {
  const { log, codec, tables, shares = everyShare, batchEntries = BATCH_ENTRIES } = options;
  const listeners = new Set<(checkpoint: Checkpoint) => void>();
  let trouble: string | null = null;
  let pauseMs = FIRST_PAUSE_MS;

  /** Follows the log until other shares are held, the tables are elsewhere, the signal aborts, or something fails. */
  async function follow(signal: AbortSignal): Promise<void> {
    const stop = new AbortController();
    const either = AbortSignal.any([signal, stop.signal]);
    const held = shares.held();
    void shares.changed(held, either).then(() => stop.abort());
    try {
      if (held.size === 0) return await aborted(either);
      await checkSameLog(log, tables, either);
      let reached = await leastCheckpoint(tables, held);
      const watching = watch(() => reached.position, held, stop);
      moved(reached);
      const projection = createProjection(tables);
      const cache = createStreamCache(
        (stream) => log.readStream(stream),
        (entry) => readEntry(codec, entry),
      );
      for await (const entries of batches(log.subscribeAll(reached.position, either), batchEntries, either)) {
        reached = await tell(projection, cache, codec, { after: reached, entries, shares: held });
        moved(reached);
      }
      stop.abort();
      await watching;
    } finally {
      stop.abort();
    }
  }

  /** Tables that were switched for others are behind what was told, and nothing comes to show it while the log is idle. */
  async function watch(position: () => number, held: ReadonlySet<number>, stop: AbortController): Promise<void> {
    while (!stop.signal.aborted) {
      await pause(LOOK_MS, undefined, { signal: stop.signal }).catch(() => undefined);
      const told = position();
      const least = await leastCheckpoint(tables, held).catch(() => null);
      if (least !== null && least.position < told) stop.abort();
    }
  }

  function moved(checkpoint: Checkpoint): void {
    [trouble, pauseMs] = [null, FIRST_PAUSE_MS];
    for (const listener of listeners) listener(checkpoint);
  }

  return {
    async start(signal) {
      while (!signal.aborted) {
        try {
          await follow(signal);
        } catch (error) {
          if (signal.aborted) return;
          trouble = (error as Error).message;
          await pause(pauseMs, undefined, { signal }).catch(() => undefined);
          pauseMs = Math.min(pauseMs * 2, LONGEST_PAUSE_MS);
        }
      }
    },
    onChange: (listener) => void listeners.add(listener),
    trouble: () => trouble,
  };
}

/** Streams that cannot be folded, by name. */
export function parkedStreams(tables: Tables): Promise<readonly ParkedStream[]> {
  return tables.read((snapshot) =>
    snapshot.all<ParkedStream>(sql`select stream, position, reason from parked_streams order by stream`),
  );
}

/** How far the share that is furthest behind is told. */
export function leastCheckpoint(tables: Tables, shares: ReadonlySet<number>): Promise<Checkpoint> {
  return tables.read(async (snapshot) => {
    const all = await checkpointsIn(snapshot);
    const least = all.find(({ share }) => shares.has(share));
    if (!least) throw new Unavailable('the tables have no checkpoint: they are being made');
    return least;
  });
}

/** Every share's checkpoint, those furthest behind first. */
function checkpointsIn(snapshot: Snapshot): Promise<readonly (Checkpoint & { readonly share: number })[]> {
  return snapshot.all(
    sql`select share, position, known_at as "knownAt", event_id as "eventId" from checkpoints order by position, share`,
  );
}

/** No log empties itself: rather than forget what was told, somebody has to look. */
const LOST = 'the log is empty, but its tables tell of one: see that the settings name the right log';
/** Who looks at another log must not empty tables that others keep of theirs. */
const FOREIGN =
  'the tables were kept of another log: see that the settings name the right log, or give this one a database of its own';

/**
 * Empties the tables when they were told a later state of this log than there is: it was restored from a backup. Tables
 * of one process alone also when they were told another log. One look is not enough for that: it may be a server's first.
 * @throws Error when the log is empty, or is another one than others keep the same tables of
 */
async function checkSameLog(log: EventLog, tables: ReadModels, signal: AbortSignal): Promise<void> {
  if (await isToldOf(log, tables)) return;
  await pause(LOOK_MS, undefined, { signal });
  if (await isToldOf(log, tables)) return;
  if ((await log.head()) === null) throw new Error(LOST);
  if (tables.isShared && !(await isOlderCopy(log, tables))) throw new Error(FOREIGN);
  await tables.reset();
}

/** Does the log hold the entries that the shares are told up to? */
async function isToldOf(log: EventLog, tables: ReadModels): Promise<boolean> {
  const checkpoints = await tables.read(checkpointsIn);
  const distinct = new Map(checkpoints.map(({ position, eventId }) => [position, eventId]));
  distinct.delete(0);
  for (const [position, eventId] of distinct) {
    if ((await log.entryAt(position))?.eventId !== eventId) return false;
  }
  return true;
}

/** Does it at least begin as the tables do? */
async function isOlderCopy(log: EventLog, tables: ReadModels): Promise<boolean> {
  const told = await tables.read((snapshot) =>
    first<{ position: number; eventId: string }>(
      snapshot,
      sql`select position, event_id as "eventId" from entries order by position limit 1`,
    ),
  );
  return told === null || (await log.entryAt(told.position))?.eventId === told.eventId;
}
