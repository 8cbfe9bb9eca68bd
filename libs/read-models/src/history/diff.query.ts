import { type CivilDate, type Instant } from '@cadre/kernel';
import { sql } from 'kysely';
import { type ChangedRow, type DiffAnswer } from '../answers.js';
import { changedRows } from '../table/changed-rows.js';
import { reachedPosition, thingsOf } from '../table/possible.js';
import { tableColumns } from '../tables/layout.js';
import { type Snapshot, type Tables } from '../tables/tables.js';
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
  const { knownA, knownB } = question;
  return tables.read(async (snapshot) => {
    const changes: ChangedRow[] = [];
    for (const table of tableColumns.keys()) {
      if (table !== 'names') changes.push(...(await changesIn(snapshot, table, question)));
    }
    const recorded = await entriesWhere(snapshot, sql`e.known_at > ${knownA} and e.known_at <= ${knownB}`);
    return {
      ...question,
      position: await reachedPosition(snapshot),
      changes,
      recorded: await historyEntries(snapshot, recorded, knownB),
    };
  });
}

async function changesIn(
  snapshot: Snapshot,
  table: string,
  { validOn, knownA, knownB }: DiffQuestion,
): Promise<readonly ChangedRow[]> {
  // Only rows known at one of the two moments and not at the other can differ.
  const changed = sql`((m.known_from <= ${knownA} and ${knownA} < m.known_to) <> (m.known_from <= ${knownB} and ${knownB} < m.known_to))`;
  const touched = sql`m.stream in (select m.stream from ${sql.table(table)} m where m.valid_from <= ${validOn} and ${validOn} < m.valid_to and ${changed})`;
  const condition = { possibly: touched, surely: touched };
  const before = await thingsOf(snapshot, table, { validOn, knownAt: knownA }, condition);
  const after = await thingsOf(snapshot, table, { validOn, knownAt: knownB }, condition);
  return changedRows(snapshot, table, before, after);
}
