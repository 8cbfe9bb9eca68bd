import { HistoryEntry } from './history.answer.js';

/** A window as stored. */
export class EnvelopeWindow {
  earliest: string | null;
  latest: string | null;
  phrase: string | null;
}

/** What is proven of an entry: its place and its clocks, and digests in place of what it says. */
export class EnvelopeAnswer {
  /** Version of this form. */
  v: number;
  stream: string;
  revision: number;
  eventId: string;
  type: string;
  schemaVersion: number;
  recordedAt: string;
  effective: EnvelopeWindow;
  actorId: string;
  commandId: string;
  correlationId: string;
  /** SHA-256 (hex) of the canonical data, as stored. */
  dataHash: string;
  /** SHA-256 (hex) of the canonical metadata that stand nowhere else in the envelope. */
  metaHash: string;
}

/** One entry exactly as the log keeps it, what became of it, and its leaf in the tree over the log. */
export class EntryAnswer {
  knownAt: string;
  /** Log position the tables had reached. */
  position: number;
  entry: HistoryEntry;
  /** Event id of what is told in its place, or null. */
  retoldBy: string | null;
  /** The entry as stored, and not upcast. */
  stored: Record<string, unknown>;
  envelope: EnvelopeAnswer;
  /** SHA-256 (hex) of a zero byte and the canonical envelope (RFC 8785, RFC 9162). */
  leafHash: string;
}
