import { ApiProperty } from '@nestjs/swagger';
import { AsOf, Because, CountAnswer, WindowAnswer } from './answers.js';

/** Whole days as a range; `atMost` null when nothing bounds it. */
export class DaysAnswer {
  atLeast: number;
  atMost: number | null;
}

/** A state a post can have been in on the day asked for. */
export class PostStateAnswer {
  /** Where it is in its life; "not there" when it may not have been established yet. */
  standing: 'not there' | 'live' | 'frozen' | 'lapsed' | 'abolished';
  /** Whether somebody holds it; acting cover leaves it vacant. Null when it is not there. */
  occupancy: 'not reported' | 'vacant' | 'filled' | null;
}

/** A unit a post can have belonged to; id null when none is told of. */
export class PostUnitAnswer {
  id: string | null;
  /** Every name it can have had on that day. */
  names: string[];
}

/** Somebody who holds a post, possibly; `personId` null for a holder not named. */
export class IncumbentAnswer {
  personId: string | null;
  /** Percentage of full time; null when that is not told yet. */
  share: number | null;
  since: WindowAnswer | null;
  /** False when the dates leave open whether they hold it. */
  certain: boolean;
}

/** Somebody who acts for the holder; the post stays vacant. */
export class OfficerInChargeAnswer {
  personId: string | null;
  grade: string | null;
  certain: boolean;
}

/** The block a post was drawn from. */
export class PostBlockAnswer {
  id: string;
  name: string | null;
}

/** A recruitment case for a post that is possibly under way. */
export class PostCaseAnswer {
  caseId: string;
  name: string | null;
  /** Every stage possible on that day. */
  stages: string[];
  certain: boolean;
}

/** A post of the staffing table. */
export class StaffingRow {
  stream: string;
  id: string;
  number: string | null;
  /** Every title, grade and unit it can have had on that day; one when certain. Null stands for a grade not reported. */
  titles: string[];
  @ApiProperty({ type: 'array', items: { type: 'string', nullable: true } })
  grades: (string | null)[];
  units: PostUnitAnswer[];
  states: PostStateAnswer[];
  /** True when title, grade, unit and state leave nothing open. */
  certain: boolean;
  seniority: string | null;
  incumbents: IncumbentAnswer[];
  officerInCharge: OfficerInChargeAnswer | null;
  block: PostBlockAnswer | null;
  cases: PostCaseAnswer[];
  /** When it became vacant, where it possibly is; null where it is not, or nobody says. */
  vacantSince: WindowAnswer | null;
  /** How long it has been vacant by that day, where it possibly is; null where it is not, or nobody says since when. */
  vacantDays: DaysAnswer | null;
  /** The last day of a position, as far as extended; null for a post without one. */
  until: string | null;
  because: Because[];
}

/** How many posts are in a state, whatever state was asked for. Frozen ones are counted under their occupancy as well. */
export class PostsInStateAnswer {
  state: 'vacant' | 'filled' | 'not reported' | 'frozen' | 'lapsed' | 'abolished';
  count: CountAnswer;
}

/** One page of the staffing table. */
export class StaffingAnswer {
  asOf: AsOf;
  /** All that match, on whatever page; `because` is of those on this page. */
  total: CountAnswer;
  states: PostsInStateAnswer[];
  /** Every grade that any post has on that day, highest first. */
  grades: string[];
  offset: number;
  limit: number;
  posts: StaffingRow[];
}

/** One post by itself. */
export class StaffingPostAnswer {
  asOf: AsOf;
  /** Null when nothing is told of it as of the two dates. */
  post: StaffingRow | null;
}
