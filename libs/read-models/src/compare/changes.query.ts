import type { ChangedRow, PossibleState } from '@cadre/contract';
import { sql } from 'kysely';
import { type AsOfDates, differsBetween } from '../as-of.js';
import { rowAnswers, type Thing, thingsOf } from '../table/possible.js';
import { tableColumns } from '../tables/layout.js';
import { type Snapshot } from '../tables/tables.js';

/** A thing of a table that says something else for other dates. */
export interface Change {
  readonly table: string;
  readonly stream: string;
  readonly item: string;
  /** Undefined where nothing is told of it. */
  readonly before: Thing | undefined;
  readonly after: Thing | undefined;
}

/** Tables in which things change; names only repeat what other tables say. */
export const CHANGING = [...tableColumns.keys()].filter((table) => table !== 'names');

/** The things of a table that say something else for one pair of dates than for another, by stream. */
export async function changesIn(snapshot: Snapshot, table: string, a: AsOfDates, b: AsOfDates): Promise<Change[]> {
  // Only rows that answer for one of the two pairs and not for the other can differ.
  const touched = sql`m.stream in (select m.stream from ${sql.table(table)} m where ${differsBetween(a, b)})`;
  const condition = { possibly: touched, surely: touched };
  const before = await thingsOf(snapshot, table, a, condition);
  return changesBetween(table, before, await thingsOf(snapshot, table, b, condition));
}

/** The things of a table that one list says something else of than another, by stream. */
export function changesBetween(table: string, before: readonly Thing[], after: readonly Thing[]): Change[] {
  const [was, is] = [byKey(before), byKey(after)];
  return [...new Set([...was.keys(), ...is.keys()])]
    .filter((key) => saidOf(was.get(key)) !== saidOf(is.get(key)))
    .toSorted()
    .map((key) => {
      const { stream, item } = (was.get(key) ?? is.get(key))!;
      return { table, stream, item, before: was.get(key), after: is.get(key) };
    });
}

/** Changes as an answer shows them. */
export async function changedRows(snapshot: Snapshot, changes: readonly Change[]): Promise<ChangedRow[]> {
  const was = await statesOf(snapshot, changes, ({ before }) => before);
  const is = await statesOf(snapshot, changes, ({ after }) => after);
  return changes.map(({ table, stream, item }, i) => ({ table, stream, item, before: was[i]!, after: is[i]! }));
}

async function statesOf(
  snapshot: Snapshot,
  changes: readonly Change[],
  side: (change: Change) => Thing | undefined,
): Promise<readonly PossibleState[][]> {
  const told = changes.flatMap((change) => side(change) ?? []);
  const rows = await rowAnswers(snapshot, told);
  const states = new Map<Thing | undefined, PossibleState[]>(told.map((thing, i) => [thing, rows[i]!.states]));
  return changes.map((change) => states.get(side(change)) ?? []);
}

const byKey = (things: readonly Thing[]): ReadonlyMap<string, Thing> =>
  new Map(things.map((thing) => [`${thing.stream}\u0000${thing.item}`, thing]));

/** What a thing can be, whatever entry says so. */
function saidOf(thing: Thing | undefined): string {
  const said = thing?.states.map(({ present, values }) => JSON.stringify([present, values])) ?? [];
  return said.toSorted().join('\n');
}
