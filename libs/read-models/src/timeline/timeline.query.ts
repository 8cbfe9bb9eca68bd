import type { TimelineAnswer, TimelineRow } from '@cadre/contract';
import { BEGINNING, type CivilDate, FOREVER } from '@cadre/kernel';
import { type AsOfDates } from '../as-of.js';
import { groupBy } from '../group-by.js';
import { becauseOf } from '../history/entry-rows.js';
import { asOfAnswer } from '../table/possible.js';
import { type Snapshot, type Tables } from '../tables/tables.js';
import { descendants } from '../units/descendants.js';
import { type Course, coursesOf } from './courses.js';
import { KIND_NAMES, type KindName, KINDS } from './kinds.js';
import { promisedIn } from './promised.js';

/** Which things to show over time; all of them where nothing is said. */
export interface TimelineQuestion extends AsOfDates {
  /** Names of kinds, as in "posts". */
  readonly kinds?: readonly string[];
  /** Only what belongs to this unit on the day asked for, else on the nearest. */
  readonly unit?: string;
  /** With a unit: what belongs to units within it, too. */
  readonly subUnits?: boolean;
  /** Only this thing. */
  readonly stream?: string;
  /** Only what has a bar on that day or later. */
  readonly from?: CivilDate;
  /** Only what has a bar on that day or earlier. */
  readonly to?: CivilDate;
  /** Leaves out what the bars rest on. */
  readonly bare?: boolean;
  /** Rows to pass over. */
  readonly offset?: number;
  /** Most rows to answer. */
  readonly limit?: number;
}

/** Units, posts, teams, evaluations and commitments over all days, as known at a moment. */
export function timelineAnswer(tables: Tables, question: TimelineQuestion): Promise<TimelineAnswer> {
  return tables.read(async (snapshot) => {
    const { offset = 0, limit = Infinity } = question;
    const units = await coursesOf(snapshot, 'units', question, null);
    const commitments = await coursesOf(snapshot, 'commitments', question, null);
    const names = new Map(units.map(({ row }) => [row.id, row.name]));
    const asked = await coursesAsked(snapshot, question, { units, commitments });
    const courses = asked.filter(await belonging(snapshot, question));
    const rows = (await withPromises(snapshot, courses, commitments, question)).filter((row) =>
      isWithin(row, question),
    );
    const page = inOrder(rows, names).slice(offset, offset + limit);
    const unitIds = new Set(page.map(({ unitId }) => unitId).filter((id) => id !== null));
    const causes = page.flatMap((row) => [...row.promised, ...row.bars].flatMap(({ because }) => because));
    return {
      asOf: await asOfAnswer(snapshot, question),
      count: rows.length,
      rows: page,
      units: [...unitIds].map((id) => ({ id, name: names.get(id) ?? null })),
      because: [...(await becauseOf(snapshot, causes)).values()],
    };
  });
}

/** The things of the kinds asked for; some kinds are read already. */
async function coursesAsked(
  snapshot: Snapshot,
  question: TimelineQuestion,
  read: Partial<Record<KindName, readonly Course[]>>,
): Promise<readonly Course[]> {
  const { kinds = KIND_NAMES, stream } = question;
  const courses: Course[] = [];
  for (const name of KIND_NAMES.filter((it) => kinds.includes(it))) {
    if (stream !== undefined && !stream.startsWith(`${KINDS[name].kind}-`)) continue;
    const its = read[name] ?? (await coursesOf(snapshot, name, question, stream === undefined ? null : [stream]));
    courses.push(...(stream === undefined ? its : its.filter(({ row }) => row.stream === stream)));
  }
  return courses;
}

async function belonging(snapshot: Snapshot, question: TimelineQuestion): Promise<(course: Course) => boolean> {
  const { unit, subUnits = false } = question;
  if (unit === undefined) return () => true;
  const units = subUnits ? (await descendants(snapshot, [unit], question)).possibly : new Set([unit]);
  return ({ unitIds }) => unitIds.some((id) => id !== null && units.has(id));
}

/** Rows with what is promised before what was so: by the thing itself, and by commitments about it. */
async function withPromises(
  snapshot: Snapshot,
  courses: readonly Course[],
  commitments: readonly Course[],
  question: TimelineQuestion,
): Promise<readonly TimelineRow[]> {
  const shown = new Set(courses.map(({ row }) => row.stream));
  const told = commitments.map((course) => ({ course, about: aboutOf(course) }));
  const concerned = told.filter(
    ({ course, about }) => shown.has(course.row.stream) || about.some((stream) => shown.has(stream)),
  );
  const promising = [
    ...concerned.map(({ course }) => course),
    ...courses.filter(({ row }) => row.kind === 'evaluation'),
  ];
  const promised = await promisedIn(snapshot, promising, question);
  const about = groupBy(
    concerned.flatMap((it) => it.about.map((stream) => ({ stream, row: it.course.row }))),
    ({ stream }) => stream,
  );
  return courses.map(({ row }): TimelineRow => {
    const others = (about.get(row.stream) ?? []).flatMap((it) =>
      (promised.get(it.row.stream) ?? []).map((promise) => ({ ...promise, what: it.row.name })),
    );
    return { ...row, promised: [...(promised.get(row.stream) ?? []), ...others] };
  });
}

/** The streams a commitment is about. */
function aboutOf({ then }: Course): readonly string[] {
  const there = then.filter(({ present }) => present);
  return [...new Set(there.flatMap(({ cells }) => JSON.parse(cells['about'] as string) as readonly string[]))];
}

function isWithin({ promised, bars }: TimelineRow, { from = BEGINNING, to = FOREVER }: TimelineQuestion): boolean {
  if (from === BEGINNING && to === FOREVER) return true;
  const spans = [...bars, ...promised.map(({ given, due }) => ({ from: given, to: due }))];
  return spans.some((it) => (it.from.earliest ?? BEGINNING) <= to && (it.to.latest ?? FOREVER) >= from);
}

/** By the name of the unit, those of no unit last; then by the first day anything may have begun. */
function inOrder(rows: readonly TimelineRow[], names: ReadonlyMap<string, string | null>): readonly TimelineRow[] {
  const keyed = rows.map((row) => {
    const unit = row.unitId === null ? ['1'] : ['0', names.get(row.unitId) ?? row.unitId, row.unitId];
    return { row, key: [...unit, startOf(row), row.name ?? row.id, row.stream].join('\u0000') };
  });
  return keyed.toSorted((a, b) => (a.key < b.key ? -1 : Number(a.key > b.key))).map(({ row }) => row);
}

/** The first day anything of it may have begun; the first it surely had by, where that is open. */
function startOf({ promised, bars }: TimelineRow): CivilDate {
  let first = FOREVER;
  for (const { earliest, latest } of [...promised.map(({ given }) => given), ...bars.map(({ from }) => from)]) {
    const start = earliest ?? latest ?? BEGINNING;
    if (start < first) first = start;
  }
  return first;
}
