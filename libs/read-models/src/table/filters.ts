import type Database from 'better-sqlite3';
import { type RawBuilder, sql } from 'kysely';
import { type AsOfDates } from '../as-of.js';
import { type Columns, type ColumnType } from '../read-model.js';
import { descendants } from '../units/descendants.js';
import { type Condition } from './possible.js';
import { UnknownQuestion } from './unknown-question.js';

/** Column = value, or any of several (a list, or with commas between); `within=true` takes in the sub-units of the units named. */
export type Filters = Readonly<Record<string, string | readonly string[]>>;

/** Columns that name a unit; "within" widens these. */
const UNIT_COLUMNS = ['unit_id', 'owner_unit_id', 'parent_id'];

/** Columns of every table beside its own. */
const COMMON: Columns = { stream: 'text', item: 'text' };

/** The filters as a condition on rows `m`. @throws UnknownQuestion for a column the table has not. */
export function conditionOf(db: Database.Database, columns: Columns, dates: AsOfDates, filters: Filters): Condition {
  const { within, ...wanted } = filters;
  const parts = Object.entries(wanted).map(([name, value]): Condition => {
    const type = typeOf(columns, name);
    if (type === null) {
      throw new UnknownQuestion(
        `/${name}`,
        `There is no column "${name}"; filter by ${Object.keys(columns).join(', ')}.`,
      );
    }
    const values = valuesIn(value);
    if (within !== 'true' || !UNIT_COLUMNS.includes(name)) return same(matches(name, type, values));
    const { possibly, surely } = descendants(db, values, dates);
    return { possibly: matches(name, type, [...possibly]), surely: matches(name, type, [...surely]) };
  });
  const { stream } = wanted;
  return {
    possibly: allOf(parts.map((it) => it.possibly)),
    surely: allOf(parts.map((it) => it.surely)),
    ...(stream === undefined ? {} : { streams: valuesIn(stream) }),
  };
}

/** The columns that filters ask of. */
export function filteredBy({ within: _within, ...wanted }: Filters): readonly string[] {
  return Object.keys(wanted).filter((name) => !Object.hasOwn(COMMON, name));
}

const typeOf = (columns: Columns, name: string): ColumnType | null =>
  Object.hasOwn(columns, name) ? columns[name]! : Object.hasOwn(COMMON, name) ? COMMON[name]! : null;

const valuesIn = (value: string | readonly string[]): readonly string[] =>
  typeof value === 'string' ? value.split(',').map((it) => it.trim()) : value;

const same = (condition: RawBuilder<unknown>): Condition => ({ possibly: condition, surely: condition });

function allOf(conditions: readonly RawBuilder<unknown>[]): RawBuilder<unknown> {
  return conditions.length === 0 ? sql`1` : sql`(${sql.join(conditions, sql` and `)})`;
}

/** Never null, so that it can be counted: what is not said does not match. */
function matches(name: string, type: ColumnType, values: readonly string[]): RawBuilder<unknown> {
  const column = sql.ref(`m.${name}`);
  const wanted = JSON.stringify(values);
  if (type === 'json') {
    return sql`exists (select 1 from json_each(coalesce(${column}, '[]')) v where v.value in (select value from json_each(${wanted})))`;
  }
  const compared = type === 'int' ? sql`cast(${column} as text)` : column;
  return sql`(${column} is not null and ${compared} in (select value from json_each(${wanted})))`;
}
