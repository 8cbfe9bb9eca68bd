import { useDays } from './use-days';
import type { DaysAnswer } from './staffing.queries';
import './days-bar.css';

interface DaysBarProps {
  readonly days: DaysAnswer | null;
  /** Days that fill the whole width. */
  readonly most: number;
  /** Days that it should not take longer than: a mark across the bar. */
  readonly target?: number | null;
}

/** Days as a bar: solid for those that are sure, hatched for those that are possible, open where nothing bounds them; and in words. */
export function DaysBar({ days, most, target = null }: DaysBarProps) {
  const inWords = useDays();
  const share = (count: number): string => `${Math.min(100, (100 * count) / Math.max(1, most))}%`;
  return (
    <span className="days" data-uncertain={days !== null && days.atLeast !== days.atMost}>
      <span className="days-words">{inWords(days)}</span>
      {days !== null && (
        <span className="days-bar" aria-hidden="true">
          <span
            className="days-possible"
            data-open={days.atMost === null}
            style={{ inlineSize: share(days.atMost ?? most) }}
          />
          <span className="days-sure" style={{ inlineSize: share(days.atLeast) }} />
          {target !== null && target <= most && (
            <span className="days-target" style={{ insetInlineStart: share(target) }} />
          )}
        </span>
      )}
    </span>
  );
}

/** The days that a column of bars is drawn to: those of the longest, rounded up. */
export function mostOf(all: readonly (DaysAnswer | null)[], least = 30): number {
  return Math.max(least, ...all.map((days) => days?.atMost ?? days?.atLeast ?? 0));
}
