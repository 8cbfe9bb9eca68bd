import { streamOf } from '@cadre/kernel';
import { sql } from 'kysely';
import { type AsOfDates, fromKnownAt } from '../as-of.js';
import { tableColumns } from '../tables/layout.js';
import { type Snapshot } from '../tables/tables.js';
import { descendants } from '../units/descendants.js';

/** Columns that say whose a thing is. */
const OWNERS = ['unit_id', 'owner_unit_id'];

/** A unit and all that was ever told to be its own, whatever the day; with its sub-units of the day when asked. */
export async function streamsOfUnit(
  snapshot: Snapshot,
  unit: string,
  within: boolean,
  dates: AsOfDates,
): Promise<readonly string[]> {
  const units = within ? [...(await descendants(snapshot, [unit], dates)).possibly] : [unit];
  const streams = new Set(units.map((id) => streamOf('unit', id)));
  for (const [table, columns] of tableColumns) {
    for (const owner of OWNERS.filter((name) => Object.hasOwn(columns, name))) {
      const ofUnits = snapshot.words.among(sql.ref(`m.${owner}`), units);
      const found = await snapshot.all<{ stream: string }>(
        sql`select distinct m.stream ${fromKnownAt(table, dates.knownAt)} and ${ofUnits}`,
      );
      for (const { stream } of found) streams.add(stream);
    }
  }
  return [...streams];
}
