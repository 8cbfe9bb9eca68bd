import type { PromiseAnswer, PromisesAnswer, PromiseSummary } from '@cadre/contract';
import { addDays } from '@cadre/kernel';
import { type AsOfDates } from '../as-of.js';
import { becauseOf } from '../history/entry-rows.js';
import { notReported, reported } from '../table/counts.js';
import { asOfAnswer, causesOf, thingsOf } from '../table/possible.js';
import { isToldOf } from '../table/table.query.js';
import { type Snapshot, type Tables } from '../tables/tables.js';
import { promiseOf, SHOWN } from './promise-of.js';

/** Which promises to list. */
export interface PromisesQuestion extends AsOfDates {
  /** Only those overdue, or possibly so. */
  readonly overdue?: boolean;
  /** Only those about that stream. */
  readonly about?: string;
  /** Only open ones whose due window ends within so many days from `validOn`. */
  readonly dueWithinDays?: number;
}

/** Promises as of two dates: what is promised by when, and what is overdue. */
export function promisesAnswer(tables: Tables, question: PromisesQuestion): Promise<PromisesAnswer> {
  return tables.read(async (snapshot) => {
    const promises = (await promisesOf(snapshot, question)).filter((promise) => isAsked(promise, question));
    const isTold = promises.length > 0 || (await isToldOf(snapshot, 'commitments', question, {}));
    const count = (
      surely: (it: PromiseAnswer) => boolean,
      possibly: (it: PromiseAnswer) => boolean,
    ): PromisesAnswer['open'] => {
      const among = promises.filter(possibly);
      const because = among.flatMap((promise) => promise.because);
      return isTold ? reported(promises.filter(surely).length, among.length, because) : notReported();
    };
    return {
      asOf: await asOfAnswer(snapshot, question),
      overdue: count(
        ({ overdue }) => overdue === 'yes',
        ({ overdue }) => overdue !== 'no',
      ),
      open: count(
        ({ certain, statuses }) => certain && statuses[0] === 'open',
        ({ statuses }) => statuses.includes('open'),
      ),
      promises,
    };
  });
}

/** Promises in short, by the streams they are about. */
export async function promisesByStream(
  snapshot: Snapshot,
  dates: AsOfDates,
): Promise<ReadonlyMap<string, PromiseSummary[]>> {
  const byStream = new Map<string, PromiseSummary[]>();
  for (const promise of await promisesOf(snapshot, dates)) {
    const { id, what, due, statuses, overdue } = promise;
    const summary = { id, what, due, status: statuses.join(' or '), overdue: overdue === 'yes' };
    for (const stream of promise.about) byStream.set(stream, [...(byStream.get(stream) ?? []), summary]);
  }
  return byStream;
}

async function promisesOf(snapshot: Snapshot, dates: AsOfDates): Promise<PromiseAnswer[]> {
  const things = await thingsOf(snapshot, 'commitments', dates);
  const causes = await becauseOf(snapshot, causesOf(things, SHOWN));
  return things.map((thing) => promiseOf(thing, dates.validOn, causes)).toSorted(byDue);
}

function isAsked({ about, due, overdue, statuses }: PromiseAnswer, question: PromisesQuestion): boolean {
  if (question.overdue === true && overdue === 'no') return false;
  if (question.about !== undefined && !about.includes(question.about)) return false;
  if (question.dueWithinDays === undefined) return true;
  const last = addDays(question.validOn, question.dueWithinDays);
  return statuses.includes('open') && due.latest !== null && due.latest >= question.validOn && due.latest <= last;
}

/** By the end of the due window, then its start; open ends last. */
function byDue(a: PromiseAnswer, b: PromiseAnswer): number {
  const key = ({ due, id }: PromiseAnswer): string => `${due.latest ?? '9'} ${due.earliest ?? '9'} ${id}`;
  return key(a) < key(b) ? -1 : 1;
}
