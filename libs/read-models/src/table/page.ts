import { type RawBuilder, sql } from 'kysely';
import { type AsOfDates, fromAsOf } from '../as-of.js';
import { first, type Snapshot } from '../tables/tables.js';
import { type Condition } from './possible.js';

/** Part of a long list: which things, in which order, and which of them to answer. */
export interface PageQuestion {
  readonly table: string;
  readonly dates: AsOfDates;
  /** What is asked for. */
  readonly asked: Condition;
  /** Conditions whose things are counted beside, whatever else is asked for. */
  readonly tallied?: readonly Condition[];
  /** By what they follow one another. */
  readonly keys: readonly SortKey[];
  /** Another table for keys that this one does not hold. */
  readonly join?: {
    /** What it is found by: an expression over `m`, which it knows as `q.joined_by`. */
    readonly by: RawBuilder<unknown>;
    /** `left join … on …` */
    readonly left: RawBuilder<unknown>;
  };
  readonly offset: number;
  readonly limit: number;
}

/** A key to sort by: an expression over `m`, the least of the possible ones, or one over the other table. What has none comes last either way. */
export type SortKey = { readonly isDescending: boolean } & (
  | { readonly key: RawBuilder<unknown>; readonly joined?: undefined }
  | { readonly key: null; readonly joined: RawBuilder<unknown> }
);

/** How many things surely and possibly meet a condition. */
export interface Tallied {
  readonly surely: number;
  readonly possibly: number;
}

/** The streams of one page, and how many there are in all. */
export interface Page {
  readonly streams: readonly string[];
  readonly total: Tallied;
  readonly tallies: readonly Tallied[];
}

/**
 * One page of the streams of a table. All that possibly match are counted and put in order by their rows alone, in time
 * that grows with what there is as of the two dates and not with the log; whatever is said of them is then read for the
 * page only. A stream matches when one of its items does.
 */
export async function pageOf(snapshot: Snapshot, question: PageQuestion): Promise<Page> {
  const { asked, tallied = [], keys, join, offset, limit } = question;
  const counted = [asked, ...tallied].map((condition, i) => ({ condition, surely: `s${i}`, possibly: `p${i}` }));
  const counts = await first<Readonly<Record<string, number | null>>>(
    snapshot,
    sql`select ${sql.join(counted.flatMap((it) => [sum(it.surely), sum(it.possibly)]))} from ${grouped(
      snapshot,
      question,
      counted.flatMap(({ condition, surely, possibly }) => [
        { name: surely, each: sql`min(${flag(condition.surely)})`, all: sql`max` },
        { name: possibly, each: sql`max(${flag(condition.possibly)})`, all: sql`max` },
      ]),
    )}`,
  );
  const tallyOf = (it: (typeof counted)[number]): Tallied => ({
    surely: counts![it.surely] ?? 0,
    possibly: counts![it.possibly] ?? 0,
  });
  const own = keys.flatMap(({ key }, i) =>
    key === null ? [] : [{ name: `k${i}`, each: sql`min(${key})`, all: sql`min` }],
  );
  const order = keys.flatMap(({ joined, isDescending }, i) => {
    const value = joined ?? sql.ref(`q.k${i}`);
    return [sql`(case when ${value} is null then 1 else 0 end)`, isDescending ? sql`${value} desc` : value];
  });
  const matching = grouped(snapshot, question, [
    { name: 'is_possibly', each: sql`max(${flag(asked.possibly)})`, all: sql`max` },
    ...own,
    ...(join ? [{ name: 'joined_by', each: sql`min(${join.by})`, all: sql`min` }] : []),
  ]);
  const rows = await snapshot.all<{ stream: string }>(sql`select q.stream from ${matching} ${join?.left ?? sql``}
    where q.is_possibly = 1 order by ${sql.join([...order, sql`q.stream`])} limit ${limit} offset ${offset}`);
  const [total, ...tallies] = counted.map(tallyOf);
  return { streams: rows.map(({ stream }) => stream), total: total!, tallies };
}

/** A column of the streams `q`: what each of its things gives, and how that is gathered. */
interface Gathered {
  readonly name: string;
  readonly each: RawBuilder<unknown>;
  readonly all: RawBuilder<unknown>;
}

/** The streams of a table as of two dates, `q`: first thing by thing, for each can be in several states. */
function grouped(
  { words }: Snapshot,
  { table, dates }: PageQuestion,
  columns: readonly Gathered[],
): RawBuilder<unknown> {
  const each = columns.map(({ name, each: said }) => sql`, ${said} as ${sql.ref(name)}`);
  const all = columns.map(({ name, all: gather }) => sql`, ${gather}(i.${sql.ref(name)}) as ${sql.ref(name)}`);
  return sql`(select i.stream ${sql.join(all, sql``)} from
    (select m.stream as stream ${sql.join(each, sql``)} ${fromAsOf(words, table, dates)} group by m.stream, m.item) i
    group by i.stream) q`;
}

const flag = (condition: RawBuilder<unknown>): RawBuilder<unknown> =>
  sql`case when m.present = 1 and (${condition}) then 1 else 0 end`;
/** Sums come as whole numbers from either engine. */
const sum = (name: string): RawBuilder<unknown> => sql`cast(sum(q.${sql.ref(name)}) as bigint) as ${sql.ref(name)}`;
