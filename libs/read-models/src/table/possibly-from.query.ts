import { type CivilDate, type Instant } from '@cadre/kernel';
import { sql } from 'kysely';
import { fromKnownAt } from '../as-of.js';
import { first, type Tables } from '../tables/tables.js';
import { conditionOf, type Filters } from './filters.js';

/** How many things of a table possibly match on a day or on any later one, as known at a moment. @throws UnknownQuestion */
export function possiblyFrom(
  tables: Tables,
  table: string,
  { from, knownAt, filters }: { readonly from: CivilDate; readonly knownAt: Instant; readonly filters: Filters },
): Promise<number> {
  return tables.read(async (snapshot) => {
    const { possibly } = await conditionOf(snapshot, table, { validOn: from, knownAt }, filters);
    const query = sql`select count(distinct m.stream) as things ${fromKnownAt(table, knownAt)}
      and m.valid_to > ${from} and m.present = 1 and ${possibly}`;
    return (await first<{ things: number }>(snapshot, query))!.things;
  });
}
