import type { CountAnswer } from '@cadre/contract';
import { type DayRange, partsOf } from '@cadre/kernel';
import { sql } from 'kysely';
import { type AsOfDates } from '../as-of.js';
import { becauseOf } from '../history/entry-rows.js';
import { foldName } from '../names/fold-name.js';
import { MOST_TOLD, notReported, reported } from '../table/counts.js';
import { conditionOf } from '../table/filters.js';
import { causesOf, type State, type Thing, thingsOf, valuesIn } from '../table/possible.js';
import { type Snapshot } from '../tables/tables.js';
import { isLate, SHOWN } from './promise-of.js';
import { slipOf } from './slip.js';

/** Which promises the ledger is about. */
export interface LedgerFilters extends AsOfDates {
  /** Only those of this unit. */
  readonly owner?: string;
  /** With `owner`: also those of the units below it. */
  readonly subUnits?: boolean;
  /** Only those about this stream. */
  readonly about?: string;
  /** Only those of this kind: what they are about first is such a stream. */
  readonly kind?: string;
  /** Only those whose wording or owner contains these words, whatever the case or width. */
  readonly text?: string;
}

/** A promise as far as finding, ordering and adding up needs it. */
export interface LedgerLine {
  readonly thing: Thing;
  readonly what: string;
  readonly ownerUnitId: string | null;
  readonly ownerName: string | null;
  /** Kind of stream of what it is about, the one named first. */
  readonly kind: string | null;
  readonly stage: Stage;
  readonly slipped: DayRange | null;
}

/** Where a promise stands; uncertain when the dates leave it open. */
export type Stage = 'overdue' | 'open' | 'met' | 'missed' | 'dropped' | 'uncertain';

/** The promises that possibly meet the filters, unordered. */
export async function ledgerLines(snapshot: Snapshot, question: LedgerFilters): Promise<readonly LedgerLine[]> {
  const { owner, subUnits, about, kind, text } = question;
  const filters = {
    ...(owner === undefined ? {} : { owner_unit_id: [owner], ...(subUnits === true ? { within: 'true' } : {}) }),
    ...(about === undefined ? {} : { about: [about] }),
  };
  const things = await thingsOf(
    snapshot,
    'commitments',
    question,
    await conditionOf(snapshot, 'commitments', question, filters),
  );
  const owners = things.flatMap((thing) => ownersIn(thing).map((id) => `unit-${id}`));
  const names = await namesOf(snapshot, owners, question);
  const sought = text === undefined ? '' : foldName(text);
  return things
    .map((thing) => lineOf(thing, names, question))
    .filter((line) => kind === undefined || line.kind === kind)
    .filter(({ what, ownerName }) => [what, ownerName ?? ''].some((it) => foldName(it).includes(sought)));
}

const ownersIn = (thing: Thing): readonly string[] =>
  valuesIn<string | null>(thing, 'owner_unit_id').filter((id) => id !== null);

function lineOf(thing: Thing, names: ReadonlyMap<string, string>, { validOn }: AsOfDates): LedgerLine {
  const about = valuesIn<string[]>(thing, 'about').at(-1)![0];
  const ownerUnitId = ownersIn(thing).at(-1) ?? null;
  return {
    thing,
    what: valuesIn<string>(thing, 'what').at(-1)!,
    ownerUnitId,
    ownerName: ownerUnitId === null ? null : (names.get(`unit-${ownerUnitId}`) ?? null),
    kind: about === undefined ? null : partsOf(about).category,
    stage: stageOf(thing, (state) => isLate(state, validOn)),
    slipped: slipOf(thing, validOn),
  };
}

function stageOf(thing: Thing, late: (state: State) => boolean): Stage {
  const statuses = valuesIn<'open' | 'met' | 'missed' | 'dropped'>(thing, 'status');
  if (statuses.length > 1) return 'uncertain';
  return thing.states.every(late) ? 'overdue' : statuses[0]!;
}

/** The present names of some streams, by stream; the last possible one of each. */
export async function namesOf(
  snapshot: Snapshot,
  streams: readonly string[],
  dates: AsOfDates,
): Promise<ReadonlyMap<string, string>> {
  const present = sql`m.kind = 'name'`;
  const things = await thingsOf(snapshot, 'names', dates, {
    possibly: present,
    surely: present,
    found: { by: 'stream', among: [...new Set(streams)] },
  });
  return new Map(things.map(({ stream, item }) => [stream, item]));
}

/** Promises to count: those of some lines that are what a state says. */
export interface Counted {
  readonly lines: readonly LedgerLine[];
  readonly isMet: (state: State) => boolean;
}

/** How many promises surely and possibly are what is asked, and what that rests on; not reported when none was ever told of. */
export async function countPromises(
  snapshot: Snapshot,
  counted: readonly Counted[],
  isTold: boolean,
): Promise<readonly CountAnswer[]> {
  const tallies = counted.map(({ lines, isMet }) => {
    const possibly = lines.filter(({ thing }) => isPossibly(thing, isMet)).map(({ thing }) => thing);
    const surely = possibly.filter((thing) => thing.surely && thing.states.every(isMet));
    const causes = causesOf(possibly.slice(0, MOST_TOLD), SHOWN).slice(0, MOST_TOLD);
    return { surely: surely.length, possibly: possibly.length, causes };
  });
  const told = await becauseOf(
    snapshot,
    tallies.flatMap(({ causes }) => causes),
  );
  return tallies.map(({ surely, possibly, causes }) =>
    isTold
      ? reported(
          surely,
          possibly,
          causes.map((cause) => told.get(cause)!),
        )
      : notReported(),
  );
}

/** The promise may have been in such a state. */
export const isPossibly = ({ states }: Thing, isMet: (state: State) => boolean): boolean =>
  states.some((state) => state.present && isMet(state));
