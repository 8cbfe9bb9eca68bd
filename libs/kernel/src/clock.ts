import { type Instant } from './time/civil-date.js';

/** The one source of "now" (a UTC instant, ISO 8601 with milliseconds). Domain code never sees it. */
export interface Clock {
  now(): Instant;
}

export const systemClock: Clock = { now: () => new Date().toISOString() };
