import { AsOf } from './answers.js';

/** A number without the entries behind it: ask for the establishment on that day to have them. */
export class CountInBrief {
  atLeast: number | null;
  atMost: number | null;
  certain: boolean;
  notReported: boolean;
}

/** How far the posts of a block had come on one day. */
export class BurnUpPoint {
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
export class BurnUpAnswer {
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
