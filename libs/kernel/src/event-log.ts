import { type Entry, type NewEntry } from './entry.js';
import { type Instant } from './time/civil-date.js';

/** Expected revision of a stream that must not exist yet. */
export const NO_STREAM = -1;

export interface Appended {
  /** Revision of the last entry of this append in its stream. */
  readonly revision: number;
  /** Position of the last entry of this append in the log. */
  readonly position: number;
}

/** Head of the log: its last position and the greatest `recordedAt` in it. */
export interface LogHead {
  readonly position: number;
  readonly recordedAt: Instant;
}

/** Marks, in a subscription, that everything known when it looked has been handed over. */
export interface CaughtUp {
  readonly caughtUp: true;
  readonly position: number;
}

/**
 * The event log, small on purpose; one contract suite (test/conformance) runs against every engine.
 * Failures are thrown as one of the three typed errors below and no other.
 */
export interface EventLog {
  /**
   * Adds entries to one stream, all or none, if the stream's last revision is `expectedRevision` (NO_STREAM for none).
   * Appending the same event ids again at the same expected revision answers as the first time and adds nothing.
   * @throws Conflict when the stream has moved; Rejected when an event id stands elsewhere; Unavailable when storage fails.
   */
  append(stream: string, expectedRevision: number, entries: readonly NewEntry[]): Promise<Appended>;
  /** All entries of a stream in order of revision; empty when there is none. @throws Unavailable */
  readStream(stream: string): Promise<readonly Entry[]>;
  /** The entry at a position, or null: another log than the one it was seen in, or an older copy of it. @throws Unavailable */
  entryAt(position: number): Promise<Entry | null>;
  /** All entries after a position the log has given (0: from the start), in log order, as known when reading began. @throws Unavailable */
  readAll(after: number): AsyncIterable<Entry>;
  /** History after a position the log has given, then a CaughtUp mark, then live entries until the signal ends it. @throws Unavailable */
  subscribeAll(after: number, signal: AbortSignal): AsyncIterable<Entry | CaughtUp>;
  /** Last position and greatest recordedAt, or null for an empty log. @throws Unavailable */
  head(): Promise<LogHead | null>;
  /** Releases files and connections; pending appends finish first. */
  close(): Promise<void>;
}

/** Someone wrote first: the stream is at `actualRevision`. */
export class Conflict extends Error {
  override readonly name = 'Conflict';
  constructor(
    readonly stream: string,
    readonly expectedRevision: number,
    readonly actualRevision: number,
  ) {
    super(`${stream} is at revision ${actualRevision}, expected ${expectedRevision}`);
  }
}

/** The log cannot be reached or its storage failed; nothing is known to be stored. Try again with the same event ids. */
export class Unavailable extends Error {
  override readonly name = 'Unavailable';
}

/** The log will never take this append as it is (too large, or its event id stands elsewhere). */
export class Rejected extends Error {
  override readonly name = 'Rejected';
  constructor(
    readonly code: 'EVENT_ID_TAKEN' | 'TOO_LARGE' | 'EMPTY_APPEND',
    message: string,
  ) {
    super(message);
  }
}
