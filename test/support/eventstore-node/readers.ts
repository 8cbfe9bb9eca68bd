// Pages of a stream and of the whole log, cut as the server cuts them: checkpoints depend on where a page ends.
import { type LogPosition, NO_STREAM, type StoredEvent, TOMBSTONE } from './records.js';
import { firstReadable, isSoftDeleted } from './stream-metadata.js';
import { type StreamStates } from './stream-states.js';
import { type Table } from './table.js';

/** Events the server reads at a time. */
export const PAGE = 32;

export type Filter = (event: StoredEvent) => boolean;

export interface LogPage {
  readonly events: readonly StoredEvent[];
  /** Where this page was read from. */
  readonly current: LogPosition;
  readonly next: LogPosition;
  readonly isEnd: boolean;
  /** Events looked at, whether they matched or not. */
  readonly considered: number;
}

export interface StreamPage {
  readonly kind: 'page';
  readonly events: readonly StoredEvent[];
  readonly next: number;
  readonly last: number;
  readonly isEnd: boolean;
}

export type StreamAnswer = StreamPage | { readonly kind: 'no-stream' } | { readonly kind: 'stream-deleted' };

export interface Readers {
  /** `window`: most events to look at. @throws InvalidPosition between two records. */
  forwards(from: LogPosition, count: number, window: number, filter: Filter): LogPage;
  /** Events that end at `from` or before. @throws InvalidPosition */
  backwards(from: LogPosition, count: number, window: number, filter: Filter): LogPage;
  /** Whatever begins after a position, in order. */
  after(position: number, count: number): readonly StoredEvent[];
  streamForwards(stream: string, from: number, count: number): StreamAnswer;
  /** From the last event on when `from` is null. */
  streamBackwards(stream: string, from: number | null, count: number): StreamAnswer;
  /** The event that ended a stream for ever. */
  tombstoneOf(stream: string): StoredEvent | null;
}

/** The position is not where a record begins. */
export class InvalidPosition extends Error {}

/** The position lies behind the end of the log, where the server will not read backwards from. */
export class BeyondTheEnd extends Error {}

export function createReaders(table: Table, states: StreamStates): Readers {
  return {
    forwards(from, count, window, filter) {
      const events: StoredEvent[] = [];
      let [considered, next] = [0, from];
      const isKnown = from.commit === 0 || table.beginsAt(from.commit) || from.commit > table.lastPosition();
      if (!isKnown) throw new InvalidPosition();
      while (events.length < count && considered < window) {
        if (next.commit > table.lastPosition()) return { events, current: from, next, isEnd: true, considered };
        for (const event of table.from(next.commit, Math.min(PAGE, window - considered))) {
          considered += 1;
          next = { commit: event.next, prepare: 0 };
          if (filter(event)) events.push(event);
          if (events.length === count) break;
        }
      }
      return { events, current: from, next, isEnd: false, considered };
    },

    backwards(from, count, window, filter) {
      const events: StoredEvent[] = [];
      let [considered, next] = [0, from];
      if (from.commit > table.end()) throw new BeyondTheEnd();
      if (from.commit !== 0 && !table.endsAt(from.commit)) throw new InvalidPosition();
      // An event that ends at `commit` counts only if the prepare position says so too.
      let end = from.prepare < from.commit ? from.commit - 1 : from.commit;
      while (events.length < count && considered < window) {
        const found = table.endingAt(end, Math.min(PAGE, window - considered));
        if (found.length === 0) return { events, current: from, next, isEnd: true, considered };
        for (const event of found) {
          considered += 1;
          end = event.position;
          next = { commit: end, prepare: end };
          if (filter(event)) events.push(event);
          if (events.length === count) break;
        }
      }
      return { events, current: from, next, isEnd: false, considered };
    },

    after: (position, count) => table.from(position + 1, count),

    streamForwards(stream, from, count) {
      const bounds = boundsOf(states, stream);
      if ('kind' in bounds) return bounds;
      const { last, first, oldest } = bounds;
      if (from + count - 1 < first) return page([], first, last, false);
      if (Math.max(from, first) > last) return page([], last + 1, last, true);
      const upTo = Math.min(from + count - 1, last);
      const events = table.inStream(stream, Math.max(from, first), upTo).filter((it) => BigInt(it.created) >= oldest);
      return page(events, upTo + 1, last, upTo >= last);
    },

    streamBackwards(stream, from, count) {
      const bounds = boundsOf(states, stream);
      if ('kind' in bounds) return bounds;
      const { last, first, oldest } = bounds;
      const end = from ?? last;
      if (end < first) return page([], -1, last, true);
      const begin = Math.max(first, end - count + 1);
      const events = table.inStream(stream, begin, Math.min(end, last)).filter((it) => BigInt(it.created) >= oldest);
      return page(events.toReversed(), begin - 1, last, begin <= first);
    },

    tombstoneOf: (stream) => table.at(stream, TOMBSTONE),
  };
}

type Bounds =
  | { readonly last: number; readonly first: number; /** In ticks. */ readonly oldest: bigint }
  | Exclude<StreamAnswer, StreamPage>;

function boundsOf(states: StreamStates, stream: string): Bounds {
  const last = states.lastRevision(stream);
  const metadata = states.metadata(stream);
  if (last === TOMBSTONE) return { kind: 'stream-deleted' };
  if (last === NO_STREAM || isSoftDeleted(metadata)) return { kind: 'no-stream' };
  const oldest = metadata.maxAge === null ? 0n : BigInt(Date.now() - metadata.maxAge * 1000) * 10_000n;
  return { last, first: firstReadable(metadata, last), oldest };
}

const page = (events: readonly StoredEvent[], next: number, last: number, isEnd: boolean): StreamPage => ({
  ...{ kind: 'page', events, next, last, isEnd },
});
