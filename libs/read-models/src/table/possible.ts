import type { AsOf, Because, PossibleState, RowAnswer, WindowAnswer } from '@cadre/contract';
import { BEGINNING, type CivilDate, FOREVER, type Instant, partsOf } from '@cadre/kernel';
import { type RawBuilder, sql } from 'kysely';
import { type AsOfDates, type Found, fromAsOf, fromFoundAsOf, fromKnownAt, speaksOf, type Stretch } from '../as-of.js';
import { groupBy } from '../group-by.js';
import { becauseOf, windowAnswer } from '../history/entry-rows.js';
import { type Columns, type ColumnType, isJson } from '../read-model.js';
import { readCause } from '../rows.js';
import { tableColumns } from '../tables/layout.js';
import { first, type Snapshot } from '../tables/tables.js';

/** One possible state of a thing: its columns, JSON read; `present` false when it may not have been there at all. */
export interface State {
  readonly present: boolean;
  /** Event id of the last entry that changed any column. */
  readonly cause: string;
  /** Event id of the entry since which a column says what it says; of what brought the thing when it is no column. */
  causeOf(column: string): string;
  readonly values: Readonly<Record<string, unknown>>;
}

/** A thing as of two dates: one state when it is certain. */
export interface Thing {
  readonly stream: string;
  readonly id: string;
  readonly item: string;
  readonly certain: boolean;
  readonly states: readonly State[];
  /** It meets the question's condition in one possible state at least. */
  readonly possibly: boolean;
  /** It is there and meets the condition in every possible state. */
  readonly surely: boolean;
}

/** A condition on the columns of `m`; `surely` where the answer itself is uncertain, as in "within a unit". */
export interface Condition {
  readonly possibly: RawBuilder<unknown>;
  readonly surely: RawBuilder<unknown>;
  /** The only streams or items that can meet it, when it names them. */
  readonly found?: Found;
}

const EVERYTHING: Condition = { possibly: sql`1 = 1`, surely: sql`1 = 1` };

/** Those of a few streams, or the few items of any stream, whatever they say. */
export const those = (by: Found['by'], among: readonly string[]): Condition => ({
  ...EVERYTHING,
  found: { by, among },
});

/** Name and columns of a table, or null when there is none of that name. */
export function columnsOf(table: string): Columns | null {
  return tableColumns.get(table) ?? null;
}

type Row = Readonly<Record<string, unknown>> & {
  readonly stream: string;
  readonly item: string;
  readonly certain: number;
  readonly present: number;
  readonly cause: string;
  readonly causes: string;
  /** 0 and 1 in SQLite, true and false in PostgreSQL. */
  readonly is_possibly: number | boolean;
  readonly is_surely: number | boolean;
};

/** The things of a table that possibly meet a condition as of two dates, each with all its possible states. */
export async function thingsOf(
  snapshot: Snapshot,
  table: string,
  dates: AsOfDates,
  { possibly, surely, found }: Condition = EVERYTHING,
): Promise<readonly Thing[]> {
  const { words } = snapshot;
  const rowsAsOf = found ? fromFoundAsOf(words, table, found, dates) : fromAsOf(words, table, dates);
  const rows =
    await snapshot.all<Row>(sql`select m.*, (m.present = 1 and ${possibly}) as is_possibly, (m.present = 1 and ${surely}) as is_surely
      ${rowsAsOf} and (m.certain = 0 or (m.present = 1 and ${possibly}))
      order by m.stream, m.item, m.ordinal`);
  const columns = Object.entries(columnsOf(table)!);
  return thingsIn(rows.map((row) => ({ row, state: stateOf(row, columns) })));
}

/** Things of a table on any day as known at one moment, read once. */
export interface ThingsOver {
  on(validOn: CivilDate): readonly Thing[];
  /** Days on which any of them begins to be otherwise. */
  readonly turns: readonly CivilDate[];
}

/** The things that meet a condition on any day, to be asked for many days: each with its whole life as known at a moment. */
export async function thingsOver(
  snapshot: Snapshot,
  table: string,
  knownAt: Instant,
  condition: RawBuilder<unknown>,
): Promise<ThingsOver> {
  const known = fromKnownAt(table, knownAt);
  const rows = await snapshot.all<Row & Stretch>(sql`select m.*, m.present as is_possibly, m.present as is_surely
    ${known} and m.stream in (select m.stream ${known} and ${condition}) order by m.stream, m.item, m.ordinal`);
  const columns = Object.entries(columnsOf(table)!);
  const read = rows.map((row) => ({ row, state: stateOf(row, columns) }));
  const turns = rows.flatMap((row) => [row.valid_from, row.valid_to]);
  return {
    on: (day) => thingsIn(read.filter(({ row }) => speaksOf(row, day))),
    turns: turns.filter((day) => day > BEGINNING && day < FOREVER),
  };
}

interface ReadRow {
  readonly row: Row;
  readonly state: State;
}

function thingsIn(rows: readonly ReadRow[]): readonly Thing[] {
  return [...groupBy(rows, ({ row: { stream, item } }) => `${stream}\u0000${item}`).values()]
    .map(thingOf)
    .filter((thing) => thing.possibly);
}

function thingOf(read: readonly ReadRow[]): Thing {
  const rows = read.map(({ row }) => row);
  const { stream, item, certain } = rows[0]!;
  return {
    stream,
    id: partsOf(stream).id,
    item,
    certain: certain === 1,
    states: read.map(({ state }) => state),
    possibly: rows.some((row) => Boolean(row.is_possibly)),
    surely: rows.every((row) => Boolean(row.is_surely)),
  };
}

function stateOf(row: Row, columns: readonly (readonly [string, ColumnType])[]): State {
  const { cause, causes } = row;
  const causeOf = (column: string): string =>
    readCause(
      causes,
      columns.findIndex(([name]) => name === column),
      cause,
    );
  return { present: row.present === 1, cause, causeOf, values: valuesOf(row, columns) };
}

function valuesOf(row: Row, columns: readonly (readonly [string, ColumnType])[]): Record<string, unknown> {
  if (row.present === 0) return {};
  return Object.fromEntries(
    columns.map(([name, type]) => {
      const value = row[name];
      return [name, isJson(type) && typeof value === 'string' ? (JSON.parse(value) as unknown) : value];
    }),
  );
}

/** The distinct values of a column over the states in which a thing is there. */
export function valuesIn<T>(thing: Thing, column: string): readonly T[] {
  const present = thing.states.filter((state) => state.present).map((state) => state.values[column] as T);
  return present.filter(
    (value, i) => present.findIndex((other) => JSON.stringify(other) === JSON.stringify(value)) === i,
  );
}

/** Things as an answer shows them. */
export async function rowAnswers(snapshot: Snapshot, things: readonly Thing[]): Promise<RowAnswer[]> {
  const causes = await becauseOf(
    snapshot,
    things.flatMap(({ states }) => states.map(({ cause }) => cause)),
  );
  return things.map(({ stream, id, item, certain, states }) => ({
    stream,
    id,
    item,
    certain,
    states: states.map((state) => stateAnswer(state, causes)),
  }));
}

/** Stands for no column: that the things are there at all. */
export const BEING_THERE = '';

/** What the states of things rest on as far as some columns go, each entry once. */
export function causesOf(things: readonly Thing[], columns: readonly string[]): readonly string[] {
  const states = things.flatMap((thing) => thing.states);
  return [...new Set(states.flatMap((state) => columns.map((column) => state.causeOf(column))))];
}

function stateAnswer({ present, values, cause }: State, causes: ReadonlyMap<string, Because>): PossibleState {
  return { present, values: { ...values }, windows: windowsIn(values), because: causes.get(cause)! };
}

const EARLIEST = /_earliest$/;

/** The windows of a row; one that nothing is said of is left out. */
function windowsIn(values: State['values']): Record<string, WindowAnswer> {
  const names = Object.keys(values).filter((name) => EARLIEST.test(name));
  const windows = names.map((name) => {
    const shared = name.replace(EARLIEST, '');
    return [shared, windowIn(values, shared)] as const;
  });
  return Object.fromEntries(windows.filter((it): it is [string, WindowAnswer] => it[1] !== null));
}

/** The window that three columns tell of, `x_earliest`, `x_latest` and `x_phrase`; null when they say nothing. */
function windowIn(values: State['values'], name: string): WindowAnswer | null {
  const end = (column: string): string | null => (values[`${name}_${column}`] ?? null) as string | null;
  const window = { earliest: end('earliest'), latest: end('latest'), phrase: end('phrase') };
  return Object.values(window).every((it) => it === null) ? null : windowAnswer(window);
}

/** The two dates of an answer, and how much of the log it rests on. */
export async function asOfAnswer(snapshot: Snapshot, { validOn, knownAt }: AsOfDates): Promise<AsOf> {
  return { validOn, knownAt, position: await reachedPosition(snapshot) };
}

/** Log position up to which every share of the tables is told. */
export async function reachedPosition(snapshot: Snapshot): Promise<number> {
  const least = await first<{ position: number }>(snapshot, sql`select min(position) as position from checkpoints`);
  return least!.position;
}
