import { type Because, type CountAnswer, type PossibleState } from '../answers.js';

/** One step of the way to a number: a member of an answer, or a column of a table. */
export interface LabelPart {
  /** The member or column, as in "blocks", "onDuty" or "occupancy". */
  name: string;
  /** Which of several: the stream or id of a thing, the name of a group, or a word a column says; null when there is one. */
  key: string | null;
  /** What the thing is called, as recorded; null when it has no name. */
  title: string | null;
}

/** A number that will change. */
export interface CountChange {
  /** Where it is asked, as in "establishment" or "posts": GET /api/{where}. */
  where: string;
  /** The way to it, outermost first; {name: "count"} alone is all things of a table. */
  label: LabelPart[];
  /** Null when there is no such number before. `because` is left out of both: the entries of the preview are why. */
  before: CountAnswer | null;
  /** Null when there is no such number any more. */
  after: CountAnswer | null;
}

/** A thing of a table that will be otherwise; every possible state before and after, none where it is not there. */
export interface RowChange {
  table: string;
  stream: string;
  item: string;
  /** Columns that say something else. */
  columns: string[];
  before: PossibleState[];
  after: PossibleState[];
}

/** An entry that would be recorded. */
export interface PreviewEntry extends Because {
  revision: number;
  reason: string | null;
  /** Event id of the entry it is recorded because of, by a policy; null for what the command itself records. */
  becauseOf: string | null;
}

/** What the entries of a fork would change. */
export interface ChangesAnswer {
  /** The day the numbers and states are for. */
  validOn: string;
  /** As known once the entries are recorded. */
  knownAt: string;
  /** In the order they would be recorded, in whichever stream. */
  entries: PreviewEntry[];
  counts: CountChange[];
  rows: RowChange[];
}
