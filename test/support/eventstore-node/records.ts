/** What the node keeps of an event: one record of its log. */
export interface StoredEvent {
  /** Where its record begins, in bytes from the start of the log; commit and prepare position at once. */
  readonly position: number;
  /** Where its record ends and the next one will begin. */
  readonly next: number;
  readonly stream: string;
  /** 0, 1, 2, …; TOMBSTONE for the event that ends a stream for ever. */
  readonly revision: number;
  readonly eventId: string;
  readonly type: string;
  readonly isJson: boolean;
  /** 100 ns since 1970, as a decimal. */
  readonly created: string;
  readonly data: Uint8Array;
  readonly metadata: Uint8Array;
}

export type ProposedEvent = Pick<StoredEvent, 'eventId' | 'type' | 'isJson' | 'data' | 'metadata'>;

/** A place in the log: the record at `commit`, and of what was committed there the part from `prepare` on. */
export interface LogPosition {
  readonly commit: number;
  readonly prepare: number;
}

/** Expected revisions that are no number of an event, numbered as the server does. */
export const ANY = -2;
export const NO_STREAM = -1;
export const STREAM_EXISTS = -4;

/** The greatest 64-bit number, as exactly as a double holds it: revision of a tombstone, `$tb` of a deleted stream. */
export const TOMBSTONE = Number(2n ** 63n - 1n);

/** Bytes of the fields of a record that have one size: lengths, flags, positions, ids, time. */
const FIXED_BYTES = 80;

/** Bytes a record takes, reckoned by the fields the server's own record has. */
export function sizeOf(stream: string, { type, data, metadata }: ProposedEvent): number {
  return FIXED_BYTES + sizeOfText(stream) + sizeOfText(type) + data.length + metadata.length;
}

/** A text stands behind its length, which takes a byte for every 7 bits. */
function sizeOfText(text: string): number {
  const bytes = Buffer.byteLength(text);
  return bytes + (bytes === 0 ? 1 : Math.floor(Math.log2(bytes) / 7) + 1);
}

export const isMetastream = (stream: string): boolean => stream.startsWith('$$');
export const metastreamOf = (stream: string): string => `$$${stream}`;
export const originalOf = (metastream: string): string => metastream.slice(2);
