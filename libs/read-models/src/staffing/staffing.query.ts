import type { Because, CountAnswer, StaffingAnswer, StaffingPostAnswer } from '@cadre/contract';
import { GRADES } from '@cadre/domain';
import { type RawBuilder, sql } from 'kysely';
import { type AsOfDates, fromAsOf } from '../as-of.js';
import { foldName } from '../names/fold-name.js';
import { notReported, reported } from '../table/counts.js';
import { conditionOf } from '../table/filters.js';
import { pageOf, type SortKey, type Tallied } from '../table/page.js';
import { asOfAnswer, type Condition } from '../table/possible.js';
import { isToldOf } from '../table/table.query.js';
import { type Snapshot, type Tables } from '../tables/tables.js';
import { type SqlWords } from '../tables/words.js';
import { postRows } from './post-rows.js';
import { inState, POST_STATES, type PostState } from './states.js';

/** By what the staffing table can be in order. */
export const STAFFING_SORTS = ['number', 'title', 'grade', 'unit', 'state', 'vacancy'] as const;
export type StaffingSort = (typeof STAFFING_SORTS)[number];

/** Which posts, in which order, from where on. */
export interface StaffingQuestion extends AsOfDates {
  /** Only of these units, their sub-units included. */
  readonly units?: readonly string[];
  readonly grades?: readonly string[];
  /** In any of these states; standing ones when none is named. */
  readonly states?: readonly PostState[];
  readonly block?: string;
  /** Titles, numbers, ids, holders or unit names that contain it, whatever the case. */
  readonly text?: string;
  /** Vacancy: the most recent first. Grades: the highest first. */
  readonly sort: StaffingSort;
  readonly descending: boolean;
  readonly offset: number;
  readonly limit: number;
}

/** One page of the staffing table as of two dates: a row per post, whatever is possible said of it. */
export function staffingAnswer(tables: Tables, question: StaffingQuestion): Promise<StaffingAnswer> {
  return tables.read(async (snapshot) => {
    const { states = [], sort, descending, offset, limit } = question;
    const among = await wanted(snapshot, question);
    const page = await pageOf(snapshot, {
      table: 'posts',
      dates: question,
      asked: inState(among, states),
      tallied: POST_STATES.map((state) => inState(among, [state])),
      ...orderOf(snapshot.words, question, sort, descending),
      offset,
      limit,
    });
    const posts = await postRows(snapshot, page.streams, question);
    const isTold = page.total.possibly > 0 || (await isToldOf(snapshot, 'posts', question, {}));
    const because = [...new Map(posts.flatMap((post) => post.because).map((it) => [it.eventId, it])).values()];
    return {
      asOf: await asOfAnswer(snapshot, question),
      total: countOf(isTold, page.total, because),
      states: POST_STATES.map((state, i) => ({ state, count: countOf(isTold, page.tallies[i]!) })),
      grades: await gradesOf(snapshot, question),
      offset,
      limit,
      posts,
    };
  });
}

/** One post by itself. */
export function staffingPostAnswer(
  tables: Tables,
  { postId, ...dates }: AsOfDates & { readonly postId: string },
): Promise<StaffingPostAnswer> {
  return tables.read(async (snapshot) => ({
    asOf: await asOfAnswer(snapshot, dates),
    post: (await postRows(snapshot, [`post-${postId}`], dates))[0] ?? null,
  }));
}

function countOf(isTold: boolean, { surely, possibly }: Tallied, because: Because[] = []): CountAnswer {
  return isTold ? reported(surely, possibly, because) : notReported();
}

/** What is asked for, whatever the state. */
async function wanted(
  snapshot: Snapshot,
  { validOn, knownAt, units, grades, block, text }: StaffingQuestion,
): Promise<Condition> {
  const dates = { validOn, knownAt };
  const condition = await conditionOf(snapshot, 'posts', dates, {
    ...(units ? { unit_id: units, within: 'true' } : {}),
    ...(grades ? { grade: grades } : {}),
    ...(block === undefined ? {} : { block_id: [block] }),
  });
  if (text === undefined) return condition;
  const says = contains(snapshot.words, dates, text);
  return { possibly: sql`(${condition.possibly} and ${says})`, surely: sql`(${condition.surely} and ${says})` };
}

/** Any name of the post or its unit, its number, its id or a holder's contains a text. */
function contains(words: SqlWords, dates: AsOfDates, text: string): RawBuilder<unknown> {
  const folded = foldName(text);
  const named = sql`select m.about ${fromAsOf(words, 'names', dates)} and ${words.contains(sql`m.folded`, folded)}`;
  const plain = text.trim().toLowerCase();
  const inText = (column: RawBuilder<unknown>): RawBuilder<unknown> =>
    words.contains(sql`lower(coalesce(${column}, ''))`, plain);
  return sql`(m.stream in (${named}) or ('unit-' || coalesce(m.unit_id, '')) in (${named})
    or ${inText(sql`m.number`)} or ${inText(sql`m.stream`)} or ${inText(sql`m.person_ids`)})`;
}

function orderOf(
  words: SqlWords,
  dates: AsOfDates,
  sort: StaffingSort,
  isDescending: boolean,
): { readonly keys: readonly SortKey[]; readonly join?: { by: RawBuilder<unknown>; left: RawBuilder<unknown> } } {
  const title = { key: sql`lower(m.title)`, isDescending: false };
  switch (sort) {
    case 'number':
      return { keys: [{ key: sql`m.number`, isDescending }, title] };
    case 'title':
      return { keys: [{ ...title, isDescending }] };
    case 'grade':
      return { keys: [{ key: GRADE_RANK, isDescending }, { key: sql`m.grade`, isDescending }, title] };
    case 'state':
      return { keys: [{ key: STATE_RANK, isDescending }, title] };
    case 'unit':
      return { keys: [{ key: null, joined: sql`u.unit_name`, isDescending }, title], join: unitNames(words, dates) };
    case 'vacancy': // the longer it is, the earlier the day
      return { keys: VACANT_SINCE.map((key) => ({ key, isDescending: !isDescending })) };
  }
}

/** Known grades from the highest to the lowest; others after them. */
const GRADE_RANK = sql`case ${sql.join(
  GRADES.map((grade, i) => sql`when m.grade = ${sql.lit(grade)} then ${sql.lit(i)}`),
  sql` `,
)} when m.grade is not null then ${sql.lit(GRADES.length)} end`;

const STATE_RANK = sql`case when m.standing = 'abolished' then 5 when m.standing = 'lapsed' then 4
  when m.occupancy = 'filled' then 3 when m.occupancy = 'not reported' then 2 when m.standing = 'frozen' then 1
  when m.occupancy = 'vacant' then 0 end`;

const VACANT = sql`m.standing in ('live', 'frozen') and m.vacant_latest is not null`;
const VACANT_SINCE = [
  sql`case when ${VACANT} then m.vacant_latest end`,
  sql`case when ${VACANT} then coalesce(m.vacant_earliest, '') end`,
];

function unitNames(words: SqlWords, dates: AsOfDates): { by: RawBuilder<unknown>; left: RawBuilder<unknown> } {
  return {
    by: sql`'unit-' || m.unit_id`,
    left: sql`left join (select m.stream as unit_stream, min(lower(m.name)) as unit_name
      ${fromAsOf(words, 'units', dates)} and m.present = 1 group by m.stream) u on u.unit_stream = q.joined_by`,
  };
}

async function gradesOf(snapshot: Snapshot, { validOn, knownAt }: AsOfDates): Promise<string[]> {
  const from = fromAsOf(snapshot.words, 'posts', { validOn, knownAt });
  const rows = await snapshot.all<{ grade: string }>(
    sql`select distinct m.grade as grade ${from} and m.grade is not null order by m.grade`,
  );
  const rank = (grade: string): number => (GRADES.includes(grade) ? GRADES.indexOf(grade) : GRADES.length);
  return rows.map(({ grade }) => grade).toSorted((a, b) => rank(a) - rank(b));
}
