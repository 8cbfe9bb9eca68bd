import { CountAnswer } from './answers.js';
import { ChangedRow } from './history.answer.js';

/** A number that screens show in large, for two pairs of dates or before and after something. */
export class ComparedAnswer {
  /** What is counted, as in "block.approved" or "teams.standing"; the words for it are the screen's. */
  name: string;
  /** The thing it is about, as in "block-additional"; null for the organisation as a whole. */
  stream: string | null;
  /** Name of that thing, as recorded. */
  subject: string | null;
  before: CountAnswer;
  after: CountAnswer;
  /** The number, or the words for it, are another. */
  changed: boolean;
}

/** How many things of a table say something else than before. */
export class ChangedTable {
  table: string;
  things: number;
}

/** Two pairs of dates side by side: what the large numbers were and are, and which things changed. */
export class CompareAnswer {
  validA: string;
  knownA: string;
  validB: string;
  knownB: string;
  /** Log position the tables had reached. */
  position: number;
  answers: ComparedAnswer[];
  /** Tables in which anything changed. */
  tables: ChangedTable[];
  /** Things that changed in all of the tables asked for; `changes` is a page of them. */
  changed: number;
  changes: ChangedRow[];
  /** Facts recorded between the two known moments: neither retractions nor what is told in the place of something. */
  learned: number;
  /** Retractions recorded between the two known moments, with or without a retelling. */
  corrected: number;
}
