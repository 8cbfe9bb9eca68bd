import { type CivilDate, type CountRange, daysSince, type Window } from '@cadre/kernel';
import { type State, type Thing } from '../table/possible.js';

/** Since when a post has been vacant, and for how many days by a day. */
export interface Vacancy {
  readonly since: Window | null;
  readonly days: CountRange | null;
}

/**
 * How long a post has been vacant by a day, as far as it possibly is: at least by the state in which it became vacant
 * last, at most by the one in which it did so first. The one place where vacancy ages are made.
 */
export function vacancyOf({ states }: Thing, day: CivilDate): Vacancy {
  const vacant = states.filter((state) => isVacant(state)).map(({ values }) => sinceIn(values));
  const ranges = vacant.map((since) => daysSince(since, day));
  if (ranges.length === 0 || ranges.includes(null)) return { since: null, days: null };
  return { since: vacant.at(-1)!, days: spanOf(ranges as readonly CountRange[]) };
}

/** The least and the most of several ranges; no upper end when one has none. */
export function spanOf(ranges: readonly CountRange[]): CountRange {
  const ends = ranges.map(({ atMost }) => atMost);
  return {
    atLeast: Math.min(...ranges.map(({ atLeast }) => atLeast)),
    atMost: ends.includes(null) ? null : Math.max(...(ends as number[])),
  };
}

/** Nobody holds it and it still stands; whether somebody acts is no matter. */
export function isVacant({ present, values }: State): boolean {
  return present && STANDS.includes(values['standing']) && values['occupancy'] === 'vacant';
}

const STANDS: readonly unknown[] = ['live', 'frozen'];

function sinceIn(values: State['values']): Window {
  const end = (name: string): string | null => (values[`vacant_${name}`] ?? null) as string | null;
  return { earliest: end('earliest'), latest: end('latest'), phrase: end('phrase') };
}
