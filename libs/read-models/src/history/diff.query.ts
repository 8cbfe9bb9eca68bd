import { type CivilDate, type Instant } from '@cadre/kernel';
import { sql } from 'kysely';
import { type ChangedRow, type DiffAnswer, type PossibleState } from '../answers.js';
import { rowAnswers, type Thing, thingsOf, reachedPosition } from '../table/possible.js';
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
  const before = byKey(await thingsOf(snapshot, table, { validOn, knownAt: knownA }, condition));
  const after = byKey(await thingsOf(snapshot, table, { validOn, knownAt: knownB }, condition));
  const changedKeys = [...new Set([...before.keys(), ...after.keys()])].filter(
    (key) => saidOf(before.get(key)) !== saidOf(after.get(key)),
  );
  const [was, is] = [await statesOf(snapshot, changedKeys, before), await statesOf(snapshot, changedKeys, after)];
  return changedKeys.map((key) => {
    const { stream, item } = (before.get(key) ?? after.get(key))!;
    return { table, stream, item, before: was.get(key) ?? [], after: is.get(key) ?? [] };
  });
}

const keyOf = ({ stream, item }: { readonly stream: string; readonly item: string }): string =>
  `${stream}\u0000${item}`;

const byKey = (things: readonly Thing[]): ReadonlyMap<string, Thing> =>
  new Map(things.map((thing) => [keyOf(thing), thing]));

/** What a thing can be, whatever entry says so. */
function saidOf(thing: Thing | undefined): string {
  const said = thing?.states.map(({ present, values }) => JSON.stringify([present, values])) ?? [];
  return said.toSorted().join('\n');
}

async function statesOf(
  snapshot: Snapshot,
  keys: readonly string[],
  things: ReadonlyMap<string, Thing>,
): Promise<ReadonlyMap<string, PossibleState[]>> {
  const rows = await rowAnswers(
    snapshot,
    keys.flatMap((key) => things.get(key) ?? []),
  );
  return new Map(rows.map((row) => [keyOf(row), row.states]));
}
