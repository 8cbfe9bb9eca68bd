import type Database from 'better-sqlite3';
import { type UnitNode, type UnitsAnswer } from '../answers.js';
import { type AsOfDates } from '../as-of.js';
import { becauseOf } from '../history/entry-rows.js';
import { asOfAnswer, causesOf, thingsOf, valuesIn } from '../table/possible.js';

/** The columns that a unit is shown with. */
const SHOWN = ['name', 'kind', 'parent_id', 'status'];

/** Organisational units as of two dates, with every name, parent and status each can have had. */
export function unitsAnswer(db: Database.Database, dates: AsOfDates): UnitsAnswer {
  const read = db.transaction((): UnitsAnswer => {
    const things = thingsOf(db, 'units', dates);
    const causes = becauseOf(db, causesOf(things, SHOWN));
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
    return { asOf: asOfAnswer(db, dates), units };
  });
  return read();
}

/** The last possible name of every unit, by id. */
export function unitNames(db: Database.Database, dates: AsOfDates): ReadonlyMap<string, string | null> {
  return new Map(
    thingsOf(db, 'units', dates).map((thing) => [thing.id, valuesIn<string | null>(thing, 'name').at(-1) ?? null]),
  );
}
