import { type Entry, type EntryMeta, type NewEntry, Rejected, Unavailable } from '@cadre/kernel';

/** The largest entry a log takes: its data and metadata together, in bytes of UTF-8 JSON. */
export const MAX_ENTRY_BYTES = 1024 * 1024;

/** An entry as every engine keeps it: what is looked up stands in fields of its own, the rest is JSON text. */
export interface StoredEntry {
  readonly eventId: string;
  readonly type: string;
  readonly schemaVersion: number;
  readonly recordedAt: string;
  readonly data: string;
  /** The other fields of `EntryMeta`. */
  readonly meta: string;
}

/** A stored entry and its place. */
export interface EntryRow extends StoredEntry {
  readonly stream: string;
  readonly revision: number;
  readonly position: number;
}

/** The stored form of one append. @throws Rejected when it is empty, names an event id twice, or holds too large an entry. */
export function encode(stream: string, entries: readonly NewEntry[]): readonly StoredEntry[] {
  if (entries.length === 0) throw new Rejected('EMPTY_APPEND', `an append to ${stream} holds no entry`);
  const ids = new Set(entries.map((entry) => entry.eventId));
  if (ids.size < entries.length) throw new Rejected('EVENT_ID_TAKEN', `an append to ${stream} names an event id twice`);
  return entries.map(encodeEntry);
}

function encodeEntry({ event, eventId, schemaVersion, recordedAt, ...meta }: NewEntry): StoredEntry {
  const stored = { data: JSON.stringify(event.data), meta: JSON.stringify(meta) };
  const bytes = Buffer.byteLength(stored.data) + Buffer.byteLength(stored.meta);
  if (bytes > MAX_ENTRY_BYTES) {
    throw new Rejected('TOO_LARGE', `entry ${eventId} takes ${bytes} bytes; the most is ${MAX_ENTRY_BYTES}`);
  }
  return { eventId, type: event.type, schemaVersion, recordedAt, ...stored };
}

/** The hash of the command that stored metadata tell of. */
export function commandHashIn(meta: string): string {
  return (JSON.parse(meta) as Pick<EntryMeta, 'commandHash'>).commandHash;
}

/** The entry that was stored. @throws Unavailable when its text is damaged. */
export function decode(row: EntryRow): Entry {
  const { type, data, meta, eventId, schemaVersion, recordedAt, stream, revision, position } = row;
  try {
    const told = JSON.parse(meta) as Omit<EntryMeta, 'recordedAt'>;
    const event = { type, data: JSON.parse(data) as object };
    return { ...told, event, eventId, schemaVersion, recordedAt, stream, revision, position };
  } catch (cause) {
    throw new Unavailable(`the entry at position ${position} is damaged and cannot be read`, { cause });
  }
}
