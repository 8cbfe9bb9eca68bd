import { type Instant } from './time/civil-date.js';

/** The one source of "now" (a UTC instant, ISO 8601 with milliseconds). Domain code never sees it. */
export interface Clock {
  now(): Instant;
}

export const systemClock: Clock = { now: () => new Date().toISOString() };

/** A clock that stands still while the one it reads is behind: known time never runs backwards. `since` is where it was last. */
export function neverBackwards(clock: Clock, since: Instant | null): Clock {
  let last = since ?? '';
  return {
    now: () => {
      const now = clock.now();
      if (now > last) last = now;
      return last;
    },
  };
}
