import { type CivilDate, type Instant } from '@cadre/kernel';
import type Database from 'better-sqlite3';
import { sql } from 'kysely';
import { fromKnownAt } from '../as-of.js';
import { first } from '../tables/sql.js';
import { conditionOf, type Filters } from './filters.js';

/** How many things of a table possibly match on a day or on any later one, as known at a moment. @throws UnknownQuestion */
export function possiblyFrom(
  db: Database.Database,
  table: string,
  { from, knownAt, filters }: { readonly from: CivilDate; readonly knownAt: Instant; readonly filters: Filters },
): number {
  const { possibly } = conditionOf(db, table, { validOn: from, knownAt }, filters);
  const query = sql`select count(distinct m.stream) as things ${fromKnownAt(table, knownAt)}
    and m.valid_to > ${from} and m.present = 1 and ${possibly}`;
  return first<{ things: number }>(db, query)!.things;
}
