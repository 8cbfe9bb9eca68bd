import type { TimelinePromise } from '@cadre/contract';
import { BEGINNING, type CivilDate, FOREVER, type Tightened, type Window } from '@cadre/kernel';
import { type AsOfDates } from '../as-of.js';
import { type EntryRow, windowAnswer } from '../history/entry-rows.js';
import { type Placing, placingsOf } from '../history/placing.js';
import { type Snapshot } from '../tables/tables.js';
import { type Course } from './courses.js';
import { STILL_TO_COME } from './kinds.js';

/** Events that give a window something is promised for. */
const GIVE_A_WINDOW = new Set(['CommitmentMade', 'CommitmentRedated', 'EvaluationPlanned', 'EvaluationDeferred']);
/** Without a window of its own it takes back the one before. */
const PUTS_OFF = 'EvaluationDeferred';

/** What is promised by some commitments and evaluations, the first promise and every later one, by stream. */
export async function promisedIn(
  snapshot: Snapshot,
  courses: readonly Course[],
  { validOn, knownAt, bare = false }: AsOfDates & { readonly bare?: boolean },
): Promise<ReadonlyMap<string, readonly TimelinePromise[]>> {
  const streams = courses.map(({ row }) => row.stream);
  const placings = await placingsOf(snapshot, streams, knownAt);
  return new Map(
    courses.map((course) => {
      const promises = promisesIn(placings.get(course.row.stream)!, bare);
      const last = promises.at(-1);
      const isLate = last ? overdue(course, last.due.latest, validOn) : 'no';
      return [course.row.stream, last ? promises.with(-1, { ...last, overdue: isLate }) : promises];
    }),
  );
}

/** Still to come in every state possible on that day, or in some, though nothing is left of the window. */
function overdue({ then, row }: Course, lastDay: CivilDate | null, validOn: CivilDate): TimelinePromise['overdue'] {
  const hasBegun = row.bars.some(({ from }) => (from.earliest ?? BEGINNING) <= validOn);
  if (lastDay === null || lastDay >= validOn || !hasBegun) return 'no';
  const late = then.filter(({ present, cells }) => present && STILL_TO_COME.has(cells['status'] as string));
  return late.length === 0 ? 'no' : late.length === then.length ? 'yes' : 'possibly';
}

function promisesIn({ rows, order, tightened }: Placing, bare: boolean): readonly TimelinePromise[] {
  const byId = new Map(rows.map((row) => [row.event_id, row]));
  const promises: TimelinePromise[] = [];
  for (const id of order) {
    const row = byId.get(id)!;
    const due = dueIn(row);
    if (due) {
      const promise = promiseOf(row, due, tightened.get(id)!, promises.length > 0);
      promises.push(bare ? { ...promise, because: [] } : promise);
    }
  }
  return promises;
}

function dueIn({ type, data }: EntryRow): Window | null {
  if (!GIVE_A_WINDOW.has(type)) return null;
  const { due } = JSON.parse(data) as { readonly due: Window | null };
  return due ?? (type === PUTS_OFF ? { earliest: null, latest: null, phrase: null } : null);
}

function promiseOf(row: EntryRow, due: Window, given: Tightened, isAgain: boolean): TimelinePromise {
  return {
    role: isAgain ? 're-promised' : 'promised',
    stream: row.stream,
    what: null,
    given: { earliest: dayOrOpen(given.earliest), latest: dayOrOpen(given.latest) },
    due: windowAnswer(due),
    reason: isAgain ? row.reason : null,
    overdue: 'no',
    because: [row.event_id],
  };
}

const dayOrOpen = (day: CivilDate): CivilDate | null => (day === BEGINNING || day === FOREVER ? null : day);
