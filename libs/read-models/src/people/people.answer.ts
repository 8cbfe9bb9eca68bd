// The shapes of libs/contract/src/people.answer.ts, which this room may not enter; the compiler compares them in apps/api.
import { type AsOf, type Because, type CountAnswer, type WindowAnswer } from '../answers.js';
import { type DaysAnswer } from '../staffing/staffing.answer.js';

/** Something a person has to do with, possibly, on the day asked for. */
export interface PersonTieAnswer {
  /** The post, or the case of a candidacy, or the team. */
  id: string;
  /** Title or name, as recorded; null when none is told. */
  name: string | null;
  kind: 'holds' | 'reserved' | 'acts' | 'candidate' | 'member';
  /** False when the dates leave it open. */
  certain: boolean;
  because: Because[];
}

/** A person in short: an opaque id, and what it has to do with. */
export interface PersonSummary {
  id: string;
  ties: PersonTieAnswer[];
}

/** One page of persons. */
export interface PeopleAnswer {
  asOf: AsOf;
  /** All that are told of by the known moment, whatever the day asked for; `because` is of those on this page. */
  total: CountAnswer;
  offset: number;
  limit: number;
  people: PersonSummary[];
}

/** A stretch of a person's life: a post held or reserved, acting cover, or being one of a team. */
export interface PeriodAnswer {
  kind: 'holds' | 'reserved' | 'acts' | 'member';
  /** The post or team. */
  stream: string;
  id: string;
  /** Title or name, as recorded; null when none is told. */
  name: string | null;
  /** Percentage of full time; null where that is not said. */
  share: number | null;
  /** Function in a team, or the acting officer's own grade; null when not said. */
  detail: string | null;
  from: WindowAnswer;
  /** False when the dates leave open whether it had begun by the day asked for. */
  begun: boolean;
  /** Null while it goes on, as far as is told for that day. */
  to: WindowAnswer | null;
  /** False when it goes on, or the dates leave open whether it had ended. */
  ended: boolean;
  /** From its beginning to its end, or to the day asked for; null when nobody says when it began. */
  days: DaysAnswer | null;
  because: Because[];
}

/** A person as a candidate of a recruitment case. */
export interface CandidacyAnswer {
  caseId: string;
  caseName: string | null;
  postId: string | null;
  /** Every stage possible on the day asked for. */
  stages: string[];
  since: WindowAnswer;
  certain: boolean;
  because: Because[];
}

/** All that is told of one person up to the day asked for. */
export interface PersonAnswer {
  asOf: AsOf;
  id: string;
  /** False when nothing is told of it by the known moment. */
  isKnown: boolean;
  /** True when the person's data were erased; the timeline stays. */
  erased: boolean;
  /** In order of beginning. */
  periods: PeriodAnswer[];
  candidacies: CandidacyAnswer[];
}
