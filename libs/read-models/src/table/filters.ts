import { type RawBuilder, sql } from 'kysely';
import { type AsOfDates } from '../as-of.js';
import { models } from '../models.js';
import { type Columns, type ColumnType, FLAG } from '../read-model.js';
import { descendants } from '../units/descendants.js';
import { type Snapshot } from '../tables/tables.js';
import { type SqlWords } from '../tables/words.js';
import { columnsOf, type Condition } from './possible.js';
import { UnknownQuestion } from './unknown-question.js';

/** Column = value, or any of several (a list, or with commas between); `within=true` takes in the sub-units of the units named. */
export type Filters = Readonly<Record<string, string | readonly string[]>>;

/** Columns that name a unit; "within" widens these. */
const UNIT_COLUMNS = ['unit_id', 'owner_unit_id', 'parent_id'];

/** Columns of every table beside its own; `id` is the thing's own, which its stream ends with. */
const COMMON: Columns = { stream: 'text', item: 'text', id: 'text' };

/** The filters as a condition on rows `m`. @throws UnknownQuestion for a column the table has not, or what it can never say. */
export async function conditionOf(
  snapshot: Snapshot,
  table: string,
  dates: AsOfDates,
  filters: Filters,
): Promise<Condition> {
  const columns = columnsOf(table)!;
  const { within, ...wanted } = filters;
  const streams = streamsIn(table, wanted);
  const { words: say } = snapshot;
  const partOf = async ([name, value]: readonly [string, string | readonly string[]]): Promise<Condition> => {
    const type = typeOf(columns, name);
    if (type === null) {
      throw new UnknownQuestion(
        `/${name}`,
        `There is no column "${name}"; filter by ${[...Object.keys(columns), 'id'].join(', ')}.`,
      );
    }
    if (type === 'objects') {
      throw new UnknownQuestion(`/${name}`, `${name} is shown but cannot be asked for; filter by another column.`);
    }
    if (name === 'id') return same(matches(say, 'stream', type, streams!));
    const words = wordsOf(table, name);
    const values = valuesIn(value).map((it) => (type === 'int' ? wholeNumber(name, it, words) : said(name, it, words)));
    if (within !== 'true' || !UNIT_COLUMNS.includes(name)) return same(matches(say, name, type, values));
    const { possibly, surely } = await descendants(snapshot, values, dates);
    return {
      possibly: matches(say, name, type, [...possibly]),
      surely: matches(say, name, type, [...surely]),
    };
  };
  const parts: Condition[] = [];
  for (const filter of Object.entries(wanted)) parts.push(await partOf(filter));
  return {
    possibly: allOf(parts.map((it) => it.possibly)),
    surely: allOf(parts.map((it) => it.surely)),
    ...(streams === null ? {} : { found: { by: 'stream', among: streams } }),
  };
}

/** The columns that filters ask of. */
export function filteredBy({ within: _within, ...wanted }: Filters): readonly string[] {
  return Object.keys(wanted).filter((name) => !Object.hasOwn(COMMON, name));
}

const typeOf = (columns: Columns, name: string): ColumnType | null =>
  Object.hasOwn(columns, name) ? columns[name]! : Object.hasOwn(COMMON, name) ? COMMON[name]! : null;

/** The streams named outright, by name or by id; null when any may be meant. */
function streamsIn(table: string, { stream, id }: Filters): readonly string[] | null {
  if (id === undefined) return stream === undefined ? null : valuesIn(stream);
  const categories = new Set(models.filter((model) => model.table === table).map((model) => model.category));
  return valuesIn(id).flatMap((it) => [...categories].map((category) => `${category}-${it}`));
}

const wordsOf = (table: string, name: string): readonly string[] | null =>
  models.find((model) => model.table === table)?.words?.[name] ?? null;

/** A word the column can say. @throws UnknownQuestion */
function said(name: string, value: string, words: readonly string[] | null): string {
  if (words === null || words.includes(value)) return value;
  throw new UnknownQuestion(`/${name}`, `${name} is never "${value.slice(0, 50)}"; it is one of: ${words.join(', ')}.`);
}

const YES_OR_NO: ReadonlyMap<string, string> = new Map([
  ...(['yes', 'true', '1'] as const).map((word) => [word, '1'] as const),
  ...(['no', 'false', '0'] as const).map((word) => [word, '0'] as const),
]);

/** A number as a text. @throws UnknownQuestion */
function wholeNumber(name: string, value: string, words: readonly string[] | null): string {
  const isFlag = words === FLAG;
  const number = isFlag ? YES_OR_NO.get(value) : /^-?\d{1,15}$/.test(value) ? String(Number(value)) : undefined;
  if (number !== undefined) return number;
  const form = isFlag ? 'yes or no' : 'a whole number';
  throw new UnknownQuestion(`/${name}`, `${name} is never "${value.slice(0, 50)}"; it is ${form}.`);
}

const valuesIn = (value: string | readonly string[]): readonly string[] =>
  typeof value === 'string' ? value.split(',').map((it) => it.trim()) : value;

const same = (condition: RawBuilder<unknown>): Condition => ({ possibly: condition, surely: condition });

function allOf(conditions: readonly RawBuilder<unknown>[]): RawBuilder<unknown> {
  return conditions.length === 0 ? sql`1 = 1` : sql`(${sql.join(conditions, sql` and `)})`;
}

/** Never null, so that it can be counted: what is not said does not match. */
function matches(words: SqlWords, name: string, type: ColumnType, values: readonly string[]): RawBuilder<unknown> {
  const column = sql.ref(`m.${name}`);
  if (type === 'json') {
    return words.holdsAny(column, values);
  }
  const compared = type === 'int' ? sql`cast(${column} as text)` : column;
  return sql`(${column} is not null and ${words.among(compared, values)})`;
}
