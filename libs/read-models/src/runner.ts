import { setImmediate as nextTurn, setTimeout as pause } from 'node:timers/promises';
import { type CaughtUp, type Codec, type Entry, type EventLog } from '@cadre/kernel';
import type Database from 'better-sqlite3';
import { groupBy } from './group-by.js';
import { models } from './models.js';
import { type Checkpoint, createProjection, type Projection } from './projection.js';
import { createStreamCache, type ReadEntry, readEntry, type StreamCache } from './stream-cache.js';
import { resetTables } from './tables/schema.js';

export interface RunnerOptions {
  readonly log: EventLog;
  readonly codec: Codec;
  /** The file to fill; a function when it may be switched for a rebuilt one while the runner goes on. */
  readonly db: Database.Database | (() => Database.Database);
  /** Most entries told in one transaction. */
  readonly batchEntries?: number;
}

export interface RunnerStatus {
  /** Log position the tables have reached. */
  readonly position: number;
  /** Entries of the log not yet told in the tables. */
  readonly behind: number;
  readonly parked: readonly ParkedStream[];
  /** Why the runner cannot go on at the moment, or null; it keeps trying. */
  readonly trouble: string | null;
}

/** A stream that cannot be folded since a position; its rows stay as they were. */
export interface ParkedStream {
  readonly stream: string;
  readonly position: number;
  readonly reason: string;
}

export interface Runner {
  /** Follows the log until the signal ends it; failures are tried again and shown in the status meanwhile. */
  start(signal: AbortSignal): Promise<void>;
  /** True as soon as the tables have reached a position; false when that takes longer than the limit. */
  waitFor(position: number, timeoutMs: number): Promise<boolean>;
  /** Calls back after every batch; returns how to stop that. */
  onChange(listener: (checkpoint: Checkpoint) => void): () => void;
  status(): Promise<RunnerStatus>;
}

const BATCH_ENTRIES = 500;
/** How often an idle runner looks whether its file was switched, in ms. */
const LOOK_MS = 1_000;
const [FIRST_PAUSE_MS, LONGEST_PAUSE_MS] = [50, 5_000];

/** Keeps the tables up to date with the log: catches up from the checkpoint, then follows. Several may run on one file. */
export function createRunner({ log, codec, db, batchEntries = BATCH_ENTRIES }: RunnerOptions): Runner {
  const current = typeof db === 'function' ? db : (): Database.Database => db;
  const changes = listeners<Checkpoint>();
  let reached = 0;
  let trouble: string | null = null;

  /** Follows the log on one file until it is switched, the signal aborts, or something fails. */
  async function follow(signal: AbortSignal): Promise<void> {
    const file = current();
    const stop = new AbortController();
    const either = AbortSignal.any([signal, stop.signal]);
    const watch = setInterval(() => current() === file || stop.abort(), LOOK_MS);
    try {
      await checkSameLog(log, file);
      const projection = createProjection(file);
      const cache = createStreamCache(
        (stream) => log.readStream(stream),
        (entry) => readEntry(codec, entry),
      );
      moveTo(projection.checkpoint());
      for await (const batch of batches(log.subscribeAll(reached, either), batchEntries, either)) {
        if (current() !== file) return;
        moveTo(await tell(projection, cache, codec, batch));
        trouble = null;
      }
    } finally {
      clearInterval(watch);
      stop.abort();
    }
  }
  function moveTo(checkpoint: Checkpoint): void {
    reached = checkpoint.position;
    changes.tell(checkpoint);
  }
  return {
    async start(signal) {
      for (let pauseMs = FIRST_PAUSE_MS; !signal.aborted;) {
        try {
          await follow(signal);
          pauseMs = FIRST_PAUSE_MS;
        } catch (error) {
          if (signal.aborted) return;
          trouble = (error as Error).message;
          await pause(pauseMs, undefined, { signal }).catch(() => undefined);
          pauseMs = Math.min(pauseMs * 2, LONGEST_PAUSE_MS);
        }
      }
    },
    waitFor: (position, timeoutMs) => {
      if (reached >= position) return Promise.resolve(true);
      return new Promise((resolve) => {
        const done = (isReached: boolean) => (): void => {
          clearTimeout(timer);
          off();
          resolve(isReached);
        };
        const timer = setTimeout(() => done(false)(), timeoutMs);
        const off = changes.add((checkpoint) => checkpoint.position >= position && done(true)());
      });
    },
    onChange: (listener) => changes.add(listener),
    async status() {
      const head = await log.head();
      const parked = parkedStreams(current());
      return { position: reached, behind: Math.max(0, (head?.position ?? 0) - reached), parked, trouble };
    },
  };
}

/** Streams that cannot be folded, by name. */
export function parkedStreams(db: Database.Database): readonly ParkedStream[] {
  return db.prepare<[], ParkedStream>('SELECT stream, position, reason FROM parked_streams ORDER BY stream').all();
}

/** Tells one batch of entries: reads what is missing of their streams, then writes rows and checkpoint together. */
export async function tell(
  projection: Projection,
  cache: StreamCache,
  codec: Codec,
  batch: readonly Entry[],
): Promise<Checkpoint> {
  const entries = batch.map((entry) => readEntry(codec, entry));
  const histories = new Map<string, readonly ReadEntry[]>();
  for (const [stream, added] of groupBy(entries, ({ entry }) => entry.stream)) {
    histories.set(stream, await cache.upTo(added));
  }
  return projection.apply({ entries, histories });
}

/** Drops what was told of another log, or of a later state of this one than there is (restored from a backup). */
async function checkSameLog(log: EventLog, db: Database.Database): Promise<void> {
  const { position, eventId } = createProjection(db).checkpoint();
  if (position === 0) return;
  for await (const entry of log.readAll(position - 1)) {
    if (entry.position === position && entry.eventId === eventId) return;
    break;
  }
  resetTables(db, models);
}

/** Cuts a subscription into batches: all that has come by the next turn of the event loop, up to a number. */
async function* batches(
  feed: AsyncIterable<Entry | CaughtUp>,
  most: number,
  signal: AbortSignal,
): AsyncGenerator<readonly Entry[]> {
  const waiting: Entry[] = [];
  let [ended, failure]: [boolean, unknown] = [false, null];
  let wakeReader = (): void => undefined;
  let wakeFeed = (): void => undefined;
  const pump = async (): Promise<void> => {
    for await (const entry of feed) {
      if ('caughtUp' in entry) continue;
      waiting.push(entry);
      wakeReader();
      if (waiting.length >= most) await new Promise<void>((resolve) => (wakeFeed = resolve));
    }
  };
  pump()
    .catch((error: unknown) => (failure = error))
    .finally(() => {
      ended = true;
      wakeReader();
    });
  signal.addEventListener('abort', () => {
    wakeFeed();
    wakeReader();
  });
  while (!signal.aborted) {
    if (waiting.length === 0 && !ended) await new Promise<void>((resolve) => (wakeReader = resolve));
    await nextTurn(); // whatever else is ready comes into the same batch
    if (waiting.length > 0 && !signal.aborted) yield waiting.splice(0, most);
    else if (ended && failure !== null) throw failure;
    else if (ended) return;
    wakeFeed();
  }
}

interface Listeners<Told> {
  add(listener: (told: Told) => void): () => void;
  tell(told: Told): void;
}

function listeners<Told>(): Listeners<Told> {
  const all = new Set<(told: Told) => void>();
  return {
    add(listener) {
      all.add(listener);
      return () => all.delete(listener);
    },
    tell: (told) => all.forEach((listener) => listener(told)),
  };
}
