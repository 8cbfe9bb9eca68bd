import { type AsOf, type CountAnswer } from '../answers.js';

// The shapes of libs/contract/src/burn-up.answer.ts.

/** A number without the entries behind it: ask for the establishment on that day to have them. */
export type CountInBrief = Omit<CountAnswer, 'because' | 'wording'>;

/** How far the posts of a block had come on one day. */
export interface BurnUpPoint {
  /** Civil date. */
  on: string;
  approved: CountInBrief;
  identified: CountInBrief;
  advertised: CountInBrief;
  selected: CountInBrief;
  onDuty: CountInBrief;
  /** Approved posts of which nothing says whether anyone is on duty. */
  unreported: CountInBrief;
}

/**
 * A block over time, as known at one moment: its counts on the first day, at the end of every step, on the last day,
 * and, unless there are many, on every day on which anything begins to be otherwise.
 */
export interface BurnUpAnswer {
  asOf: AsOf;
  block: string;
  name: string;
  step: 'month' | 'quarter' | 'year';
  /** Civil dates; null when nothing is told of the block by that moment. */
  from: string | null;
  to: string | null;
  points: BurnUpPoint[];
  /** Days after the first, up to the last, on which anything begins to be otherwise. */
  turns: string[];
}
