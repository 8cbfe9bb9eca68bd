import { type Branch, forestOf, foundIn, openIn } from './forest';
import { endedIn, formerParents, marksOf } from './marks';
import type { FormerParent } from './layout';
import type { OrganisationUnit, UnitChange } from './organisation.queries';
import type { OrganisationView } from './organisation-view';

/** What picture and outline both show. */
export interface Chart {
  readonly forest: readonly Branch[];
  readonly open: ReadonlySet<string>;
  readonly found: ReadonlySet<string>;
  readonly marks: ReadonlyMap<string, readonly UnitChange[]>;
  readonly former: readonly FormerParent[];
}

/** Puts together what is drawn for a view: which units, which of them open, which found and which changed. */
export function chartOf(
  units: readonly OrganisationUnit[],
  changes: readonly UnitChange[],
  view: OrganisationView,
): Chart {
  const marks = marksOf(changes);
  const forest = forestOf(units, endedIn(marks));
  const found = foundIn(units, view.search);
  const wanted = new Set([...marks.keys(), ...found, ...(view.unit === null ? [] : [view.unit])]);
  return { forest, open: openIn(forest, { ...view, wanted }), found, marks, former: formerParents(marks, units) };
}
