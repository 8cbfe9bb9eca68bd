import type { TimelineRow } from '@cadre/contract';
import { type CivilDate, partsOf } from '@cadre/kernel';
import { sql } from 'kysely';
import { type AsOfDates, fromKnownAt, type Stretch } from '../as-of.js';
import { groupBy } from '../group-by.js';
import { type Snapshot } from '../tables/tables.js';
import { columnsOf } from '../table/possible.js';
import { barMaker, type Laid } from './bars.js';
import { type Cells, type Kind, KINDS, type KindName } from './kinds.js';

/** One thing over all days, as known at a moment. */
export interface Course {
  /** Its row with what was so of it; what is promised of it comes to it elsewhere. */
  readonly row: TimelineRow;
  /** What it can have been on the day asked for; on the nearest day told of when it was not there then. */
  readonly then: readonly Laid[];
  /** Every unit it can have belonged to then. */
  readonly unitIds: readonly (string | null)[];
}

type Told = Cells &
  Stretch & {
    readonly stream: string;
    readonly certain: number;
    readonly present: number;
    readonly ordinal: number;
    readonly cause: string;
    readonly causes: string;
  };

/** The things of a kind, all or only some streams, in no order. */
export async function coursesOf(
  snapshot: Snapshot,
  name: KindName,
  { validOn, knownAt, bare = false }: AsOfDates & { readonly bare?: boolean },
  streams: readonly string[] | null,
): Promise<readonly Course[]> {
  const kind: Kind = KINDS[name];
  const said = ['stream', 'valid_from', 'valid_to', 'certain', 'present', 'ordinal', 'cause', 'causes'];
  const columns = sql.join([...said, ...kind.columns].map((column) => sql.ref(`m.${column}`)));
  const among = streams === null ? sql`` : sql` and ${snapshot.words.among(sql`m.stream`, streams)}`;
  const rows = await snapshot.all<Told>(sql`select ${columns} ${fromKnownAt(kind.table, knownAt)}${among}`);
  const actualBars = barMaker(bare);
  const places = Object.keys(columnsOf(kind.table)!);
  return [...groupBy(rows, ({ stream }) => stream)].map(([stream, its]) => {
    const laid = its.map(laidOf).toSorted(byDay);
    const bars = kind.facets.flatMap((facet) => actualBars(laid, facet, places.indexOf(facet.column)));
    return courseOf(kind, stream, laid, bars, validOn);
  });
}

function courseOf(
  kind: Kind,
  stream: string,
  laid: readonly Laid[],
  bars: TimelineRow['bars'],
  validOn: CivilDate,
): Course {
  const { id } = partsOf(stream);
  const then = onOrNear(laid, validOn);
  const { cells } = then.findLast(({ present }) => present)!;
  const grade = (cells['grade'] ?? null) as string | null;
  return {
    row: {
      stream,
      id,
      kind: kind.kind,
      name: kind.name(cells),
      unitId: kind.unit(cells, id),
      grade,
      promised: [],
      bars,
    },
    then,
    unitIds: then.filter(({ present }) => present).map((row) => kind.unit(row.cells, id)),
  };
}

/** The rows for a day; for the first day told of after it, else the last before it, where the thing is not there. */
function onOrNear(laid: readonly Laid[], day: CivilDate): readonly Laid[] {
  const there = laid.filter(({ present }) => present);
  const on = (when: CivilDate): readonly Laid[] => laid.filter(({ from, to }) => from <= when && when < to);
  if (there.some(({ from, to }) => from <= day && day < to)) return on(day);
  const next = there.find(({ from }) => from > day);
  return next ? on(next.from) : on(there.at(-1)!.from);
}

function laidOf(row: Told): Laid {
  const { valid_from: from, valid_to: to, ordinal, cause, causes } = row;
  return { from, to, certain: row.certain === 1, present: row.present === 1, ordinal, cause, causes, cells: row };
}

const byDay = (a: Laid, b: Laid): number => (a.from < b.from ? -1 : a.from > b.from ? 1 : a.ordinal - b.ordinal);
