import { type CountRange } from '@cadre/kernel';

/** The decision that allows something. A recommendation is none: it is advisory. */
export interface Authority {
  readonly kind: 'resolution' | 'decision' | 'budget document' | 'memo' | 'recommendation';
  /** How the decision is cited, as in "A/RES/61/279". */
  readonly reference: string;
}

/** A number of like things under one heading, as in 25 professional posts. */
export interface CountOf {
  readonly what: string;
  readonly count: CountRange;
}

/** Percentage of full time, 1 to 100. */
export type Share = number;
