import type { RelatedUnit, UnitChange, UnitsChangesAnswer, UnitSide } from '@cadre/contract';
import { type CivilDate, type Instant } from '@cadre/kernel';
import { becauseOf } from '../history/entry-rows.js';
import { reachedPosition, type State, type Thing, thingsOf, valuesIn } from '../table/possible.js';
import { type Tables } from '../tables/tables.js';
import { listIn } from './organisation.query.js';
import {
  certaintyOf,
  newIn,
  statesAfter,
  type Transition,
  TRANSITIONS,
  type TwoSides,
  valuesOf,
} from './transitions.js';
import { relatedIn } from './unit.query.js';

/** Two days to compare, each as known at a moment of its own. */
export interface UnitsChangesQuestion {
  readonly from: CivilDate;
  readonly knownFrom: Instant;
  readonly to: CivilDate;
  readonly knownAt: Instant;
}

/** What became of units from one day to another: what surely changed, what possibly did, and what is left open. */
export function unitsChangesAnswer(tables: Tables, question: UnitsChangesQuestion): Promise<UnitsChangesAnswer> {
  const { from, knownFrom, to, knownAt } = question;
  const isForward = knownFrom === knownAt && from <= to;
  return tables.read(async (snapshot) => {
    const was = byId(await thingsOf(snapshot, 'units', { validOn: from, knownAt: knownFrom }));
    const is = byId(await thingsOf(snapshot, 'units', { validOn: to, knownAt }));
    const related = relatedIn([...was.values(), ...is.values()]);
    const found = [...new Set([...was.keys(), ...is.keys()])].flatMap((id) => {
      const sides = { before: was.get(id) ?? null, after: is.get(id) ?? null, isForward };
      return changesOf(sides, (into) => listedIn(is.get(into), 'absorbed').includes(id));
    });
    const causes = await becauseOf(
      snapshot,
      found.flatMap((it) => it.causes),
    );
    const changes = found.map(({ sides, change, certainty, others, causes: own }): UnitChange => {
      const { stream, id } = (sides.after ?? sides.before)!;
      return {
        ...{ stream, unitId: id, what: change.what, certainty },
        before: sideOf(sides.before, related),
        after: sideOf(sides.after, related),
        others: related(others),
        because: [...new Set(own)].map((cause) => causes.get(cause)!),
      };
    });
    return {
      ...question,
      position: await reachedPosition(snapshot),
      changes: changes.filter(isToldOnce).toSorted(surestFirst),
    };
  });
}

interface Found {
  readonly sides: TwoSides;
  readonly change: Transition;
  readonly certainty: UnitChange['certainty'];
  readonly others: readonly string[];
  readonly causes: readonly string[];
}

function changesOf(sides: TwoSides, tookItIn: (unitId: string) => boolean): readonly Found[] {
  return TRANSITIONS.flatMap((change): readonly Found[] => {
    const certainty = certaintyOf(sides, change);
    if (certainty === null) return [];
    const states = statesAfter(sides, change);
    const told = change.what === 'unrecorded' ? sides.before!.states.filter(({ present }) => present) : states;
    return [
      {
        ...{ sides, certainty, change: asTold(change, states, tookItIn) },
        others: othersIn(sides, change, states),
        causes: told.map((state) => state.causeOf(change.column)),
      },
    ];
  });
}

/** A unit that ends in another, which takes it in, is merged into it. */
function asTold(change: Transition, states: readonly State[], tookItIn: (unitId: string) => boolean): Transition {
  const successors = states.flatMap(({ values }) => (values['successor_ids'] ?? []) as readonly string[]);
  return change.what === 'abolished' && successors.some(tookItIn) ? { ...change, what: 'merged' } : change;
}

/** A split that ends the unit is told as the split alone; successors named at its end are told with the end. */
function isToldOnce({ what, because }: UnitChange): boolean {
  const isSplit = because.some(({ type }) => type === 'OrgUnitSplit');
  return what === 'split' ? isSplit : what !== 'abolished' || !isSplit;
}

function othersIn({ before }: TwoSides, { what, column }: Transition, states: readonly State[]): readonly string[] {
  if (what === 'abolished') return [...new Set(states.flatMap(({ values }) => values['successor_ids'] as string[]))];
  if (what !== 'merged' && what !== 'split') return [];
  const from = valuesOf(before, column);
  const lists = states.map(({ values }) => JSON.stringify(values[column]));
  return [...new Set(lists.flatMap((to) => from.flatMap((it) => newIn(it, to))))];
}

function sideOf(thing: Thing | null, related: (ids: readonly string[]) => RelatedUnit[]): UnitSide {
  if (thing === null) return { names: [], parents: [], statuses: [], places: [], mayBeAbsent: true };
  const said = (column: string): string[] => valuesIn<string | null>(thing, column).filter((value) => value !== null);
  return {
    names: said('name'),
    parents: related(said('parent_id')),
    statuses: said('status'),
    places: said('place'),
    mayBeAbsent: thing.states.some(({ present }) => !present),
  };
}

const listedIn = (thing: Thing | undefined, column: string): readonly string[] => (thing ? listIn(thing, column) : []);

const byId = (things: readonly Thing[]): ReadonlyMap<string, Thing> => new Map(things.map((it) => [it.id, it]));

const CERTAINTIES: readonly UnitChange['certainty'][] = ['surely', 'possibly', 'not excluded'];

function surestFirst(a: UnitChange, b: UnitChange): number {
  const rank = ({ certainty, unitId }: UnitChange): string => `${CERTAINTIES.indexOf(certainty)} ${unitId}`;
  return rank(a) < rank(b) ? -1 : rank(a) > rank(b) ? 1 : 0;
}
