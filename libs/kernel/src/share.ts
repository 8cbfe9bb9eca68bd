import { aborted } from './aborted.js';

/** Into how many shares streams fall. What several processes keep of them is kept by share, so it can only change with a rebuild. */
export const SHARES = 16;

/** Every share. */
export const ALL_SHARES: ReadonlySet<number> = new Set(Array.from({ length: SHARES }, (_, share) => share));

/** The share a stream falls into, from 0: FNV-1a (32 bit) over its UTF-16 code units, the same in every process. */
export function shareOf(stream: string): number {
  let hash = 0x811c9dc5;
  for (let i = 0; i < stream.length; i++) hash = Math.imul(hash ^ stream.charCodeAt(i), 0x01000193);
  return (hash >>> 0) % SHARES;
}

/** The shares this process may work on: all of them on one machine; in a cluster those it holds a lease on, which change. */
export interface Shares {
  held(): ReadonlySet<number>;
  /** Resolves as soon as other shares are held than `since`, or when the signal aborts. */
  changed(since: ReadonlySet<number>, signal: AbortSignal): Promise<void>;
}

/** One process works on everything. */
export const everyShare: Shares = {
  held: () => ALL_SHARES,
  changed: (_since, signal) => aborted(signal),
};
