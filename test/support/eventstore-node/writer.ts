// The single writer: every change of the log goes through here, one behind the other.
import { randomUUID } from 'node:crypto';
import { type Decision, decide } from './commit-check.js';
import { createQueue } from './queue.js';
import { createRecentIds } from './recent-ids.js';
import { isMetastream, metastreamOf, NO_STREAM, originalOf, type ProposedEvent, TOMBSTONE } from './records.js';
import { isSoftDeleted, SOFT_DELETION, undeleted } from './stream-metadata.js';
import { type StreamStates } from './stream-states.js';
import { type Table } from './table.js';

export type Outcome =
  | {
      readonly kind: 'written';
      /** Of the last event of the append, or of the stream when nothing was appended. */
      readonly lastRevision: number;
      /** Of the last event of the append. */
      readonly position: number;
    }
  | Exclude<Decision, { kind: 'write' | 'repeat' }>;

export interface Writer {
  append(stream: string, expected: number, events: readonly ProposedEvent[]): Promise<Outcome>;
  /** Deletes softly (the stream can be written again) or for ever. */
  delete(stream: string, expected: number, forEver: boolean): Promise<Outcome>;
  /** Calls back after each group of commits; answers how to stop that. */
  onCommit(listener: () => void): () => void;
  /** Lets what waits be written first. */
  drained(): Promise<void>;
}

export function createWriter(table: Table, states: StreamStates): Writer {
  const listeners = new Set<() => void>();
  const recent = createRecentIds();
  const tell = (): void => listeners.forEach((listener) => listener());
  const queue = createQueue(
    (run) => table.inOneWrite(run),
    tell,
    () => recent.forget(),
  );
  const { lastRevision, metadata, lastMetadataEvent, viewOf } = states;

  function insert(stream: string, revision: number, event: ProposedEvent): number {
    recent.remember(event.eventId, stream, revision);
    return table.insert(stream, revision, event);
  }

  function insertMetadata(stream: string, data: Uint8Array): number {
    const metastream = metastreamOf(stream);
    return insert(metastream, lastRevision(metastream) + 1, systemEvent('$metadata', data));
  }

  /** Makes a softly deleted stream readable again, from `revision` on. */
  function undelete(stream: string, revision: number): void {
    const event = lastMetadataEvent(stream);
    const data = event && undeleted(event, revision);
    if (data) insertMetadata(stream, data);
  }

  function append(stream: string, expected: number, events: readonly ProposedEvent[]): Outcome {
    const ids = events.map(({ eventId }) => eventId);
    const decision = decide(viewOf(stream, recent), expected, ids);
    if (decision.kind === 'repeat') {
      return { kind: 'written', lastRevision: decision.last, position: table.at(stream, decision.last)!.position };
    }
    if (decision.kind !== 'write') return decision;
    const original = isMetastream(stream) ? originalOf(stream) : null;
    let position = table.lastPosition();
    events.forEach((event, i) => (position = insert(stream, decision.current + 1 + i, event)));
    if (decision.wasSoftDeleted) undelete(stream, decision.current + 1);
    if (original !== null && isSoftDeleted(metadata(original))) undelete(original, lastRevision(original) + 1);
    return { kind: 'written', lastRevision: decision.current + events.length, position };
  }

  function remove(stream: string, expected: number, forEver: boolean): Outcome {
    const tombstone = systemEvent('$streamDeleted', new Uint8Array());
    const decision = decide(viewOf(stream, recent), expected, [tombstone.eventId]);
    if (decision.kind === 'repeat') throw new Error('a fresh event id stands in the log already');
    if (decision.kind !== 'write') return decision;
    const nothingToDelete = decision.current < 0 && lastRevision(metastreamOf(stream)) < 0;
    if (nothingToDelete && !forEver) return { kind: 'wrong-expected-version', current: NO_STREAM };
    const position = forEver ? insert(stream, TOMBSTONE, tombstone) : insertMetadata(stream, SOFT_DELETION);
    return { kind: 'written', lastRevision: decision.current, position };
  }

  return {
    append: (stream, expected, events) => queue.submit(() => append(stream, expected, events)),
    delete: (stream, expected, forEver) => queue.submit(() => remove(stream, expected, forEver)),
    onCommit(listener) {
      listeners.add(listener);
      return () => listeners.delete(listener);
    },
    drained: () => queue.drained(),
  };
}

const systemEvent = (type: string, data: Uint8Array): ProposedEvent => ({
  eventId: randomUUID(),
  type,
  isJson: data.length > 0,
  data,
  metadata: new Uint8Array(),
});
