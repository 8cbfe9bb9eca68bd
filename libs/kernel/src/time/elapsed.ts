import { type CountRange } from '../count.js';
import { type CivilDate, dayNumber } from './civil-date.js';
import { type Span } from './span.js';

/**
 * Whole days from what happened within one window to what happened within another, which came after it or on the same
 * day: at least, and at most (null when an open end leaves that open).
 */
export function daysBetween(from: Span, to: Span): CountRange {
  const atLeast = daysFrom(from.latest, to.earliest);
  const atMost = daysFrom(from.earliest, to.latest);
  return { atLeast: Math.max(0, atLeast ?? 0), atMost: atMost === null ? null : Math.max(0, atMost) };
}

/** Whole days by the end of `day` since what happened within a window, possibly later than that day; null when the window is open at both ends. */
export function daysSince(since: Span, day: CivilDate): CountRange | null {
  if (since.earliest === null && since.latest === null) return null;
  return daysBetween(since, { earliest: day, latest: day });
}

/** A window that cannot begin before `floor` (null for no such day): what comes after something else did not come before it. */
export function notBefore<S extends Span>(floor: CivilDate | null, span: S): S {
  const isEarlier = floor !== null && (span.earliest === null || span.earliest < floor);
  return isEarlier ? { ...span, earliest: floor } : span;
}

/** A window that cannot end after `ceiling` (null for no such day): what comes before something else did not come after it. */
export function notAfter<S extends Span>(ceiling: CivilDate | null, span: S): S {
  const isLater = ceiling !== null && (span.latest === null || span.latest > ceiling);
  return isLater ? { ...span, latest: ceiling } : span;
}

/** The later of two days; null is none. */
export function laterDay(a: CivilDate | null, b: CivilDate | null): CivilDate | null {
  if (a === null || b === null) return a ?? b;
  return a > b ? a : b;
}

function daysFrom(from: CivilDate | null, to: CivilDate | null): number | null {
  return from === null || to === null ? null : dayNumber(to) - dayNumber(from);
}
