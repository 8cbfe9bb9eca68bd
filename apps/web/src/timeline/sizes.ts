import type { TimelineRow } from './timeline.queries';

/** Heights in CSS pixels. */
export const AXIS_HEIGHT = 60;
export const BAR = 14;
export const LANE = 14;
const PADDING = 6;
const LEAST_ROW = 38;

/** A lane for each promise, and one below for what was so. */
export function rowHeight({ promised }: TimelineRow): number {
  return Math.max(LEAST_ROW, promised.length * LANE + BAR + 2 * PADDING + 2);
}

/** Top of the lane of what was so, within its row. */
export function barTop(row: TimelineRow): number {
  return row.promised.length === 0 ? (rowHeight(row) - BAR) / 2 : rowHeight(row) - BAR - PADDING;
}

/** Top of a promise's lane, within its row. */
export function promiseTop(lane: number): number {
  return PADDING - 1 + lane * LANE;
}

/** So many rows and headings go on paper; more would be a book. */
export const PRINTED_ROWS = 480;
