import type { OrganisationUnit } from './organisation.queries';

/** A unit where the chart draws it. */
export interface Branch {
  readonly unit: OrganisationUnit;
  /** The unit it is drawn under; null at the top. */
  readonly parentId: string | null;
  /** Other units it possibly belongs to, the top of the organisation left out. */
  readonly otherParentIds: readonly string[];
  /** From 0. */
  readonly depth: number;
  readonly children: readonly Branch[];
  /** How many units are below it, at whatever depth. */
  readonly below: number;
}

/** True for a unit that surely has ended by then. */
export const hasEnded = ({ statuses, mayBeAbsent }: OrganisationUnit): boolean =>
  !mayBeAbsent && statuses.every((status) => status === 'abolished');

/** True for a unit that is at most planned by then. */
export const isPlanned = ({ statuses }: OrganisationUnit): boolean => statuses.every((status) => status === 'planned');

/** True where the dates leave open whether a unit is there, what it is called or whose it is. */
export const isUncertain = (unit: OrganisationUnit): boolean =>
  unit.mayBeAbsent || unit.statuses.length > 1 || unit.names.length > 1;

/**
 * Units as trees, each under the last parent it possibly has. Ended ones are left out unless named in `kept`; a unit
 * whose parents are not shown, or lead back to itself, stands at the top.
 */
export function forestOf(units: readonly OrganisationUnit[], kept: ReadonlySet<string> = new Set()): readonly Branch[] {
  const shown = new Map(units.filter((it) => !hasEnded(it) || kept.has(it.id)).map((it) => [it.id, it]));
  const parents = new Map([...shown.values()].map((it) => [it.id, lastParent(it, shown)]));
  const byParent = new Map<string | null, OrganisationUnit[]>();
  for (const unit of shown.values()) {
    const parent = leadsBack(unit.id, parents) ? null : parents.get(unit.id)!;
    byParent.set(parent, [...(byParent.get(parent) ?? []), unit]);
  }
  const branchesUnder = (parentId: string | null, depth: number): readonly Branch[] =>
    (byParent.get(parentId) ?? [])
      .map((unit): Branch => {
        const children = branchesUnder(unit.id, depth + 1);
        const below = children.reduce((sum, child) => sum + 1 + child.below, 0);
        const possible = unit.parentIds.filter((id) => id !== null && id !== parentId && shown.has(id)) as string[];
        return { unit, parentId, otherParentIds: possible, depth, children, below };
      })
      .toSorted(greatestFirst);
  return branchesUnder(null, 0);
}

function lastParent(unit: OrganisationUnit, shown: ReadonlyMap<string, OrganisationUnit>): string | null {
  return unit.parentIds.findLast((id) => id !== null && id !== unit.id && shown.has(id)) ?? null;
}

/** True when climbing from a unit comes back to it: possible parents need not fit together. */
function leadsBack(id: string, parents: ReadonlyMap<string, string | null>): boolean {
  const climbed = new Set<string>();
  for (let at = parents.get(id) ?? null; at !== null && !climbed.has(at); at = parents.get(at) ?? null) {
    if (at === id) return true;
    climbed.add(at);
  }
  return false;
}

/** At the top, units with many below them before single ones; then by name. */
function greatestFirst(a: Branch, b: Branch): number {
  const size = a.depth === 0 ? Number(b.below > 0) - Number(a.below > 0) || b.below - a.below : 0;
  return size || nameOf(a.unit).localeCompare(nameOf(b.unit));
}

/** What a unit is called on the day, the last where several are possible. */
export const nameOf = ({ names, id }: OrganisationUnit): string => names.at(-1) ?? id;

/** Every branch, each before what is below it. */
export function* branchesIn(forest: readonly Branch[]): Generator<Branch> {
  for (const branch of forest) {
    yield branch;
    yield* branchesIn(branch.children);
  }
}

/** So many units are all shown at once. */
const MOST_AT_ONCE = 80;
/** Of more, so many levels. */
const LEVELS = 2;

/** Stands for every unit not named. */
export const ALL = '*';

/** Which units show what is below them. */
export interface Openness {
  readonly opened: ReadonlySet<string>;
  readonly shut: ReadonlySet<string>;
  /** Units a reader must see: those above them open by themselves. */
  readonly wanted: ReadonlySet<string>;
}

/** The units whose children are shown: what was turned by hand counts first, then what leads to a wanted unit. */
export function openIn(forest: readonly Branch[], { opened, shut, wanted }: Openness): ReadonlySet<string> {
  const all = [...branchesIn(forest)];
  const leading = new Set<string>();
  const parents = new Map(all.map(({ unit, parentId }) => [unit.id, parentId]));
  for (const id of wanted) {
    for (let at = parents.get(id) ?? null; at !== null && !leading.has(at); at = parents.get(at) ?? null)
      leading.add(at);
  }
  const isOpenByItself = ({ depth, unit }: Branch): boolean =>
    all.length <= MOST_AT_ONCE || depth < LEVELS - 1 || leading.has(unit.id);
  const isOpen = (branch: Branch): boolean => {
    if (shut.has(branch.unit.id)) return false;
    if (opened.has(branch.unit.id)) return true;
    return shut.has(ALL) ? false : opened.has(ALL) || isOpenByItself(branch);
  };
  const open = all.filter((branch) => branch.children.length > 0 && isOpen(branch));
  return new Set(open.map(({ unit }) => unit.id));
}

/** The units whose present or former names contain all the words sought, whatever the case. */
export function foundIn(units: readonly OrganisationUnit[], sought: string): ReadonlySet<string> {
  const words = sought.toLocaleLowerCase().split(/\s+/).filter(Boolean);
  if (words.length === 0) return new Set();
  const names = (unit: OrganisationUnit): string =>
    [...unit.names, ...unit.formerNames, unit.id].join(' ').toLocaleLowerCase();
  return new Set(units.filter((unit) => words.every((word) => names(unit).includes(word))).map(({ id }) => id));
}
