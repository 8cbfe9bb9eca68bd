import { type CivilDate, inCanonicalOrder, type KnownEntry, type Segment, segments, tighten } from '@cadre/kernel';
import { groupBy } from './group-by.js';
import { legible, legibleJson } from './legible.js';
import { isJson, type ReadModel } from './read-model.js';

/** A value as a table keeps it. */
export type Cell = string | number | null;

/** A row as it is known at one moment: what one thing can have been over a half-open stretch of effective time. */
export interface TableRow {
  readonly item: string;
  readonly validFrom: CivilDate;
  readonly validTo: CivilDate;
  /** 1 when the thing can have been nothing else. */
  readonly certain: 0 | 1;
  /** 0 when it may not have been there at all. */
  readonly present: 0 | 1;
  /** Tells what a thing can have been apart, in the order of events; 0 when it can have been nothing else. */
  readonly ordinal: number;
  /** Event id of the last entry that changed the columns. */
  readonly cause: string;
  /** Which entry gave the row and each of its columns, as `writeCauses` writes it. */
  readonly causes: string;
  /** In the order of the model's columns. */
  readonly values: readonly Cell[];
}

/** An entry that a fold cannot take: its stream is parked, the others go on. */
export class PoisonEntry extends Error {
  override readonly name = 'PoisonEntry';
  constructor(
    readonly position: number,
    message: string,
    options?: ErrorOptions,
  ) {
    super(message, options);
  }
}

/** A stretch of prefixes over which a thing has the same values (null: it is not there). */
interface Run {
  readonly first: number;
  last: number;
  readonly values: readonly Cell[] | null;
  readonly text: string;
  /** Event id of what brought the thing, then of what gave each column its value; empty while it is not there. */
  readonly causes: readonly string[];
  /** The last row laid out for it: its index, or -1. */
  row: number;
}

const ABSENT = '';

/**
 * The rows of a stream as its known entries tell it: for each stretch of effective time the distinct values every item
 * can have had, equal neighbours joined. @throws PoisonEntry when the fold cannot take an entry.
 */
export function rowsOf(
  model: ReadModel,
  known: readonly KnownEntry[],
  inTime: () => InTime = () => placedInTime(known),
): readonly TableRow[] {
  if (!model.apart) return layOut(model, inTime());
  const groups = groupBy(known, (told) => taken(told, () => model.apart!(told.entry.event)));
  groups.delete(null);
  return [...groups.values()].flatMap((group) => layOut(model, placedInTime(group)));
}

/** Entries in canonical order, and the stretches of effective time they mark off. */
export interface InTime {
  readonly order: readonly KnownEntry[];
  readonly segments: readonly Segment[];
}

/** The same for every model of a kind of stream. @throws PoisonEntry when the order told contradicts itself. */
export function placedInTime(known: readonly KnownEntry[]): InTime {
  const order = ordered(known);
  return { order, segments: [...segments(tighten(order))] };
}

function layOut(model: ReadModel, { order, segments }: InTime): readonly TableRow[] {
  const runs = runsOf(model, order);
  const rows: TableRow[] = [];
  for (const segment of segments) {
    for (const [item, itemRuns] of runs) {
      const possible = possibleIn(segment, itemRuns);
      const certain = possible.length === 1 ? 1 : 0;
      for (const run of possible) {
        const before = rows[run.row];
        if (before?.validTo === segment.from && before.certain === certain) {
          rows[run.row] = { ...before, validTo: segment.to };
        } else {
          const ordinal = certain === 1 ? 0 : itemRuns.indexOf(run);
          run.row = rows.push({ ...rowOf(segment, item, run, order), certain, ordinal }) - 1;
        }
      }
    }
  }
  return rows;
}

function ordered(known: readonly KnownEntry[]): readonly KnownEntry[] {
  try {
    return inCanonicalOrder(known);
  } catch (cause) {
    throw new PoisonEntry(known.at(-1)!.position, (cause as Error).message, { cause });
  }
}

/** For every item ever there: what it was after 0, 1, … n entries, as runs of equal values. */
function runsOf(model: ReadModel, order: readonly KnownEntry[]): ReadonlyMap<string, readonly Run[]> {
  const runs = new Map<string, Run[]>();
  let state = model.initial;
  for (let n = 0; n <= order.length; n++) {
    const step = n === 0 ? { state, rows: model.rows(state) } : stepOf(model, state, order[n - 1]!);
    state = step.state;
    for (const row of step.rows) {
      const values = cellsOf(model, row);
      const text = JSON.stringify(values);
      const itemRuns = runs.get(row.item) ?? [absent(0, n - 1)];
      runs.set(row.item, itemRuns);
      const last = itemRuns.at(-1)!;
      if (last.text === text) last.last = n;
      else
        itemRuns.push({
          first: n,
          last: n,
          values,
          text,
          causes: causesAfter(last, values, order[n - 1]!.id),
          row: -1,
        });
    }
    for (const itemRuns of runs.values()) {
      const last = itemRuns.at(-1)!;
      if (last.last === n) continue;
      if (last.values === null) last.last = n;
      else itemRuns.push(absent(n, n));
    }
  }
  return runs;
}

const absent = (first: number, last: number): Run => ({ first, last, values: null, text: ABSENT, causes: [], row: -1 });

/** What a value rests on is the entry since which it is what it is, whatever has changed beside it. */
function causesAfter(before: Run, values: readonly Cell[], cause: string): readonly string[] {
  if (before.values === null) return [cause, ...values.map(() => cause)];
  return [
    before.causes[0]!,
    ...values.map((value, i) => (value === before.values![i] ? before.causes[i + 1]! : cause)),
  ];
}

/** The state after an entry, and its rows. @throws PoisonEntry when the model cannot take it */
const stepOf = (model: ReadModel, before: unknown, told: KnownEntry) =>
  taken(told, () => {
    const state = model.evolve(before, told.entry);
    return { state, rows: model.rows(state) };
  });

/** What a model makes of an entry. @throws PoisonEntry when it cannot make anything of it */
function taken<T>({ entry }: KnownEntry, make: () => T): T {
  try {
    return make();
  } catch (cause) {
    throw new PoisonEntry(entry.position, `${entry.event.type} cannot be folded: ${(cause as Error).message}`, {
      cause,
    });
  }
}

/** The distinct possibilities of one item in one segment; none when it surely is not there. */
function possibleIn({ surely, possibly }: Segment, runs: readonly Run[]): readonly Run[] {
  const possible: Run[] = [];
  for (const run of runs) {
    const isPossible = run.first <= possibly && run.last >= surely;
    if (isPossible && !possible.some(({ text }) => text === run.text)) possible.push(run);
  }
  return possible.every(({ values }) => values === null) ? [] : possible;
}

function rowOf(
  { from, to }: Segment,
  item: string,
  run: Run,
  order: readonly KnownEntry[],
): Omit<TableRow, 'certain' | 'ordinal'> {
  const { values } = run;
  const [cause, causes] = [causeOf(run, order), writeCauses(run.causes)];
  const present = values === null ? 0 : 1;
  return { item, validFrom: from, validTo: to, present, cause, causes, values: values ?? [] };
}

/** Each entry once, behind a digit per column that says which: ["0010","id of 0","id of 1"]; empty when one gave them all. */
function writeCauses(causes: readonly string[]): string {
  const ids: string[] = [];
  let digits = '';
  for (const id of causes) {
    const known = ids.indexOf(id);
    digits += (known >= 0 ? known : ids.push(id) - 1).toString(36);
  }
  return ids.length < 2 ? '' : JSON.stringify([digits, ...ids]);
}

/** The entry that gave a column, by its number among the columns (-1: the one that brought the thing). */
export function readCause(causes: string, column: number, cause: string): string {
  if (causes === '') return cause;
  const [digits, ...ids] = JSON.parse(causes) as [string, ...string[]];
  return ids[parseInt(digits[column + 1]!, 36)]!;
}

/** What began the run; for a thing not there yet, what brings it. */
function causeOf(run: Run, order: readonly KnownEntry[]): string {
  return order[run.first === 0 ? run.last : run.first - 1]!.id;
}

function cellsOf(model: ReadModel, row: { readonly item: string } & Record<string, unknown>): readonly Cell[] {
  return Object.entries(model.columns).map(([name, type]) => {
    const value = row[name] ?? null;
    if (value === null || type === 'int') return value as Cell;
    return isJson(type) ? legibleJson(value) : legible(value as string);
  });
}
