import { type Instant } from './time/civil-date.js';

/** The one source of "now" (a UTC instant, ISO 8601 with milliseconds). Domain code never sees it. */
export interface Clock {
  now(): Instant;
}

export const systemClock: Clock = { now: () => new Date().toISOString() };

/** A clock that stands still while the one it reads is behind what was seen. */
export interface ForwardClock extends Clock {
  /** What another machine's clock has shown: from now on this one is not behind it. */
  notBefore(instant: Instant): void;
}

/** A clock whose known time never runs backwards. `since` is where it was last. */
export function neverBackwards(clock: Clock, since: Instant | null): ForwardClock {
  let last = since ?? '';
  return {
    notBefore: (instant) => {
      if (instant > last) last = instant;
    },
    now: () => {
      const now = clock.now();
      if (now > last) last = now;
      return last;
    },
  };
}
