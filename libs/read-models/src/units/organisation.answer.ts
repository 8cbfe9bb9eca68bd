import { type AsOf, type Because, type CountAnswer } from '../answers.js';

// The shapes of libs/contract/src/organisation.answer.ts; the compiler compares them in apps/api.

/** A number as a range, with what it rests on left to the unit's own page. */
export interface TallyAnswer {
  atLeast: number;
  atMost: number;
}

/** The posts that stand in a unit: live or frozen, neither lapsed nor abolished. */
export interface PostTallies {
  all: TallyAnswer;
  /** Filled and vacant: a post nobody told the occupancy of may be either; null when that is so of all of them. */
  filled: TallyAnswer | null;
  vacant: TallyAnswer | null;
  /** Posts nobody told the occupancy of. */
  notReported: TallyAnswer;
}

/** A unit as the chart draws it. */
export interface OrganisationUnit {
  stream: string;
  id: string;
  /** Every name possible on that day. */
  names: string[];
  formerNames: string[];
  kind: string | null;
  place: string | null;
  /** Every parent possible on that day; null: none. */
  parentIds: (string | null)[];
  /** planned, established or abolished: each that is possible on that day. */
  statuses: string[];
  /** True when the dates leave open whether it was there at all. */
  mayBeAbsent: boolean;
  certain: boolean;
  /** Units that it came out of or took in. */
  predecessorIds: string[];
  /** Units that came out of it or carry on its work. */
  successorIds: string[];
  /** Null when no post of it was ever told of: not reported, never none. */
  posts: PostTallies | null;
  /** Teams it hosts that stand; null when no team of it was told of. */
  teams: TallyAnswer | null;
}

export interface OrganisationAnswer {
  asOf: AsOf;
  /** No number names more entries than that. */
  mostTold: number;
  /** Units that stand: established and not abolished. */
  standing: CountAnswer;
  /** Every unit that possibly was there, abolished ones too. */
  units: OrganisationUnit[];
}

/** Posts and teams as numbers that say what they rest on. */
export interface UnitStaffing {
  posts: CountAnswer;
  filled: CountAnswer;
  vacant: CountAnswer;
  notReported: CountAnswer;
  teams: CountAnswer;
}

/** A post of senior level in a unit. */
export interface SeniorPost {
  stream: string;
  id: string;
  title: string | null;
  grade: string | null;
  /** filled, vacant, not reported: each that is possible on that day. */
  occupancies: string[];
  /** True when somebody may be acting for the holder. */
  acting: boolean;
  because: Because[];
}

export interface RelatedUnit {
  id: string;
  name: string | null;
}

/** One unit with its staffing, what came before and after it, and what all this rests on. */
export interface UnitAnswer {
  asOf: AsOf;
  /** Null when no such unit was told of by then. */
  unit: OrganisationUnit | null;
  parents: RelatedUnit[];
  predecessors: RelatedUnit[];
  successors: RelatedUnit[];
  /** Functions without a unit of their own that it took in. */
  absorbedCapacities: string[];
  /** No number names more entries than that. */
  mostTold: number;
  own: UnitStaffing;
  /** Together with all units below it. */
  within: UnitStaffing;
  seniorPosts: SeniorPost[];
  because: Because[];
}
