import type { Because, CountAnswer, PossibleState, RowAnswer, TableAnswer } from '@cadre/contract';
import { clipped, inColumns } from './columns.js';
import { sayCount } from './count.js';
import { saySource } from './source.js';
import { inWords, NOT_REPORTED } from './values.js';

/** The columns of --where with the values asked for. */
export type Where = Readonly<Record<string, readonly string[]>>;

/** What is shown of each table; everything else is in "explain" and "--json". */
const SHOWN: Readonly<Record<string, readonly string[]>> = {
  blocks: ['name', 'status', 'proposed', 'approved', 'selected', 'on_duty'],
  posts: ['title', 'grade', 'unit_id', 'standing', 'occupancy', 'acting'],
  candidacies: ['candidate_id', 'post_id', 'stage', 'since'],
  recruitment: ['name', 'post_id', 'stage', 'openings', 'nominated', 'since'],
  units: ['name', 'kind', 'parent_id', 'status'],
  teams: ['name', 'unit_id', 'status', 'stood_up'],
  evaluations: ['subject', 'evaluator', 'status', 'due', 'completed'],
  commitments: ['what', 'status', 'due', 'redates'],
  incumbency: ['person_id', 'post_id', 'status', 'since'],
  statements: ['category', 'text', 'said'],
  sources: ['document', 'title', 'dated', 'language'],
  names: ['name', 'kind', 'about'],
};
const MOST_COLUMNS = 5;

/** A table's answer in lines: how many, any rows that are out of date, then a line per possible state. */
export function sayTable(table: string, { asOf, count, rows, stale }: TableAnswer, where: Where): readonly string[] {
  const warnings = (stale ?? []).map(
    ({ stream, sincePosition }) =>
      `Out of date: ${stream} cannot be read since log position ${sincePosition}; what is shown is from before.`,
  );
  const counted = { ...count, because: whatCounts(count, rows, where) };
  const lines = rows.length > 0 ? ['', ...sayRows(table, rows)] : [];
  return [`${table}: ${sayCount(counted, asOf.validOn)}`, ...warnings, ...lines];
}

/** What the number rests on, without what only brings about states that are not counted. */
export function whatCounts({ because }: CountAnswer, rows: readonly RowAnswer[], where: Where): Because[] {
  const states = rows.flatMap((row) => row.states);
  const counted = new Set(states.filter((it) => isCounted(it, where)).map((it) => it.because.eventId));
  const others = new Set(states.map((it) => it.because.eventId).filter((id) => !counted.has(id)));
  return because.filter(({ eventId }) => !others.has(eventId));
}

function isCounted({ present, values }: PossibleState, where: Where): boolean {
  if (!present) return false;
  return Object.entries(where).every(([column, wanted]) => {
    const value = values[column];
    // What is within a unit, or a list, is for the tables to say.
    if (value === null || typeof value === 'object' || column.endsWith('unit_id')) return true;
    // Neither the id nor the stream stands among the values, and all rows are of those asked for.
    if (value === undefined) return true;
    return wanted.some((it) => (AS_NUMBER[it] ?? it) === `${value as string | number}` || it === value);
  });
}

/** What --where takes for 1 and 0. */
const AS_NUMBER: Readonly<Record<string, string>> = { yes: '1', true: '1', no: '0', false: '0' };

function sayRows(table: string, rows: readonly RowAnswer[]): readonly string[] {
  const shown = shownOf(table, rows);
  const heads = ['', ...shown.map((name) => name.replaceAll('_', ' ')), 'source'];
  return inColumns([heads, ...rows.flatMap((row) => stateLines(row, shown))]);
}

function shownOf(table: string, rows: readonly RowAnswer[]): readonly string[] {
  const first = rows.flatMap(({ states }) => states).find(({ present }) => present);
  const all = first ? [...inWords(first.values).keys()] : [];
  const wanted = SHOWN[table]?.filter((name) => all.includes(name)) ?? [];
  return wanted.length > 0 ? wanted : all.slice(0, MOST_COLUMNS);
}

/** One line for what is certain, else "either … or …", each with what it rests on; states that look alike are one line. */
function stateLines({ id, item, states }: RowAnswer, shown: readonly string[]): readonly (readonly string[])[] {
  const name = item === '' || item === id ? id : `${id}: ${item}`;
  const lines = states.map((state) => stateCells(state, shown));
  const different = lines.filter((line, i) => lines.findIndex((other) => other.join('\n') === line.join('\n')) === i);
  return different.map((cells, i) => {
    if (different.length === 1) return [clipped(name), ...cells];
    return [i === 0 ? `${clipped(name)}, either` : '  or', ...cells];
  });
}

function stateCells({ present, values, because }: PossibleState, shown: readonly string[]): readonly string[] {
  const words = inWords(values);
  const cells = shown.map((column, i) => {
    if (!present) return i === 0 ? '(not there)' : '';
    return clipped(words.get(column) ?? NOT_REPORTED);
  });
  return [...cells, saySource(because)];
}
