import type { DaysAnswer } from './commitments.queries';

/** Days a picture of slips reaches from and to; both ends hold zero, the day first promised. */
export interface SlipScale {
  readonly from: number;
  readonly to: number;
}

/** A scale all medians fit on. */
export function scaleOf(medians: readonly (DaysAnswer | null)[]): SlipScale {
  const ends = medians.flatMap((it) => [it?.atLeast ?? 0, it?.atMost ?? 0]);
  return { from: Math.min(0, ...ends), to: Math.max(1, ...ends) };
}

/** A bar on a scale, in hundredths of its width; `isOpen` where no end is known. */
export interface SlipSpan {
  readonly start: number;
  readonly width: number;
  readonly opensBefore: boolean;
  readonly opensAfter: boolean;
}

/** Where a range of days lies on the scale; an unknown end runs to the edge. */
export function spanOn({ from, to }: SlipScale, { atLeast, atMost }: DaysAnswer): SlipSpan {
  const at = (days: number): number => ((days - from) / (to - from)) * 100;
  const start = at(atLeast ?? from);
  const end = at(atMost ?? to);
  return { start, width: end - start, opensBefore: atLeast === null, opensAfter: atMost === null };
}

/** Where the day first promised lies on the scale, in hundredths of its width. */
export function zeroOn({ from, to }: SlipScale): number {
  return (-from / (to - from)) * 100;
}
