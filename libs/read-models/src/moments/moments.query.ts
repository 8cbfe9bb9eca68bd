import type { DayOfChange, MomentOfRecording, MomentsAnswer } from '@cadre/contract';
import { addDays, type CivilDate, type Instant } from '@cadre/kernel';
import { type RawBuilder, sql } from 'kysely';
import { fromKnownAt } from '../as-of.js';
import { CHANGING } from '../compare/changes.query.js';
import { reachedPosition } from '../table/possible.js';
import { type Snapshot, type Tables } from '../tables/tables.js';

/** Which marks to give. */
export interface MomentsQuestion {
  /** Nothing that became known later. */
  readonly knownAt: Instant;
  /** Only days from then on; */
  readonly from?: CivilDate;
  /** and up to then. */
  readonly to?: CivilDate;
  /** Most marks for one slider. */
  readonly most?: number;
}

const MOST = 500;
/** No day can be told of before or after these. */
const [FIRST_DAY, LAST_DAY] = ['0001-01-01', '9999-12-30'];

/** How much of a day's or an instant's text tells one mark from another. */
const LENGTHS = { moment: 24, day: 10, month: 7, year: 4 } as const;
type Grain = keyof typeof LENGTHS;

/** The days on which an answer can change as known at a moment, and the moments at which anything became known. */
export function momentsAnswer(tables: Tables, question: MomentsQuestion): Promise<MomentsAnswer> {
  const { knownAt, from = FIRST_DAY, to = LAST_DAY, most = MOST } = question;
  return tables.read(async (snapshot) => {
    const days = await coarsest(['day', 'month', 'year'], most, (grain) =>
      daysOf(snapshot, knownAt, { from, to }, grain),
    );
    const moments = await coarsest(['moment', 'day', 'month', 'year'], most, (grain) =>
      momentsOf(snapshot, knownAt, grain),
    );
    return {
      knownAt,
      position: await reachedPosition(snapshot),
      days: days.marks,
      daysBy: days.grain,
      moments: moments.marks,
      momentsBy: moments.grain,
    };
  });
}

/** The finest marks of which there are not too many. */
async function coarsest<G extends Grain, Mark>(
  [grain, ...coarser]: readonly G[],
  most: number,
  ask: (grain: G) => Promise<Mark[]>,
): Promise<{ readonly grain: G; readonly marks: Mark[] }> {
  const marks = await ask(grain!);
  return marks.length <= most || coarser.length === 0 ? { grain: grain!, marks } : coarsest(coarser, most, ask);
}

interface Stretch {
  readonly from: CivilDate;
  readonly to: CivilDate;
}

/** Days from which rows answer, and those from which an open promise is overdue. */
async function daysOf(
  snapshot: Snapshot,
  knownAt: Instant,
  { from, to }: Stretch,
  grain: Grain,
): Promise<DayOfChange[]> {
  const begin = CHANGING.map((table) => sql`select m.valid_from as day ${fromKnownAt(table, knownAt)}`);
  const query = sql`select max(b.day) as day, count(*) as changes from (${sql.join(begin, sql` union all `)}) b
    where b.day >= ${from} and b.day <= ${to} group by ${start(sql`b.day`, grain)}`;
  const days = await snapshot.all<DayOfChange>(query);
  const due = await snapshot.all<{ day: CivilDate; changes: number }>(
    sql`select m.due_latest as day, count(distinct m.stream) as changes ${fromKnownAt('commitments', knownAt)}
      and m.status = 'open' and m.due_latest is not null group by m.due_latest`,
  );
  const overdue = due
    .map(({ day, changes }) => ({ day: addDays(day, 1), changes }))
    .filter(({ day }) => day >= from && day <= to);
  return together([...days, ...overdue], grain);
}

async function momentsOf(snapshot: Snapshot, knownAt: Instant, grain: Grain): Promise<MomentOfRecording[]> {
  const query = sql`select max(e.known_at) as "knownAt", count(*) as entries from entries e
    where e.known_at <= ${knownAt} group by ${start(sql`e.known_at`, grain)} order by max(e.known_at)`;
  return [...(await snapshot.all<MomentOfRecording>(query))];
}

const start = (text: RawBuilder<unknown>, grain: Grain): RawBuilder<unknown> =>
  sql`substr(${text}, 1, ${sql.lit(LENGTHS[grain])})`;

/** One mark for each stretch of a grain, on the last of its days. */
function together(days: readonly DayOfChange[], grain: Grain): DayOfChange[] {
  const marks = new Map<string, DayOfChange>();
  for (const { day, changes } of days.toSorted((a, b) => (a.day < b.day ? -1 : 1))) {
    const stretch = day.slice(0, LENGTHS[grain]);
    marks.set(stretch, { day, changes: changes + (marks.get(stretch)?.changes ?? 0) });
  }
  return [...marks.values()];
}
