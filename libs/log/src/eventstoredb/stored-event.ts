import { type Entry, Unavailable } from '@cadre/kernel';
import { type EventData, jsonEvent, type Position, type RecordedEvent } from '@eventstore/db-client';
import { type StoredEntry } from '../codec.js';

/** "Up to this position of the whole server's log, the greatest `recordedAt` is this"; null when there is no entry. */
export interface Seen {
  readonly position: number;
  readonly recordedAt: string | null;
}

/** What stands beside an event; `meta` is what the codec keeps of an entry's metadata. */
interface Metadata {
  readonly schemaVersion: number;
  readonly recordedAt: string;
  readonly seen: Seen;
  readonly meta: object;
}

/** An event as the client hands it over, from a stream or from the whole log. */
export type Recorded = RecordedEvent;

/**
 * The event that keeps an entry. The metadata are bytes of ours. The data go through the client's own JSON, which gives
 * back the very text: JSON that was made by `JSON.stringify` is made again by it, half surrogate pairs included.
 */
export function toEvent({ eventId, type, schemaVersion, recordedAt, data, meta }: StoredEntry, seen: Seen): EventData {
  const beside = JSON.stringify({ schemaVersion, recordedAt, seen }).slice(0, -1);
  return jsonEvent({
    id: eventId,
    type,
    data: JSON.parse(data) as Record<string, unknown>,
    metadata: Buffer.from(`${beside},"meta":${meta}}`),
  });
}

/** The entry an event keeps, or null for an event that is not of this log. @throws Unavailable when it is damaged. */
export function entryOf(event: Recorded, prefix: string): Entry | null {
  if (!event.streamId.startsWith(prefix)) return null;
  const { schemaVersion, recordedAt, meta } = metadataOf(event);
  return {
    ...(meta as Omit<Entry, 'event' | 'eventId' | 'schemaVersion' | 'recordedAt' | 'stream' | 'revision' | 'position'>),
    event: { type: event.type, data: event.data as object },
    eventId: event.id,
    schemaVersion,
    recordedAt,
    stream: event.streamId.slice(prefix.length),
    revision: Number(event.revision),
    position: positionOf(event),
  };
}

/** What stands beside an event of this log. @throws Unavailable when it is damaged. */
export function metadataOf(event: Recorded): Metadata {
  const told = event.metadata as Partial<Metadata> | undefined;
  if (event.type.startsWith('$')) throw new Unavailable(`stream ${event.streamId} was deleted; restore a backup`);
  const isWhole =
    event.isJson && typeof event.data === 'object' && typeof told?.meta === 'object' && typeof told.seen === 'object';
  if (!isWhole) {
    throw new Unavailable(`event ${event.id} in ${event.streamId} is damaged, or another program wrote it`);
  }
  return told as Metadata;
}

/**
 * The position of an entry as a number: commit and prepare of everything this program writes are one place.
 * @throws Unavailable for an event that was written in another way, or lies beyond 2^53 bytes.
 */
export function positionOf({ position, streamId, revision }: Recorded): number {
  if (position && position.commit === position.prepare && position.commit <= Number.MAX_SAFE_INTEGER) {
    return Number(position.commit);
  }
  const place = position ? `commit ${position.commit}, prepare ${position.prepare}` : 'none is given';
  throw new Unavailable(`event ${revision} of ${streamId} has no position this program can use (${place})`);
}

/** Where a position of the port lies in the server's log. */
export const placeOf = (position: number): Position => ({ commit: BigInt(position), prepare: BigInt(position) });
