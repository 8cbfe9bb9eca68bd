import type { BurnUpPoint } from './establishment.queries';

/** Stages drawn as lines, from the largest number to the smallest. */
export const LINES = ['approved', 'identified', 'advertised', 'selected', 'onDuty'] as const;
export type Line = (typeof LINES)[number];
export type Series = Line | 'unreported';
export const SERIES: readonly Series[] = [...LINES, 'unreported'];

/** Whether nothing is reported at a point. */
export function isSilent(point: BurnUpPoint): boolean {
  return SERIES.every((series) => point[series].notReported);
}

/** Lower end and height of a band at one point; null where nothing is reported. */
export interface Band {
  readonly low: number | null;
  readonly height: number | null;
}

/** From what is sure to what is possible; where nothing bounds it, up to what is possibly approved. */
export function bandOf(point: BurnUpPoint, line: Line): Band {
  const { atLeast, atMost, notReported } = point[line];
  if (notReported || atLeast === null) return { low: null, height: null };
  return { low: atLeast, height: Math.max(0, (atMost ?? point.approved.atMost ?? atLeast) - atLeast) };
}

/** Posts nobody reports on hang from what is approved: what lies beneath them is known of. */
export function silenceOf({ approved, unreported }: BurnUpPoint): Band {
  if (unreported.notReported || unreported.atMost === null || approved.atMost === null)
    return { low: null, height: null };
  return { low: Math.max(0, approved.atMost - unreported.atMost), height: unreported.atMost };
}

/** The point that holds on a day: the last one by then, or the first of all. */
export function pointBy(points: readonly BurnUpPoint[], day: string): BurnUpPoint {
  return points.findLast(({ on }) => on <= day) ?? points[0]!;
}

/** The point nearest to a moment (milliseconds since 1970). */
export function nearestTo(points: readonly BurnUpPoint[], moment: number): BurnUpPoint {
  const distance = ({ on }: BurnUpPoint) => Math.abs(Date.parse(on) - moment);
  return points.reduce((best, point) => (distance(point) < distance(best) ? point : best));
}
