import type { Because, PromiseAnswer, WindowAnswer } from '@cadre/contract';
import { addDays, type CivilDate } from '@cadre/kernel';
import { windowAnswer } from '../history/entry-rows.js';
import { causesOf, type State, type Thing, valuesIn } from '../table/possible.js';

/** The columns that say what is promised by when, and what became of it. */
export const SHOWN = ['what', 'status', ...['earliest', 'latest', 'phrase'].map((end) => `due_${end}`)];

/** A promise as its possible states on a day tell of it. */
export function promiseOf(thing: Thing, validOn: CivilDate, causes: ReadonlyMap<string, Because>): PromiseAnswer {
  const present = thing.states.filter((state) => state.present);
  const latest = present.at(-1)!;
  const due = windowIn(latest, 'due');
  const late = thing.states.filter((state) => isLate(state, validOn));
  return {
    stream: thing.stream,
    id: thing.id,
    what: latest.values['what'] as string,
    ownerUnitId: latest.values['owner_unit_id'] as string | null,
    about: latest.values['about'] as string[],
    statuses: [...valuesIn<string>(thing, 'status')],
    certain: thing.certain,
    due,
    firstDue: windowIn(latest, 'first_due'),
    redates: latest.values['redates'] as number,
    overdueFrom: due.latest === null ? null : addDays(due.latest, 1),
    overdue: late.length === 0 ? 'no' : late.length === thing.states.length ? 'yes' : 'possibly',
    measure: latest.values['measure'] as PromiseAnswer['measure'],
    because: causesOf([thing], SHOWN).map((cause) => causes.get(cause)!),
  };
}

/** Open with nothing left of its due window. */
export function isLate({ present, values }: State, validOn: CivilDate): boolean {
  const last = values['due_latest'] as CivilDate | null;
  return present && values['status'] === 'open' && last !== null && last < validOn;
}

/** A window that a state tells of: what was promised first, what is promised now, or when the promise came to its end. */
export function windowIn({ values }: State, name: 'due' | 'first_due' | 'settled'): WindowAnswer {
  const end = (column: string): string | null => (values[`${name}_${column}`] ?? null) as string | null;
  return windowAnswer({ earliest: end('earliest'), latest: end('latest'), phrase: end('phrase') });
}
