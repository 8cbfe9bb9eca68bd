import type { ChangedRow, DiffAnswer } from '@cadre/contract';
import { type CivilDate, type Instant } from '@cadre/kernel';
import { sql } from 'kysely';
import { type AsOfDates } from '../as-of.js';
import { CHANGING, changedRows, changesIn } from '../compare/changes.query.js';
import { reachedPosition } from '../table/possible.js';
import { type Tables } from '../tables/tables.js';
import { entriesWhere } from './entry-rows.js';
import { historyEntries } from './history.query.js';

/** What to compare: one day as known at two moments. */
export interface DiffQuestion {
  readonly validOn: CivilDate;
  readonly knownA: Instant;
  readonly knownB: Instant;
}

/** What is said of a day at one moment and was not at another, and what was recorded in between. */
export function diffAnswer(tables: Tables, question: DiffQuestion): Promise<DiffAnswer> {
  const { validOn, knownA, knownB } = question;
  const as = (knownAt: Instant): AsOfDates => ({ validOn, knownAt });
  return tables.read(async (snapshot) => {
    const [a, b] = [as(knownA), as(knownB)];
    const changes: ChangedRow[] = [];
    for (const table of CHANGING)
      changes.push(...(await changedRows(snapshot, await changesIn(snapshot, table, a, b))));
    const recorded = await entriesWhere(snapshot, sql`e.known_at > ${knownA} and e.known_at <= ${knownB}`);
    return {
      ...question,
      position: await reachedPosition(snapshot),
      changes,
      recorded: await historyEntries(snapshot, recorded, knownB),
    };
  });
}
