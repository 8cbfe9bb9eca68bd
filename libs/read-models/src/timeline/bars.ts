import type { TimelineBar, TimelineEnd } from '@cadre/contract';
import { BEGINNING, type CivilDate, lastDay } from '@cadre/kernel';
import { groupBy } from '../group-by.js';
import { readCause } from '../rows.js';
import { type Cells, type Facet, MOMENTS } from './kinds.js';

/** A row of a table as known at a moment: what one thing can have been over a half-open stretch of days. */
export interface Laid {
  readonly from: CivilDate;
  readonly to: CivilDate;
  readonly certain: boolean;
  readonly present: boolean;
  readonly ordinal: number;
  readonly cause: string;
  readonly causes: string;
  readonly cells: Cells;
}

/** Days on which one state is possible, or sure, without a change. */
interface Piece {
  readonly from: CivilDate;
  /** The first day after. */
  readonly to: CivilDate;
  readonly isSure: boolean;
  /** Event ids since which a row says so. */
  readonly causes: readonly string[];
}

/** Pieces that join one another, with one sure stretch in them at most. */
interface Run {
  readonly from: CivilDate;
  readonly sure: { readonly from: CivilDate; readonly to: CivilDate } | null;
  readonly to: CivilDate;
  /** Of the sure stretch; of all where there is none. */
  readonly causes: readonly string[];
}

/** What was so of one thing over all days, as one facet of its rows tells it; `column` is the facet's place in its table. */
export type ActualBars = (rows: readonly Laid[], facet: Facet, column: number) => TimelineBar[];

/** Makes the bars of an answer; bare ones without what they rest on. Thousands of bars end on few days, so those are kept. */
export function barMaker(isBare: boolean): ActualBars {
  const ends = new Map<CivilDate, CivilDate | null>();
  const endOf = (to: CivilDate): CivilDate | null => {
    const known = ends.get(to);
    if (known !== undefined) return known;
    const end = lastDay(to);
    ends.set(to, end);
    return end;
  };
  return (rows, facet, column) => {
    const causeOf = isBare ? null : ({ causes, cause }: Laid): string => readCause(causes, column, cause);
    const bars: TimelineBar[] = [];
    for (const [state, pieces] of piecesOf(rows, facet, causeOf)) {
      for (const run of runsOf(pieces)) bars.push(barOf(state, run, endOf));
    }
    return bars;
  };
}

function barOf(
  state: string,
  { from, sure, to, causes }: Run,
  endOf: (to: CivilDate) => CivilDate | null,
): TimelineBar {
  const isMoment = MOMENTS.has(state);
  const maybe: TimelineEnd = { earliest: dayOrOpen(from), latest: endOf(to) };
  const begun = sure ? { earliest: dayOrOpen(from), latest: dayOrOpen(sure.from) } : maybe;
  const ended = sure ? { earliest: endOf(sure.to), latest: endOf(to) } : maybe;
  const ends = { from: begun, to: isMoment ? begun : ended };
  return { state, moment: isMoment, certain: sure !== null, ...ends, because: [...causes] };
}

const dayOrOpen = (day: CivilDate): CivilDate | null => (day === BEGINNING ? null : day);

/** The states a thing can have been in, each with its days. */
function piecesOf(
  rows: readonly Laid[],
  facet: Facet,
  causeOf: ((row: Laid) => string) | null,
): ReadonlyMap<string, readonly Piece[]> {
  const pieces = new Map<string, Piece[]>();
  for (const { from, to, there } of stretchesOf(rows)) {
    const says = groupBy(there, (row) => (row.present ? facet.stateOf(row.cells) : null));
    for (const [state, its] of says) {
      if (state === null) continue;
      const causes = causeOf === null ? [] : [...new Set(its.map(causeOf))];
      const piece = { from, to, isSure: says.size === 1, causes };
      const before = pieces.get(state);
      if (before) before.push(piece);
      else pieces.set(state, [piece]);
    }
  }
  return pieces;
}

/** The days on which the same rows answer. Rows that are all certain never lie over one another. */
function stretchesOf(
  rows: readonly Laid[],
): readonly { readonly from: CivilDate; readonly to: CivilDate; readonly there: readonly Laid[] }[] {
  if (rows.every(({ certain }) => certain)) return rows.map((row) => ({ from: row.from, to: row.to, there: [row] }));
  const edges = [...new Set(rows.flatMap(({ from, to }) => [from, to]))].sort();
  return edges.slice(1).map((to, i) => {
    const from = edges[i]!;
    return { from, to, there: rows.filter((row) => row.from <= from && from < row.to) };
  });
}

/** Joins pieces that follow one another. Where a state is surely so again after days of doubt, it may have been left and entered anew: two runs that share these days. */
function runsOf(pieces: readonly Piece[]): readonly Run[] {
  const runs: Run[] = [];
  for (const piece of pieces) {
    const before = runs.at(-1);
    if (before?.to !== piece.from) runs.push(begun(piece, piece.from));
    else if (piece.isSure && before.sure !== null && before.sure.to < piece.from)
      runs.push(begun(piece, before.sure.to));
    else runs[runs.length - 1] = extended(before, piece);
  }
  return runs;
}

function begun({ from: first, to, isSure, causes }: Piece, from: CivilDate): Run {
  return { from, sure: isSure ? { from: first, to } : null, to, causes };
}

function extended(run: Run, { from, to, isSure, causes }: Piece): Run {
  const both = [...new Set([...run.causes, ...causes])];
  if (!isSure) return { ...run, to, causes: run.sure === null ? both : run.causes };
  return run.sure === null
    ? { ...run, sure: { from, to }, to, causes }
    : { ...run, sure: { from: run.sure.from, to }, to, causes: both };
}
