import { setTimeout as elapsed } from 'node:timers/promises';

/** How long the adapter waits for what, in ms. */
export interface Limits {
  /** One try to append. */
  readonly appendMs: number;
  /** All tries of one append together, and looking whether it was stored after all. */
  readonly appendTotalMs: number;
  /** A read without any progress. */
  readonly readMs: number;
  /** How long a subscription hears nothing before it asks whether it should have. */
  readonly silenceMs: number;
  /** How long a subscription goes on trying before it is Unavailable. */
  readonly patienceMs: number;
}

export const DEFAULT_LIMITS: Limits = {
  appendMs: 5_000,
  appendTotalMs: 10_000,
  readMs: 5_000,
  silenceMs: 4_000,
  patienceMs: 30_000,
};

/** How often one append is tried before it is looked up whether it was stored after all. */
export const TRIES = 3;
/** The first pause and the longest, in ms. */
const PAUSE = { first: 50, longest: 2_000 };

/** Pauses that grow, with jitter, until there was no success for too long. */
export interface Patience {
  /** It works again. */
  renew(): void;
  /** Waits for the next try; the signal ends the wait. False when there was no success for too long. */
  pause(signal?: AbortSignal): Promise<boolean>;
}

export function createPatience(totalMs: number): Patience {
  let failures = 0;
  let since = performance.now();
  return {
    renew() {
      failures = 0;
      since = performance.now();
    },
    async pause(signal) {
      if (failures === 0) since = performance.now();
      const longest = Math.min(PAUSE.longest, PAUSE.first * 2 ** failures);
      failures += 1;
      const left = since + totalMs - performance.now();
      if (left <= 0) return false;
      await elapsed(Math.min(left, longest * (0.5 + Math.random() / 2)), undefined, { signal }).catch(() => undefined);
      return true;
    },
  };
}

/** Asks again when the first failure makes that worth it. */
export async function twice<T>(ask: () => Promise<T>, isWorthIt: (error: unknown) => boolean): Promise<T> {
  try {
    return await ask();
  } catch (error) {
    if (!isWorthIt(error)) throw error;
    await elapsed(PAUSE.first);
    return ask();
  }
}
