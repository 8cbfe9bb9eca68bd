import { type StoredEvent, TOMBSTONE } from './records.js';
import { isSoftDeleted, firstReadable } from './stream-metadata.js';
import { type StreamStates } from './stream-states.js';
import { type Table } from './table.js';

/** An event as read: itself, or what a link points to (null when that is gone) together with the link. */
export interface ResolvedEvent {
  readonly event: StoredEvent | null;
  readonly link: StoredEvent | null;
}

export type Resolve = (event: StoredEvent) => ResolvedEvent;

export const unresolved: Resolve = (event) => ({ event, link: null });

/** Follows `$>` events, whose data is `revision@stream`. */
export function createResolve(table: Table, states: StreamStates): Resolve {
  return (event) => {
    if (event.type !== '$>') return unresolved(event);
    const [, revision, stream] = /^(\d+)@(.+)$/s.exec(Buffer.from(event.data).toString()) ?? [];
    if (revision === undefined || stream === undefined) return unresolved(event);
    const last = states.lastRevision(stream);
    const metadata = states.metadata(stream);
    const isGone = last === TOMBSTONE || isSoftDeleted(metadata) || Number(revision) < firstReadable(metadata, last);
    return { event: isGone ? null : table.at(stream, Number(revision)), link: event };
  };
}
