import { type Clock } from '../clock.js';
import { type Instant } from '../time/civil-date.js';

/** A clock that stands still until a test moves it. */
export interface FixedClock extends Clock {
  moveTo(instant: Instant): void;
}

/** Where every test's clock stands unless it says otherwise. */
export const TEST_NOW: Instant = '2008-01-15T09:00:00.000Z';

/** A clock standing at an instant. */
export function fixedClock(instant: Instant = TEST_NOW): FixedClock {
  let now = instant;
  return {
    now: () => now,
    moveTo: (later) => {
      now = later;
    },
  };
}
