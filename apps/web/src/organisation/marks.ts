import type { OrganisationUnit, UnitChange } from './organisation.queries';

/** Kinds of change in the order they are told. */
export const CHANGES = [
  ...(['established', 'planned', 'renamed', 'moved', 'relocated'] as const),
  ...(['merged', 'split', 'abolished', 'unrecorded'] as const),
];

/** The changes of a unit that none happened to; one value, so that nothing is drawn again for it. */
export const UNCHANGED: readonly UnitChange[] = [];

/** The changes that colour the chart, by unit: what surely or possibly changed, not what is merely left open. */
export function marksOf(changes: readonly UnitChange[]): ReadonlyMap<string, readonly UnitChange[]> {
  const marks = new Map<string, readonly UnitChange[]>();
  for (const change of changes) {
    if (change.certainty === 'not excluded') continue;
    marks.set(change.unitId, [...(marks.get(change.unitId) ?? []), change]);
  }
  return marks;
}

/** Units that ended between the two days, which are drawn all the same. */
export function endedIn(marks: ReadonlyMap<string, readonly UnitChange[]>): ReadonlySet<string> {
  const ended = [...marks].filter(([, changes]) => changes.some(({ after }) => after.statuses.includes('abolished')));
  return new Set(ended.map(([id]) => id));
}

/** Where units that moved were before, as far as they are not possibly there still. */
export function formerParents(marks: ReadonlyMap<string, readonly UnitChange[]>, units: readonly OrganisationUnit[]) {
  const now = new Map(units.map(({ id, parentIds }) => [id, parentIds]));
  return [...marks].flatMap(([unitId, changes]) =>
    changes
      .filter(({ what }) => what === 'moved')
      .flatMap(({ before }) => before.parents)
      .filter(({ id }) => !(now.get(unitId)?.includes(id) ?? false))
      .map(({ id }) => ({ unitId, parentId: id })),
  );
}

/** How many units surely and possibly changed in each way; ways that none did are left out. */
export function countedMarks(changes: readonly UnitChange[]) {
  return CHANGES.map((what) => {
    const ofKind = changes.filter((it) => it.what === what && it.certainty !== 'not excluded');
    return { what, surely: ofKind.filter((it) => it.certainty === 'surely').length, possibly: ofKind.length };
  }).filter(({ possibly }) => possibly > 0);
}
