import { type LogHead } from '@cadre/kernel';
import { type Position } from '@eventstore/db-client';
import { backwards } from './backwards.js';
import { type Connection } from './connection.js';
import { isCut } from './failure.js';
import { twice } from './limits.js';
import { metadataOf, positionOf, type Seen } from './stored-event.js';

/** How far the server's log was looked through, and what the head of ours was there. */
export interface Mark {
  /** Of the last event of the whole server's log; null when it was empty. */
  readonly upTo: Position | null;
  readonly head: LogHead | null;
}

export interface Marks {
  /** Looks at the end of the log as it is now. */
  look(): Promise<Mark>;
  /** What a writer says it has seen: at most `maxAgeMs` old. */
  seen(maxAgeMs: number): Promise<Seen>;
}

const NOTHING_KNOWN: Mark = { upTo: null, head: null };

const commitOf = ({ upTo }: Mark): bigint => upTo?.commit ?? -1n;

/**
 * The head without reading the whole log. Every entry says what its writer had seen; so it is enough to read backwards
 * until the latest such place is passed, or the one remembered here. Entries of other programs lie between ours.
 */
export function createMarks(connection: Connection, prefix: string, readMs: number): Marks {
  let mark = NOTHING_KNOWN;
  let lookedAt = -Infinity;
  let looking: Promise<Mark> | null = null;

  /** Null when the server's log ends before what is known: it was put back to an older copy. */
  async function readBack(known: Mark): Promise<Mark | null> {
    const end = commitOf(known);
    let upTo: Position | null = null;
    let position: number | null = null; // of the last entry
    let recordedAt: string | null = null; // the greatest among the entries read
    let seen: Seen = { position: Number(end), recordedAt: known.head?.recordedAt ?? null };
    for await (const event of backwards(connection, readMs)) {
      upTo ??= event.position;
      if (upTo.commit < end) return null;
      if (event.position.commit <= BigInt(seen.position)) break;
      if (!event.streamId.startsWith(prefix)) continue;
      const told = metadataOf(event);
      position ??= positionOf(event);
      recordedAt = later(recordedAt, told.recordedAt);
      if (told.seen.position > seen.position) seen = told.seen;
    }
    if (upTo === null && known.upTo !== null) return null;
    if (position === null) return { upTo, head: known.head };
    return { upTo, head: { position, recordedAt: later(recordedAt, seen.recordedAt)! } };
  }

  async function look(): Promise<Mark> {
    const startedAt = performance.now();
    const found = await twice(() => readBack(mark), isCut);
    if (found === null) {
      mark = NOTHING_KNOWN;
      return look();
    }
    // Of two looks at once the one that saw less must not be the one that is remembered.
    if (commitOf(found) >= commitOf(mark)) {
      mark = found;
      lookedAt = startedAt;
    }
    return found;
  }

  return {
    look,
    async seen(maxAgeMs) {
      if (performance.now() - lookedAt > maxAgeMs) await (looking ??= look().finally(() => (looking = null)));
      return { position: Number(mark.upTo?.commit ?? 0n), recordedAt: mark.head?.recordedAt ?? null };
    },
  };
}

/** The later of two instants; null for neither. */
function later(a: string | null, b: string | null): string | null {
  if (a === null || b === null) return a ?? b;
  return a > b ? a : b;
}
