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

/** A possible state of a thing, worded; null where it is not there. */
type State = readonly Worded[] | null;

/** How it is said that a thing is there, or not. */
export interface PresenceWords {
  readonly label: string;
  readonly there: string;
  readonly notThere: string;
}

/** What possible states differ in before and after: whether the thing is there, then its columns. */
export function differences(
  before: readonly State[],
  after: readonly State[],
  presence: PresenceWords,
): readonly Difference[] {
  const columns = new Map([...before, ...after].flatMap((state) => (state ?? []).map((it) => [it.name, it.label])));
  const isThere = {
    name: '',
    label: presence.label,
    before: thereIn(before, presence),
    after: thereIn(after, presence),
  };
  return [
    isThere,
    ...[...columns].map(([name, label]) => ({ name, label, before: saidIn(before, name), after: saidIn(after, name) })),
  ].filter((it) => it.before.toSorted().join('\n') !== it.after.toSorted().join('\n'));
}

function thereIn(states: readonly State[], { there, notThere }: PresenceWords): readonly string[] {
  if (states.length === 0) return [notThere];
  return [...new Set(states.map((state) => (state === null ? notThere : there)))];
}

function saidIn(states: readonly State[], column: string): readonly string[] {
  return [...new Set(states.flatMap((state) => state?.find(({ name }) => name === column)?.text ?? []))];
}

/** Columns that call a thing by name, the most telling first. */
const NAMES = ['name', 'title', 'what', 'subject', 'document', 'text', 'number', 'person_id'];

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
