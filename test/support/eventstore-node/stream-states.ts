import { type StreamView } from './commit-check.js';
import { type RecentIds } from './recent-ids.js';
import { isMetastream, metastreamOf, originalOf, type StoredEvent, TOMBSTONE } from './records.js';
import { isSoftDeleted, METADATA_OF_METASTREAMS, metadataIn, type StreamMetadata } from './stream-metadata.js';
import { type Table } from './table.js';

/** How a stream stands, by what is written now. */
export interface StreamStates {
  /** Revision of the last event, NO_STREAM, or TOMBSTONE; a metastream ends with its stream. */
  readonly lastRevision: (stream: string) => number;
  readonly metadata: (stream: string) => StreamMetadata;
  readonly lastMetadataEvent: (stream: string) => StoredEvent | null;
  /** What decides whether an append may be written. */
  readonly viewOf: (stream: string, recent: RecentIds) => StreamView;
}

export function createStreamStates(table: Table): StreamStates {
  function lastRevision(stream: string): number {
    if (isMetastream(stream) && lastRevision(originalOf(stream)) === TOMBSTONE) return TOMBSTONE;
    return table.lastRevision(stream);
  }

  function lastMetadataEvent(stream: string): StoredEvent | null {
    const metastream = metastreamOf(stream);
    return table.at(metastream, lastRevision(metastream));
  }

  const metadata = (stream: string): StreamMetadata =>
    isMetastream(stream) ? METADATA_OF_METASTREAMS : metadataIn(lastMetadataEvent(stream));

  return {
    lastRevision,
    metadata,
    lastMetadataEvent,
    viewOf: (stream, recent) => ({
      last: lastRevision(stream),
      isSoftDeleted: isSoftDeleted(metadata(stream)),
      hasMetadata: lastRevision(metastreamOf(stream)) >= 0,
      idAt: (revision) => table.at(stream, revision)?.eventId ?? null,
      lately: (eventId) => recent.revisionIn(eventId, stream),
    }),
  };
}
