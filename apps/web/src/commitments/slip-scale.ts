import type { SlipAnswer } from './commitments.queries';

/** Days a picture of slips reaches from and to; both ends hold zero, the day first promised. */
export interface SlipScale {
  readonly from: number;
  readonly to: number;
}

/** Of the scale, left beyond the last known end for those that are not known. */
const ROOM = 0.25;

/** A scale all medians fit on, with room for an end that is not known. */
export function scaleOf(medians: readonly (SlipAnswer | null)[]): SlipScale {
  const ends = medians.flatMap((it) => [it?.atLeast ?? 0, it?.atMost ?? 0]);
  const [from, to] = [Math.min(0, ...ends), Math.max(1, ...ends)];
  const room = (to - from) * ROOM;
  const opens = (end: keyof SlipAnswer): boolean => medians.some((it) => it !== null && it[end] === null);
  return { from: opens('atLeast') ? from - room : from, to: opens('atMost') ? to + room : to };
}

/** A bar on a scale, in hundredths of its width; `isOpen` where no end is known. */
export interface SlipSpan {
  readonly start: number;
  readonly width: number;
  readonly opensBefore: boolean;
  readonly opensAfter: boolean;
}

/** Where a range of days lies on the scale; an unknown end runs to the edge. */
export function spanOn({ from, to }: SlipScale, { atLeast, atMost }: SlipAnswer): SlipSpan {
  const at = (days: number): number => ((days - from) / (to - from)) * 100;
  const start = at(atLeast ?? from);
  const end = at(atMost ?? to);
  return { start, width: end - start, opensBefore: atLeast === null, opensAfter: atMost === null };
}

/** Where the day first promised lies on the scale, in hundredths of its width. */
export function zeroOn({ from, to }: SlipScale): number {
  return (-from / (to - from)) * 100;
}
