import type { OrganisationUnit } from './organisation.queries';

/** A unit of a test; the rest is filled in. */
export function unitOf(
  id: string,
  parentIds: readonly (string | null)[],
  more: Partial<OrganisationUnit> = {},
): OrganisationUnit {
  return {
    ...{ id, stream: `unit-${id}`, names: [`Unit ${id}`], formerNames: [], kind: null, place: null },
    ...{ parentIds: [...parentIds], statuses: ['established'], mayBeAbsent: false, certain: true },
    ...{ predecessorIds: [], successorIds: [], posts: null, teams: null },
    ...more,
  };
}

/** A unit with so many below each, so many levels down. */
export function wholeOf(
  id: string,
  parentId: string | null,
  each: number,
  levels: number,
): readonly OrganisationUnit[] {
  const children = levels === 0 ? [] : Array.from({ length: each }, (_, i) => `${id}-${i}`);
  return [unitOf(id, [parentId]), ...children.flatMap((child) => wholeOf(child, id, each, levels - 1))];
}
