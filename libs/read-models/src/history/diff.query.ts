import { type CivilDate, type Instant } from '@cadre/kernel';
import type Database from 'better-sqlite3';
import { sql } from 'kysely';
import { type ChangedRow, type DiffAnswer, type PossibleState } from '../answers.js';
import { models } from '../models.js';
import { rowAnswers, type Thing, thingsOf, reachedPosition } from '../table/possible.js';
import { tablesOf } from '../tables/schema.js';
import { entriesWhere } from './entry-rows.js';
import { historyEntries } from './history.query.js';

/** What to compare: one day as known at two moments. */
export interface DiffQuestion {
  readonly validOn: CivilDate;
  readonly knownA: Instant;
  readonly knownB: Instant;
}

/** What is said of a day at one moment and was not at another, and what was recorded in between. */
export function diffAnswer(db: Database.Database, question: DiffQuestion): DiffAnswer {
  const { knownA, knownB } = question;
  const read = db.transaction((): DiffAnswer => {
    const tables = [...tablesOf(models).keys()].filter((table) => table !== 'names');
    const recorded = entriesWhere(db, sql`e.known_at > ${knownA} and e.known_at <= ${knownB}`);
    return {
      ...question,
      position: reachedPosition(db),
      changes: tables.flatMap((table) => changesIn(db, table, question)),
      recorded: historyEntries(db, recorded, knownB),
    };
  });
  return read();
}

function changesIn(
  db: Database.Database,
  table: string,
  { validOn, knownA, knownB }: DiffQuestion,
): readonly ChangedRow[] {
  // Only rows known at one of the two moments and not at the other can differ.
  const changed = sql`((m.known_from <= ${knownA} and ${knownA} < m.known_to) <> (m.known_from <= ${knownB} and ${knownB} < m.known_to))`;
  const touched = sql`m.stream in (select m.stream from ${sql.table(table)} m where m.valid_from <= ${validOn} and ${validOn} < m.valid_to and ${changed})`;
  const condition = { possibly: touched, surely: touched };
  const before = byKey(thingsOf(db, table, { validOn, knownAt: knownA }, condition));
  const after = byKey(thingsOf(db, table, { validOn, knownAt: knownB }, condition));
  return [...new Set([...before.keys(), ...after.keys()])]
    .filter((key) => saidOf(before.get(key)) !== saidOf(after.get(key)))
    .map((key) => {
      const { stream, item } = (before.get(key) ?? after.get(key))!;
      return { table, stream, item, before: statesOf(db, before.get(key)), after: statesOf(db, after.get(key)) };
    });
}

const byKey = (things: readonly Thing[]): ReadonlyMap<string, Thing> =>
  new Map(things.map((thing) => [`${thing.stream}\u0000${thing.item}`, thing]));

/** What a thing can be, whatever entry says so. */
function saidOf(thing: Thing | undefined): string {
  const said = thing?.states.map(({ present, values }) => JSON.stringify([present, values])) ?? [];
  return said.toSorted().join('\n');
}

function statesOf(db: Database.Database, thing: Thing | undefined): PossibleState[] {
  return thing ? rowAnswers(db, [thing])[0]!.states : [];
}
