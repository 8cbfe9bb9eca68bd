import type { CountAnswer } from '../api/client';
import { words } from '../words';

/** The part of a count that says how many. */
export type Bounds = Pick<CountAnswer, 'atLeast' | 'atMost' | 'notReported'>;

/** A count as people say it: "6", "0 or 1", "between 0 and 18", "at least 1". What is not reported is never a number. */
export function countInWords({ atLeast, atMost, notReported }: Bounds): string {
  if (notReported || (atLeast === null && atMost === null)) return words.count.notReported;
  if (atLeast === null) return words.count.atMost(number(atMost ?? 0));
  if (atMost === null) return words.count.atLeast(number(atLeast));
  if (atLeast === atMost) return number(atLeast);
  return atMost === atLeast + 1
    ? words.count.eitherOr(number(atLeast), number(atMost))
    : words.count.between(number(atLeast), number(atMost));
}

/** True when the number is known to lie in a range only. */
export function isUncertain({ atLeast, atMost, notReported }: Bounds): boolean {
  return !notReported && atLeast !== atMost;
}

function number(value: number): string {
  return value.toLocaleString('en-GB');
}
