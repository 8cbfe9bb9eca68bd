import type {
  LedgerAnswer,
  LedgerCounts,
  LedgerPromise,
  NextOverdue,
  OwnerAnswer,
  RedatingAnswer,
  SettlingAnswer,
} from '@cadre/contract';
import { addDays, type CivilDate, type Window } from '@cadre/kernel';
import { type AsOfDates } from '../as-of.js';
import { groupBy } from '../group-by.js';
import { becauseOf, windowAnswer } from '../history/entry-rows.js';
import { toldOf } from '../history/placing.js';
import { MOST_TOLD } from '../table/counts.js';
import { asOfAnswer, causesOf, type State, type Thing } from '../table/possible.js';
import { isToldOf } from '../table/table.query.js';
import { type Snapshot, type Tables } from '../tables/tables.js';
import {
  countPromises,
  isPossibly,
  type LedgerFilters,
  type LedgerLine,
  ledgerLines,
  namesOf,
} from './ledger-lines.js';
import { type LedgerOrder, ordered } from './ledger-order.js';
import { isLate, promiseOf, SHOWN, windowIn } from './promise-of.js';

/** Which promises to list, in which order, and which page of them. */
export interface LedgerQuestion extends LedgerFilters, LedgerOrder {
  /** Only those that possibly are one of these; left out: all. */
  readonly show?: readonly (keyof LedgerCounts)[];
  /** What "due soon" means: the due window ends within so many days from `validOn`. */
  readonly dueWithinDays: number;
  readonly offset: number;
  readonly limit: number;
}

/** The ledger of promises as of two dates: first wording, new dates, ends, and by how much each slipped. */
export function ledgerAnswer(tables: Tables, question: LedgerQuestion): Promise<LedgerAnswer> {
  return tables.read(async (snapshot) => {
    const { validOn, show, dueWithinDays, offset, limit } = question;
    const lines = await ledgerLines(snapshot, question);
    const isTold = lines.length > 0 || (await isToldOf(snapshot, 'commitments', question, {}));
    const conditions = conditionsOn(validOn, dueWithinDays);
    const shown = lines.filter(({ thing }) => show?.some((name) => isPossibly(thing, conditions[name])) ?? true);
    const page = ordered(shown, question).slice(offset, offset + limit);
    return {
      asOf: await asOfAnswer(snapshot, question),
      dueWithinDays,
      mostTold: MOST_TOLD,
      counts: await countsOf(snapshot, conditions, lines, isTold),
      owners: ownersIn(isNarrowed(question) ? await ledgerLines(snapshot, datesOf(question)) : lines),
      next: nextOverdue(lines, validOn),
      matching: shown.length,
      promises: await ledgerPromises(snapshot, page, question),
    };
  });
}

type Conditions = Readonly<Record<keyof LedgerCounts, (state: State) => boolean>>;

function conditionsOn(validOn: CivilDate, dueWithinDays: number): Conditions {
  const last = addDays(validOn, dueWithinDays);
  const has = (status: string) => (state: State) => state.values['status'] === status;
  const due = ({ values }: State): CivilDate | null => values['due_latest'] as CivilDate | null;
  return {
    overdue: (state) => isLate(state, validOn),
    dueSoon: (state) => has('open')(state) && (due(state) ?? '') >= validOn && due(state)! <= last,
    open: has('open'),
    redated: ({ values }) => (values['redates'] as number) > 0,
    met: has('met'),
    missed: has('missed'),
    dropped: has('dropped'),
  };
}

async function countsOf(
  snapshot: Snapshot,
  conditions: Conditions,
  lines: readonly LedgerLine[],
  isTold: boolean,
): Promise<LedgerCounts> {
  const counts = await countPromises(
    snapshot,
    Object.values(conditions).map((isMet) => ({ lines, isMet })),
    isTold,
  );
  return Object.fromEntries(Object.keys(conditions).map((name, i) => [name, counts[i]!])) as unknown as LedgerCounts;
}

const isNarrowed = ({ owner, about, kind, text }: LedgerFilters): boolean =>
  (owner ?? about ?? kind ?? text) !== undefined;

const datesOf = ({ validOn, knownAt }: AsOfDates): AsOfDates => ({ validOn, knownAt });

/** Every owner there is, whatever the ledger is narrowed to, so that another can be chosen. */
function ownersIn(lines: readonly LedgerLine[]): OwnerAnswer[] {
  const owners = groupBy(lines, ({ ownerUnitId }) => ownerUnitId);
  owners.delete(null);
  return [...owners]
    .map(([unitId, [line]]) => ({ unitId: unitId!, name: line!.ownerName }))
    .toSorted((a, b) => (a.name ?? a.unitId).localeCompare(b.name ?? b.unitId, 'en'));
}

function nextOverdue(lines: readonly LedgerLine[], validOn: CivilDate): NextOverdue | null {
  const ahead = lines.flatMap(({ thing, what }) => {
    const days = thing.states.flatMap(({ values }) => (values['status'] === 'open' ? [values['due_latest']] : []));
    const on = (days.filter((day) => typeof day === 'string') as CivilDate[]).map((day) => addDays(day, 1)).toSorted();
    return on.filter((day) => day > validOn).map((day) => ({ on: day, what }));
  });
  const on = ahead.map((it) => it.on).toSorted()[0];
  return on === undefined ? null : { on, whats: [...new Set(ahead.filter((it) => it.on === on).map((it) => it.what))] };
}

async function ledgerPromises(
  snapshot: Snapshot,
  lines: readonly LedgerLine[],
  dates: AsOfDates,
): Promise<LedgerPromise[]> {
  const things = lines.map(({ thing }) => thing);
  const causes = await becauseOf(snapshot, causesOf(things, [...SHOWN, 'redates']));
  const promises = lines.map(({ thing }) => promiseOf(thing, dates.validOn, causes));
  const names = await namesOf(
    snapshot,
    promises.flatMap(({ about }) => about),
    dates,
  );
  const answers: LedgerPromise[] = [];
  for (const [i, promise] of promises.entries()) {
    const { thing, ownerName, kind, stage, slipped } = lines[i]!;
    answers.push({
      ...promise,
      ownerName,
      kind,
      stage,
      aboutNames: promise.about.map((stream) => ({ stream, name: names.get(stream) ?? null })),
      made: causes.get(presentIn(thing)[0]!.causeOf('what'))!,
      redatings: promise.redates === 0 ? [] : await redatingsOf(snapshot, thing, dates),
      settlings: presentIn(thing).flatMap((state) => settlingIn(state, causes)),
      slipped,
    });
  }
  return answers;
}

const presentIn = ({ states }: Thing): readonly State[] => states.filter(({ present }) => present);

async function redatingsOf(snapshot: Snapshot, { stream }: Thing, dates: AsOfDates): Promise<RedatingAnswer[]> {
  const told = await toldOf(snapshot, stream, dates);
  return told
    .filter(({ type }) => type === 'CommitmentRedated')
    .map(({ data, surely, reason, because }) => ({
      due: windowAnswer(data['due'] as Window),
      reason,
      surely,
      because,
    }));
}

function settlingIn(state: State, causes: ReadonlyMap<string, LedgerPromise['made']>): readonly SettlingAnswer[] {
  const status = state.values['status'] as SettlingAnswer['status'] | 'open';
  if (status === 'open') return [];
  return [{ status, on: windowIn(state, 'settled'), because: causes.get(state.causeOf('status'))! }];
}
