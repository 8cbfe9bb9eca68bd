import { createHash } from 'node:crypto';
import { type RawBuilder, sql } from 'kysely';
import { type Cell } from './rows.js';
import { columnsIn, ENTRY_COLUMNS, tableColumns } from './tables/layout.js';
import { type Snapshot, type Tables } from './tables/tables.js';

/** What a table holds, for comparing two sets of tables. */
export interface TableDigest {
  readonly table: string;
  readonly rows: number;
  /** SHA-256 (hex) over all rows in one order. */
  readonly digest: string;
}

/**
 * One digest per table. Equal digests mean equal tables, however each was filled, by whichever engine and from whichever
 * log: neither row numbers nor log positions enter, only the order they give.
 */
export function tableDigests(tables: Tables): Promise<readonly TableDigest[]> {
  return tables.read(async (snapshot) => {
    const digests: TableDigest[] = [];
    for (const table of [...tableColumns.keys()].toSorted()) {
      digests.push(await digestOf(snapshot, table, columnsIn(table), columnsIn(table)));
    }
    const ofEntries = ENTRY_COLUMNS.filter((name) => name !== 'position');
    digests.push(await digestOf(snapshot, 'entries', ofEntries, ['position']));
    digests.push(await digestOf(snapshot, 'parked_streams', ['stream', 'reason'], ['stream']));
    return digests;
  });
}

/** SHA-256 (hex) over everything the tables hold. */
export async function digest(tables: Tables): Promise<string> {
  const hash = createHash('sha256');
  for (const table of await tableDigests(tables)) hash.update(`${table.table} ${table.rows} ${table.digest}\n`);
  return hash.digest('hex');
}

async function digestOf(
  snapshot: Snapshot,
  table: string,
  columns: readonly string[],
  order: readonly string[],
): Promise<TableDigest> {
  const hash = createHash('sha256');
  let rows = 0;
  const refs = columns.map((name) => sql.ref(name));
  const query: RawBuilder<unknown> = sql`select ${sql.join(refs)} from ${sql.table(table)} order by ${sql.join(
    order.map((name) => sql`${sql.ref(name)} nulls first`),
  )}`;
  for await (const page of snapshot.pages<Record<string, Cell>>(query)) {
    for (const row of page) hash.update(`${JSON.stringify(columns.map((name) => row[name]))}\n`);
    rows += page.length;
  }
  return { table, rows, digest: hash.digest('hex') };
}
