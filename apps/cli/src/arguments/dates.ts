import { type CivilDate, endOfDay, type Instant, isCivilDate, isInstant } from '@cadre/kernel';
import { BadArgument } from './bad-argument.js';

/** A moment of known time, and how it was written. */
export interface Moment {
  readonly instant: Instant;
  readonly written: string;
}

/** A civil date. @throws BadArgument */
export function readDay(value: string, name: string): CivilDate {
  const isDay: boolean = isCivilDate(value);
  if (isDay) return value;
  throw new BadArgument(`${name} is "${value}"; give a calendar day, as in 2007-12-31.`);
}

/** A UTC instant, with or without milliseconds, or the last instant of a civil date. @throws BadArgument */
export function readMoment(value: string, name: string): Moment {
  const isDay: boolean = isCivilDate(value);
  if (isDay) return { instant: endOfDay(value), written: value };
  const instant = /:\d{2}Z$/.test(value) ? value.replace('Z', '.000Z') : value;
  if (isInstant(instant)) return { instant, written: value };
  throw new BadArgument(
    `${name} is "${value}"; give a calendar day or a UTC instant, as in 2007-12-31 or 2007-12-31T12:00:00Z.`,
  );
}
