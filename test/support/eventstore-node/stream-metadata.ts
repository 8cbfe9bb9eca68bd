import { type StoredEvent, TOMBSTONE } from './records.js';

/** What `$$stream` says about its stream, as far as reading and writing heed it. */
export interface StreamMetadata {
  readonly maxCount: number | null;
  /** In seconds. */
  readonly maxAge: number | null;
  /** First revision that may still be read; TOMBSTONE on a stream that is (softly) deleted. */
  readonly truncateBefore: number | null;
  readonly acl: unknown;
}

export const NO_METADATA: StreamMetadata = { maxCount: null, maxAge: null, truncateBefore: null, acl: null };

/** A metastream has no metadata of its own; only its last event can be read. */
export const METADATA_OF_METASTREAMS: StreamMetadata = { ...NO_METADATA, maxCount: 1 };

/** Reads the last event of a metastream; what is not JSON says nothing. */
export function metadataIn(event: StoredEvent | null): StreamMetadata {
  const raw = event === null || !event.isJson ? null : parsed(event.data);
  if (raw === null) return NO_METADATA;
  return {
    maxCount: numberIn(raw['$maxCount']),
    maxAge: numberIn(raw['$maxAge']),
    truncateBefore: numberIn(raw['$tb']),
    acl: raw['$acl'] ?? null,
  };
}

export const isSoftDeleted = (metadata: StreamMetadata): boolean => metadata.truncateBefore === TOMBSTONE;

/** Metadata that deletes a stream softly. Written by hand: the number is no safe integer. */
export const SOFT_DELETION = Buffer.from('{"$tb":9223372036854775807}');

/** The same metadata with the stream readable again from `revision` on; null when it cannot be read. */
export function undeleted(event: StoredEvent, revision: number): Uint8Array | null {
  const raw = parsed(event.data);
  return raw && Buffer.from(JSON.stringify({ ...raw, $tb: revision }));
}

/** First revision that may be read. */
export function firstReadable(metadata: StreamMetadata, last: number): number {
  const byCount = metadata.maxCount === null ? 0 : last - metadata.maxCount + 1;
  return Math.max(0, byCount, metadata.truncateBefore ?? 0);
}

function parsed(data: Uint8Array): Record<string, unknown> | null {
  try {
    const value: unknown = JSON.parse(Buffer.from(data).toString());
    return typeof value === 'object' && value !== null && !Array.isArray(value)
      ? (value as Record<string, unknown>)
      : null;
  } catch {
    return null;
  }
}

const numberIn = (value: unknown): number | null => (typeof value === 'number' ? value : null);
