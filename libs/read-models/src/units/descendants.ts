import { type AsOfDates } from '../as-of.js';
import { thingsOf, valuesIn } from '../table/possible.js';
import { type Snapshot } from '../tables/tables.js';

/** Units that lie within others as of two dates, those themselves included. */
export interface Descendants {
  readonly possibly: ReadonlySet<string>;
  readonly surely: ReadonlySet<string>;
}

/** The units below some units on a day; surely when no possible parent leads elsewhere. */
export async function descendants(
  snapshot: Snapshot,
  unitIds: readonly string[],
  dates: AsOfDates,
): Promise<Descendants> {
  const units = (await thingsOf(snapshot, 'units', dates)).map((thing) => ({
    id: thing.id,
    parents: valuesIn<string | null>(thing, 'parent_id'),
  }));
  return {
    possibly: closure(unitIds, (inside) =>
      units.filter(({ parents }) => parents.some((it) => it !== null && inside.has(it))),
    ),
    surely: closure(unitIds, (inside) =>
      units.filter(({ parents }) => parents.every((it) => it !== null && inside.has(it))),
    ),
  };
}

function closure(
  start: readonly string[],
  next: (inside: ReadonlySet<string>) => readonly { readonly id: string }[],
): ReadonlySet<string> {
  const inside = new Set(start);
  for (let before = -1; before < inside.size;) {
    before = inside.size;
    for (const { id } of next(inside)) inside.add(id);
  }
  return inside;
}
