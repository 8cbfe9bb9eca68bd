import { dayNumber } from '@cadre/kernel';
import type pg from 'pg';
import { knownSecond } from '../as-of.js';
import { type Cell } from '../rows.js';
import { keptRow, type KeptRow, newCells, type TableChange } from '../tables/change.js';
import { entryCells } from '../tables/entry-cells.js';
import { columnsIn, ENTRY_COLUMNS, quoted, tableColumns } from '../tables/layout.js';
import { type Changes, type Checkpoint, type Writing } from '../tables/store.js';

/** Runs one statement of the transaction. */
export type Query = <Row extends pg.QueryResultRow>(
  text: string,
  values: readonly unknown[],
) => Promise<readonly Row[]>;

/** The tables inside the transaction that a connection has begun: a batch goes over in a few statements, rows as arrays. */
export function writingOn(query: Query, build: string): Writing {
  return {
    build,
    async checkpoints(shares) {
      const rows = await query<Checkpoint & { share: number }>(
        `SELECT share, position, known_at AS "knownAt", event_id AS "eventId" FROM checkpoints
         WHERE share = ANY($1) ORDER BY share FOR UPDATE`,
        [[...shares]],
      );
      return new Map(rows.map(({ share, ...checkpoint }) => [share, checkpoint]));
    },
    async standing(table, streams, from) {
      const columns = ['row', ...columnsIn(table)];
      const rows = await query<Record<string, Cell>>(
        `SELECT ${columns.map(quoted).join(', ')} FROM ${table} WHERE stream = ANY($1) AND known_to >= $2 ORDER BY row`,
        [streams, from],
      );
      return rows.map((row) => keptRow(columns.map((name) => row[name] ?? null)));
    },
    write: (changes) => write(query, changes),
  };
}

async function write(query: Query, { entries, tables, park, unpark, checkpoint, shares }: Changes): Promise<void> {
  await insert(query, 'entries', ENTRY_COLUMNS, entryTypes, entries.map(entryCells));
  const opened = [...tables.values()].flatMap((change) => [...change.insert]);
  await number(query, opened);
  for (const [table, change] of tables) await writeTable(query, table, change);
  if (park.length > 0) {
    await query(
      `INSERT INTO parked_streams SELECT * FROM unnest($1::text[], $2::bigint[], $3::text[])
       ON CONFLICT (stream) DO UPDATE SET position = excluded.position, reason = excluded.reason`,
      [park.map(({ stream }) => stream), park.map(({ position }) => position), park.map(({ reason }) => reason)],
    );
  }
  if (unpark.length > 0) await query('DELETE FROM parked_streams WHERE stream = ANY($1)', [unpark]);
  await query('UPDATE checkpoints SET position = $1, known_at = $2, event_id = $3 WHERE share = ANY($4)', [
    ...[checkpoint.position, checkpoint.knownAt, checkpoint.eventId],
    [...shares],
  ]);
}

/** Gives new rows their numbers, in the order in which they were worked out. */
async function number(query: Query, rows: readonly KeptRow[]): Promise<void> {
  if (rows.length === 0) return;
  const numbers = await query<{ row: number }>(
    `SELECT nextval('row_numbers') AS row FROM generate_series(1, $1::int)`,
    [rows.length],
  );
  rows.forEach((kept, i) => (kept.row = numbers[i]!.row));
}

async function writeTable(query: Query, table: string, { insert: added, end, remove }: TableChange): Promise<void> {
  if (remove.size > 0) await query(`DELETE FROM ${table} WHERE row = ANY($1)`, [[...remove].map(({ row }) => row)]);
  if (end.size > 0) {
    await query(
      `UPDATE ${table} t SET known_to = u.known_to, known = int8range(lower(t.known), u.second, '[]')
       FROM unnest($1::bigint[], $2::text[], $3::bigint[]) u(row, known_to, second) WHERE t.row = u.row`,
      [
        [...end].map(({ row }) => row),
        [...end].map(({ knownTo }) => knownTo),
        [...end].map(({ knownTo }) => knownSecond(knownTo)),
      ],
    );
  }
  const columns = ['row', ...columnsIn(table), 'known', 'valid'];
  await insert(query, table, columns, (name) => typeIn(table, name), [...added].map(cellsOf(table)));
}

/** Inserts rows given column by column; nothing when there are none. */
async function insert(
  query: Query,
  table: string,
  columns: readonly string[],
  typeOf: (column: string) => string,
  rows: readonly (readonly Cell[])[],
): Promise<void> {
  if (rows.length === 0) return;
  const lists = columns.map((name, i) => `$${i + 1}::${typeOf(name) === 'int8range' ? 'text' : typeOf(name)}[]`);
  const read = columns.map((name, i) => `u.c${i}${typeOf(name) === 'int8range' ? '::int8range' : ''}`);
  await query(
    `INSERT INTO ${table} (${columns.map(quoted).join(', ')}) SELECT ${read.join(', ')}
     FROM unnest(${lists.join(', ')}) u(${columns.map((_name, i) => `c${i}`).join(', ')})`,
    columns.map((_name, i) => rows.map((row) => row[i] ?? null)),
  );
}

const NUMBERS = new Set(['row', 'certain', 'present', 'ordinal', 'position', 'revision']);
const entryTypes = (name: string): string => (NUMBERS.has(name) ? 'bigint' : 'text');

function typeIn(table: string, name: string): string {
  if (name === 'known' || name === 'valid') return 'int8range';
  const own = tableColumns.get(table)![name];
  return own === 'int' || (own === undefined && NUMBERS.has(name)) ? 'bigint' : 'text';
}

/** A new row with its number, and its stretches of both clocks as the index takes them. */
const cellsOf =
  (table: string) =>
  (kept: KeptRow): readonly Cell[] => {
    const { row, knownFrom, knownTo, says } = kept;
    const known = `[${knownSecond(knownFrom)},${knownSecond(knownTo)}]`;
    const valid = `[${dayNumber(says!.validFrom)},${dayNumber(says!.validTo)}]`;
    return [row, ...newCells(kept, columnsIn(table).length), known, valid];
  };
