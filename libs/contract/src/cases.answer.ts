import { AsOf, Because, CountAnswer, WindowAnswer } from './answers.js';
import { DaysAnswer, PostBlockAnswer } from './staffing.answer.js';

/** Days that a stage should take. */
export class StageTargetAnswer {
  stage: string;
  days: number;
}

/** How long recruitment should take, as this organisation has set it. */
export class RecruitmentTargetsAnswer {
  /** From the opening of a case to its end. */
  overallDays: number;
  /** Stages without a target are left out. */
  stages: StageTargetAnswer[];
}

/** A stage that posts of a case can have been in on the day asked for. */
export class CaseStageAnswer {
  stage: string;
  since: WindowAnswer;
  /** By that day; null when nobody says since when. */
  days: DaysAnswer | null;
  targetDays: number | null;
  /** "possibly" also when nobody says since when. */
  overTarget: 'yes' | 'possibly' | 'no';
  because: Because;
}

/** A post that a case is to fill. */
export class CasePostAnswer {
  id: string;
  title: string | null;
}

/** Posts of a case that stand together, as far as is told. */
export class CasePartAnswer {
  /** None when the case names none. */
  posts: CasePostAnswer[];
  /** Every stage possible on that day; one when certain. */
  stages: CaseStageAnswer[];
  /** Whether any of the stages takes longer than it should. */
  overTarget: 'yes' | 'possibly' | 'no';
}

/** A candidate of a case; `candidateId` null for one not named. */
export class CandidateAnswer {
  candidateId: string | null;
  postId: string | null;
  /** Every stage possible on that day. */
  stages: string[];
  since: WindowAnswer;
  /** False when the dates leave open how far they have come. */
  certain: boolean;
  because: Because[];
}

/** A number as it is told; `atMost` null when the source sets no upper end. */
export class RangeAnswer {
  atLeast: number;
  atMost: number | null;
}

/** A recruitment case. */
export class CaseAnswer {
  stream: string;
  id: string;
  name: string | null;
  block: PostBlockAnswer | null;
  openings: RangeAnswer | null;
  opened: WindowAnswer;
  /** From its opening to that day, or to its end; null when nobody says when it was opened. */
  daysOpen: DaysAnswer | null;
  targetDays: number;
  overTarget: 'yes' | 'possibly' | 'no';
  /** Whether it is still under way: not all reported for duty, not cancelled. */
  isOpen: 'yes' | 'possibly' | 'no';
  channel: string | null;
  closesOn: string | null;
  askedOf: string | null;
  askedCount: number | null;
  /** Candidates told of so far; null when none was, which is not the same as none. */
  nominated: number | null;
  shortlisted: number | null;
  withdrawals: number;
  parts: CasePartAnswer[];
  candidates: CandidateAnswer[];
  because: Because[];
}

/** One page of recruitment cases. */
export class CasesAnswer {
  asOf: AsOf;
  targets: RecruitmentTargetsAnswer;
  /** All that match, on whatever page; `because` is of those on this page. */
  total: CountAnswer;
  offset: number;
  limit: number;
  cases: CaseAnswer[];
}

/** A step in the life of a case. */
export class CaseStepAnswer {
  /** The type of the event. */
  type: string;
  when: WindowAnswer;
  /** False when the dates leave open whether it had happened by the day asked for. */
  surely: boolean;
  /** Days to the next step, or to the day asked for; null when nobody says when it was. */
  days: DaysAnswer | null;
  because: Because;
}

/** One recruitment case and its life up to the day asked for. */
export class CaseLifeAnswer {
  asOf: AsOf;
  targets: RecruitmentTargetsAnswer;
  /** Null when nothing is told of it as of the two dates. */
  case: CaseAnswer | null;
  /** In the order in which they count. */
  steps: CaseStepAnswer[];
}
