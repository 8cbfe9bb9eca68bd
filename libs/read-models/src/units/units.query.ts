import type { UnitNode, UnitsAnswer } from '@cadre/contract';
import { type AsOfDates } from '../as-of.js';
import { becauseOf } from '../history/entry-rows.js';
import { asOfAnswer, causesOf, thingsOf, valuesIn } from '../table/possible.js';
import { type Snapshot, type Tables } from '../tables/tables.js';

/** The columns that a unit is shown with. */
const SHOWN = ['name', 'kind', 'parent_id', 'status'];

/** Organisational units as of two dates, with every name, parent and status each can have had. */
export function unitsAnswer(tables: Tables, dates: AsOfDates): Promise<UnitsAnswer> {
  return tables.read(async (snapshot) => {
    const things = await thingsOf(snapshot, 'units', dates);
    const causes = await becauseOf(snapshot, causesOf(things, SHOWN));
    const units = things.map((thing): UnitNode => ({
      stream: thing.stream,
      id: thing.id,
      names: [...valuesIn<string>(thing, 'name')],
      kind: valuesIn<string | null>(thing, 'kind').at(-1) ?? null,
      parentIds: [...valuesIn<string | null>(thing, 'parent_id')],
      statuses: [...valuesIn<string>(thing, 'status')],
      certain: thing.certain,
      because: causesOf([thing], SHOWN).map((cause) => causes.get(cause)!),
    }));
    return { asOf: await asOfAnswer(snapshot, dates), units };
  });
}

/** The last possible name of every unit, by id. */
export async function unitNames(snapshot: Snapshot, dates: AsOfDates): Promise<ReadonlyMap<string, string | null>> {
  const units = await thingsOf(snapshot, 'units', dates);
  return new Map(units.map((thing) => [thing.id, valuesIn<string | null>(thing, 'name').at(-1) ?? null]));
}
