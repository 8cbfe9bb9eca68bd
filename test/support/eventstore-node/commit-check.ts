// Whether an append may be written, decided as the server's index writer does.
import { ANY, NO_STREAM, STREAM_EXISTS, TOMBSTONE } from './records.js';

export type Decision =
  | { readonly kind: 'write'; readonly current: number; readonly wasSoftDeleted: boolean }
  | { readonly kind: 'repeat'; readonly first: number; readonly last: number }
  | { readonly kind: 'wrong-expected-version'; readonly current: number }
  | { readonly kind: 'stream-deleted' };

/** What the decision looks at: one stream, and the event ids lately written by this process. */
export interface StreamView {
  /** Revision of the last event, NO_STREAM, or TOMBSTONE. */
  readonly last: number;
  readonly isSoftDeleted: boolean;
  readonly hasMetadata: boolean;
  idAt(revision: number): string | null;
  /** Where an id was written to this stream lately; null after a restart, and when it was first seen in another stream. */
  lately(eventId: string): number | null;
}

/** Answers for `expected`: a revision, ANY, NO_STREAM or STREAM_EXISTS. */
export function decide(stream: StreamView, expected: number, eventIds: readonly string[]): Decision {
  if (stream.last === TOMBSTONE) return { kind: 'stream-deleted' };
  if (expected === STREAM_EXISTS) {
    if (stream.isSoftDeleted) return { kind: 'stream-deleted' };
    if (stream.last < 0 && !stream.hasMetadata) return refuse(stream);
  }
  if (expected === ANY || expected === STREAM_EXISTS) return decideByIds(stream, eventIds);
  if (expected < stream.last) return decideByPlaces(stream, expected, eventIds);
  return expected > stream.last ? refuse(stream) : write(stream);
}

/** Best effort: only ids this process remembers count, wherever in the stream they stand. */
function decideByIds(stream: StreamView, eventIds: readonly string[]): Decision {
  const places = eventIds.map((id) => stream.lately(id));
  const unknown = places.indexOf(null);
  if (unknown === 0 || places.length === 0) return write(stream);
  if (unknown > 0) return refuse(stream);
  return { kind: 'repeat', first: places[0]!, last: places.at(-1)! };
}

/** Exact: the ids must stand at the very revisions they would have got. */
function decideByPlaces(stream: StreamView, expected: number, eventIds: readonly string[]): Decision {
  const differing = eventIds.findIndex((id, i) => stream.idAt(expected + 1 + i) !== id);
  if (differing === 0 && expected === NO_STREAM && stream.isSoftDeleted) return write(stream);
  if (differing >= 0 || eventIds.length === 0) return refuse(stream);
  return { kind: 'repeat', first: expected + 1, last: expected + eventIds.length };
}

const write = (stream: StreamView): Decision => ({
  kind: 'write',
  current: stream.last,
  wasSoftDeleted: stream.isSoftDeleted,
});

const refuse = (stream: StreamView): Decision => ({ kind: 'wrong-expected-version', current: stream.last });
