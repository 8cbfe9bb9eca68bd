import { type ChangedRow, type PossibleState } from '../answers.js';
import { type Snapshot } from '../tables/tables.js';
import { rowAnswers, type Thing } from './possible.js';

/** Things of a table that are otherwise in one list than in another, with all they can be in either. */
export async function changedRows(
  snapshot: Snapshot,
  table: string,
  before: readonly Thing[],
  after: readonly Thing[],
): Promise<ChangedRow[]> {
  const [was, is] = [byKey(before), byKey(after)];
  const keys = [...new Set([...was.keys(), ...is.keys()])].filter(
    (key) => saidOf(was.get(key)) !== saidOf(is.get(key)),
  );
  const [earlier, later] = [await statesOf(snapshot, keys, was), await statesOf(snapshot, keys, is)];
  return keys.map((key) => {
    const { stream, item } = (was.get(key) ?? is.get(key))!;
    return { table, stream, item, before: earlier.get(key) ?? [], after: later.get(key) ?? [] };
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
