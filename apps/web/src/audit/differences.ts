import type { PossibleState } from '../api/client';

/** A column of one possible state, worded. */
export interface Worded {
  readonly name: string;
  readonly label: string;
  readonly text: string;
}

/** A column that says something else, with every wording possible before and after; none where the thing is not told of. */
export interface Difference {
  readonly name: string;
  readonly label: string;
  readonly before: readonly string[];
  readonly after: readonly string[];
}

/** The columns in which possible states differ before and after; null is a state in which the thing is not there. */
export function differences(
  before: readonly (readonly Worded[] | null)[],
  after: readonly (readonly Worded[] | null)[],
): readonly Difference[] {
  const columns = new Map([...before, ...after].flatMap((state) => (state ?? []).map((it) => [it.name, it.label])));
  return [...columns]
    .map(([name, label]) => ({ name, label, before: saidIn(before, name), after: saidIn(after, name) }))
    .filter((it) => it.before.toSorted().join('\n') !== it.after.toSorted().join('\n'));
}

function saidIn(states: readonly (readonly Worded[] | null)[], column: string): readonly string[] {
  return [...new Set(states.flatMap((state) => state?.find(({ name }) => name === column)?.text ?? []))];
}

/** Columns that call a thing by name, the most telling first. */
const NAMES = ['name', 'title', 'what', 'subject', 'topic', 'number', 'person_id'];

/** What a thing is called, as recorded; null when nothing says so. */
export function nameIn(states: readonly Pick<PossibleState, 'values'>[]): string | null {
  for (const name of NAMES) {
    for (const { values } of states) {
      const said = values[name];
      if (typeof said === 'string' && said !== '') return said;
    }
  }
  return null;
}
