import { AsOf, Because, CountAnswer } from './answers.js';

/** What an auditor looks at first. None of them need be wrong. */
export type ExceptionKind =
  | 'back-dated'
  | 'correction'
  | 'contradiction'
  | 'overdue'
  | 'double-fill'
  | 'self-approved'
  | 'local-knowledge'
  | 'parked';

/** One exception, in parts; the sentence is the screen's. */
export class ExceptionAnswer {
  kind: ExceptionKind;
  /** The stream it is about; null for a topic that several speak of. */
  stream: string | null;
  /** False when it may be none, as the dates are told. */
  certain: boolean;
  /** Back-dated: days from the last day it can have become true to the day of its recording. Overdue: days since the end of the window. */
  days: number | null;
  /** A topic of contradictory sources, or what is promised. */
  topic: string | null;
  /** Why a correction was made, or why a stream is parked. */
  reason: string | null;
  /** Who recorded it. */
  actorId: string | null;
  /** True for a record carried over from a document older than its entering. */
  carriedOver: boolean;
  /**
   * The entries it is about. Correction: what was retracted, the retraction, the retelling if there is one.
   * Self-approved: the proposal, the approval. Double fill: the authorisation, then the fillings.
   */
  entries: Because[];
}

/** How many exceptions of a kind there are. */
export class ExceptionCount {
  kind: ExceptionKind;
  /** The exceptions listed are what it rests on. */
  count: CountAnswer;
  /** So many of the possible ones were carried over from documents. */
  carriedOver: number;
}

/** Exceptions as of two dates: how many of each kind, and a page of those asked for. */
export class ExceptionsAnswer {
  asOf: AsOf;
  counts: ExceptionCount[];
  /** Exceptions of the kinds asked for, on all pages. */
  total: number;
  exceptions: ExceptionAnswer[];
}
