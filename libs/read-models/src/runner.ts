import { setTimeout as pause } from 'node:timers/promises';
import { type Codec, type EventLog } from '@cadre/kernel';
import type Database from 'better-sqlite3';
import { batches } from './batches.js';
import { models } from './models.js';
import { type Checkpoint, createProjection } from './projection.js';
import { createStreamCache, readEntry } from './stream-cache.js';
import { resetTables } from './tables/schema.js';
import { tell } from './telling.js';

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
  let pauseMs = FIRST_PAUSE_MS;

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
        [trouble, pauseMs] = [null, FIRST_PAUSE_MS];
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
      const behind = Math.max(0, (head?.position ?? 0) - reached);
      return { position: reached, behind, parked, trouble: behind === 0 ? null : trouble };
    },
  };
}

/** Streams that cannot be folded, by name. */
export function parkedStreams(db: Database.Database): readonly ParkedStream[] {
  return db.prepare<[], ParkedStream>('SELECT stream, position, reason FROM parked_streams ORDER BY stream').all();
}

/** Drops what was told of another log, or of a later state of this one than there is (restored from a backup). */
async function checkSameLog(log: EventLog, db: Database.Database): Promise<void> {
  const { position, eventId } = createProjection(db).checkpoint();
  if (position === 0) return;
  if ((await log.entryAt(position))?.eventId === eventId) return;
  resetTables(db, models);
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
