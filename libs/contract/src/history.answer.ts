import { Because, PossibleState, TableAnswer } from './answers.js';

/** A window after the order of events was taken into account. */
export class TightenedAnswer {
  earliest: string;
  latest: string;
}

/** An entry as the log has it, with what became of it later. */
export class HistoryEntry extends Because {
  revision: number;
  position: number;
  actorId: string;
  actorRole: string;
  reason: string | null;
  enteredAt: string | null;
  commandId: string;
  /** Event id of the retraction that took it back as known at the question's moment, or null. */
  retractedBy: string | null;
  retells: string | null;
  /** Its window after the order of events was taken into account; null when it no longer counts. */
  tightened: TightenedAnswer | null;
}

export class HistoryAnswer {
  stream: string;
  knownAt: string;
  /** Log position the tables had reached. */
  position: number;
  /** All entries in order of recording. */
  entries: HistoryEntry[];
  /** Event ids that count, in canonical order. */
  order: string[];
}

export class EntriesAnswer {
  knownAt: string;
  /** Log position the tables had reached. */
  position: number;
  count: number;
  entries: HistoryEntry[];
}

export class LineageAnswer {
  answer: TableAnswer;
  /** For every thing counted, its whole history as known then. */
  histories: HistoryAnswer[];
}

export class ChangedRow {
  table: string;
  stream: string;
  item: string;
  before: PossibleState[];
  after: PossibleState[];
}

export class DiffAnswer {
  validOn: string;
  knownA: string;
  knownB: string;
  /** Log position the tables had reached. */
  position: number;
  changes: ChangedRow[];
  /** What was recorded between the two moments. */
  recorded: HistoryEntry[];
}
