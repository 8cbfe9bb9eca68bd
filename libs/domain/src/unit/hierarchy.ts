import { type CivilDate, refuse, type Refusal } from '@cadre/kernel';

// Rules between units. A stream sees only itself, so whoever reads several of them judges these.

export const UNIT_HAS_LIVE_POSTS = 'UNIT_HAS_LIVE_POSTS';
export const UNIT_HAS_CHILDREN = 'UNIT_HAS_CHILDREN';
export const PARENT_CYCLE = 'PARENT_CYCLE';
export const PARENT_UNKNOWN = 'PARENT_UNKNOWN';

/**
 * True when a unit under `toParentId` would come to stand under itself. `parentOf` answers null at the top of the
 * organisation and undefined for a unit nobody told of; both end the climb.
 */
export function parentCycle(
  unitId: string,
  toParentId: string,
  parentOf: (id: string) => string | null | undefined,
): boolean {
  const climbed = new Set<string>();
  for (let id: string | null | undefined = toParentId; id && !climbed.has(id); id = parentOf(id)) {
    if (id === unitId) return true;
    climbed.add(id);
  }
  return false;
}

/** A unit in which posts stand on that date cannot end. */
export function unitHasLivePosts(unitId: string, posts: number, validOn: CivilDate): Refusal {
  return refuse(
    UNIT_HAS_LIVE_POSTS,
    `${posts} post(s) stand in unit ${unitId} on ${validOn}; redeploy or abolish them first.`,
    { details: { unitId, posts } },
  );
}

/** A unit that others belong to on that date cannot end. */
export function unitHasChildren(unitId: string, children: number, validOn: CivilDate): Refusal {
  return refuse(
    UNIT_HAS_CHILDREN,
    `${children} unit(s) belong to unit ${unitId} on ${validOn}; transfer or abolish them first.`,
    { details: { unitId, children } },
  );
}

/** A unit cannot come to stand under itself; `pointer` names the field of the command that says so. */
export function parentIsBelow(unitId: string, parentId: string, validOn: CivilDate, pointer: string): Refusal {
  return refuse(PARENT_CYCLE, `${parentId} itself stands under ${unitId} on ${validOn}; name another parent.`, {
    pointer,
  });
}

/** A unit can only belong to one that stands on that date; `pointer` names the field of the command that says which. */
export function parentUnknown(parentId: string, validOn: CivilDate, pointer: string): Refusal {
  return refuse(
    PARENT_UNKNOWN,
    `No unit ${parentId} stands on ${validOn}; record its establishment first or correct the date.`,
    { pointer },
  );
}
