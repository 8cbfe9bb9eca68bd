import { type CivilDate, dayNumber } from './civil-date.js';
import { type Span } from './span.js';

/** A number of days between two ends, either of which may be unknown (null); negative before. */
export interface DayRange {
  readonly atLeast: number | null;
  readonly atMost: number | null;
}

/** How many days after a day a window lies, negative before it; an open end of the window stays unknown. */
export function daysAfter(day: CivilDate, { earliest, latest }: Span): DayRange {
  const from = dayNumber(day);
  return {
    atLeast: earliest === null ? null : dayNumber(earliest) - from,
    atMost: latest === null ? null : dayNumber(latest) - from,
  };
}
