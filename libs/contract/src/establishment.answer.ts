import { AsOf, Because, CountAnswer } from './answers.js';
import { PromiseSummary } from './promises.answer.js';

/** A run of like cells of a block's grid. */
export class CellRun {
  stage: 'approved' | 'identified' | 'advertised' | 'selected' | 'on duty' | 'not reported';
  certain: boolean;
  count: number;
  /** The identified post a single cell stands for, or null. */
  postId: string | null;
}

/** A post block with its counts by stage; blocks are only added up within a group. */
export class BlockAnswer {
  stream: string;
  id: string;
  name: string;
  group: string | null;
  grade: string | null;
  /** Every status possible on that day; one when certain. */
  statuses: string[];
  certain: boolean;
  proposed: CountAnswer;
  approved: CountAnswer;
  /** Proposed less approved, derived. */
  notApproved: CountAnswer;
  identified: CountAnswer;
  advertised: CountAnswer;
  selected: CountAnswer;
  onDuty: CountAnswer;
  /** Selected (else approved) less on duty, derived; not reported when either is. */
  stillToReport: CountAnswer;
  /** Approved posts of which nothing says whether anyone is on duty, derived. */
  unreported: CountAnswer;
  cells: CellRun[];
  promises: PromiseSummary[];
  because: Because[];
}

export class GroupTotals {
  group: string;
  proposed: CountAnswer;
  approved: CountAnswer;
}

export class EstablishmentAnswer {
  asOf: AsOf;
  blocks: BlockAnswer[];
  groups: GroupTotals[];
}
