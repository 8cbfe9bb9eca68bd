import { type Entry, Unavailable } from '@cadre/kernel';
import { type AllStreamResolvedEvent, FORWARDS, type ResolvedEvent, START } from '@eventstore/db-client';
import { type Connection } from './connection.js';
import { isCut, isNoPosition, isStreamMissing } from './failure.js';
import { twice } from './limits.js';
import { entryOf, placeOf, type Recorded } from './stored-event.js';

export interface Reader {
  /** The entries of a stream from a revision on, `count` of them at most. */
  stream(stream: string, from?: number, count?: number): Promise<readonly Entry[]>;
  /** The entry at a position, or null when none of this log begins there. */
  at(position: number): Promise<Entry | null>;
  /** The events of a stream outside the log's own streams, `count` at most; none when there is no such stream. */
  foreign(name: string, count: number): Promise<readonly Recorded[]>;
}

/** Reads that end: each fails after `readMs` without progress, and is tried once more when its connection was cut. */
export function createReader(connection: Connection, prefix: string, readMs: number): Reader {
  function events(name: string, from: number, count: number): Promise<readonly Recorded[]> {
    return twice(async () => {
      const fromRevision = from === 0 ? START : BigInt(from);
      const options = { direction: FORWARDS, fromRevision, maxCount: count, requiresLeader: true } as const;
      const tap = connection.tap<ResolvedEvent>((client) => client.readStream(name, options));
      const read: Recorded[] = [];
      try {
        for (let it = await tap.take(readMs); it !== null; it = await tap.take(readMs))
          if (it.event) read.push(it.event);
        return read;
      } catch (error) {
        if (isStreamMissing(error)) return [];
        throw error;
      } finally {
        tap.close();
      }
    }, isCut);
  }

  async function stream(name: string, from = 0, count = Number.MAX_SAFE_INTEGER): Promise<readonly Entry[]> {
    const read = await events(prefix + name, from, count);
    return read.map((event, i) => {
      // A stream that lost its beginning, or a piece, must not be taken for a shorter history.
      if (Number(event.revision) !== from + i) {
        throw new Unavailable(`entries of ${name} are missing before revision ${event.revision}; restore a backup`);
      }
      return entryOf(event, prefix)!;
    });
  }

  async function at(position: number): Promise<Entry | null> {
    if (!Number.isSafeInteger(position) || position < 1) return null;
    return twice(async () => {
      const fromPosition = placeOf(position);
      const options = { direction: FORWARDS, fromPosition, maxCount: 1, requiresLeader: true } as const;
      const tap = connection.tap<AllStreamResolvedEvent>((client) => client.readAll(options));
      try {
        const event = (await tap.take(readMs))?.event;
        return event?.position.commit === BigInt(position) ? entryOf(event, prefix) : null;
      } catch (error) {
        if (isNoPosition(error)) return null;
        throw error;
      } finally {
        tap.close();
      }
    }, isCut);
  }

  return { stream, at, foreign: (name, count) => events(name, 0, count) };
}
