import { setTimeout as pause } from 'node:timers/promises';
import { ALL_SHARES } from '@cadre/kernel';
import { leastCheckpoint, type Runner } from './runner.js';
import { type Checkpoint } from './tables/store.js';
import { type Tables } from './tables/tables.js';

/** How far the tables have come, for those who wait for them. */
export interface TableProgress {
  /** True as soon as every share of the tables has reached a position; false when that takes longer than the limit. */
  waitFor(position: number, timeoutMs: number): Promise<boolean>;
}

/** How often tables that another process keeps are asked how far they are, while somebody waits, in ms; … */
const ASK_MS = 20;
/** … and for how long an answer holds that they have come far enough: tables can also be emptied and filled again. */
const FRESH_MS = 1_000;

/** Progress as a runner of this process makes it: whoever waits is woken at once. */
export function progressOf(runner: Runner): TableProgress {
  const waiting = new Set<{ readonly position: number; readonly resolve: (isReached: boolean) => void }>();
  let reached = 0;
  runner.onChange(({ position }) => {
    reached = position;
    for (const it of waiting) if (it.position <= position) it.resolve(true);
  });
  return {
    waitFor(position, timeoutMs) {
      if (reached >= position) return Promise.resolve(true);
      return new Promise((resolve) => {
        const waiter = { position, resolve: done };
        const timer = setTimeout(() => done(false), timeoutMs);
        function done(isReached: boolean): void {
          clearTimeout(timer);
          waiting.delete(waiter);
          resolve(isReached);
        }
        waiting.add(waiter);
      });
    },
  };
}

/**
 * Progress of tables that other processes keep: one question at a time for all who wait. `hear` is told how far they are
 * before anybody who waited goes on. @throws Unavailable
 */
export function progressOfOthers(
  tables: Tables,
  hear: (checkpoint: Checkpoint) => void = () => undefined,
): TableProgress {
  let [reached, askedAt] = [0, -FRESH_MS];
  let asking: Promise<void> | null = null;
  const isReached = (position: number): boolean => reached >= position && performance.now() - askedAt < FRESH_MS;
  const ask = async (): Promise<void> => {
    const checkpoint = await leastCheckpoint(tables, ALL_SHARES);
    hear(checkpoint);
    [reached, askedAt] = [checkpoint.position, performance.now()];
  };
  return {
    async waitFor(position, timeoutMs) {
      for (const deadline = performance.now() + timeoutMs; !isReached(position);) {
        if (performance.now() >= deadline) return false;
        asking ??= ask().finally(() => (asking = null));
        await asking;
        if (!isReached(position)) await pause(ASK_MS);
      }
      return true;
    },
  };
}
