import type { Because, PromiseAnswer, TeamBlocker } from '@cadre/contract';
import { sql } from 'kysely';
import { type AsOfDates } from '../as-of.js';
import { blockCounts, last, stageCauses } from '../establishment/block-counts.js';
import { blockOver } from '../establishment/block-material.js';
import { isOnDuty, tallyOf } from '../establishment/tally.js';
import { groupBy } from '../group-by.js';
import { becauseOf } from '../history/entry-rows.js';
import { type ToldEntry } from '../history/placing.js';
import { promisesAnswer } from '../promises/promises.query.js';
import { less, notReported, rangeOf, reported } from '../table/counts.js';
import { causesOf, type Thing, thingsOf, valuesIn } from '../table/possible.js';
import { type Snapshot } from '../tables/tables.js';
import { missing, type Strength } from './strength.js';

/** What the log tells as of two dates that may stand between teams and their standing. */
export interface Surroundings {
  /** Open promises by the stream they are about. */
  readonly promises: ReadonlyMap<string, readonly PromiseAnswer[]>;
  /** Constraints and risks by the stream they are about. */
  readonly constraints: ReadonlyMap<string, readonly TeamBlocker[]>;
  /** Posts not surely all on duty, by the unit they are for. */
  postsFor(unitId: string): Promise<readonly TeamBlocker[]>;
  /** Members whose posts are not known to be filled. */
  duty(posted: Strength['posted']): Promise<readonly TeamBlocker[]>;
}

/** Reads what surrounds the teams; posts of a unit only when a team asks for them. */
export async function surroundingsOf(snapshot: Snapshot, dates: AsOfDates): Promise<Surroundings> {
  const { promises } = await promisesAnswer(snapshot, dates);
  const units = new Map<string, Promise<readonly TeamBlocker[]>>();
  return {
    promises: byStream(
      promises.filter(({ statuses }) => statuses.includes('open')),
      ({ about }) => about,
    ),
    constraints: await constraintsIn(snapshot, dates),
    postsFor(unitId) {
      const known = units.get(unitId) ?? postsOfUnit(snapshot, unitId, dates);
      units.set(unitId, known);
      return known;
    },
    duty: (posted) => dutyOf(snapshot, posted, dates),
  };
}

/** What stands between one team and its standing, in the order a manager can act on it. */
export async function blockersOf(
  team: Thing,
  told: readonly ToldEntry[],
  strength: Strength,
  around: Surroundings,
): Promise<TeamBlocker[]> {
  const promises = around.promises.get(team.stream) ?? [];
  const hosts = valuesIn<string | null>(team, 'unit_id');
  const units = new Set([...hosts, ...promises.map(({ ownerUnitId }) => ownerUnitId)].filter((it) => it !== null));
  const posts: TeamBlocker[] = [];
  for (const unitId of units) posts.push(...(await around.postsFor(unitId)));
  return [
    ...approvalOf(told),
    ...new Set(posts),
    ...membersOf(strength),
    ...(await around.duty(strength.posted)),
    ...promises.map(waiting),
    ...(around.constraints.get(team.stream) ?? []),
  ];
}

const BARE = { certain: true, what: null, id: null, due: null, overdue: 'no', count: null } as const;

function byStream<T>(items: readonly T[], about: (item: T) => readonly string[]): ReadonlyMap<string, readonly T[]> {
  const pairs = items.flatMap((item) => about(item).map((stream) => ({ stream, item })));
  const groups = [...groupBy(pairs, ({ stream }) => stream)];
  return new Map(groups.map(([stream, those]) => [stream, those.map(({ item }) => item)]));
}

/** That no approval is told of. It is not said to be refused. */
function approvalOf(told: readonly ToldEntry[]): TeamBlocker[] {
  const approvals = told.filter(({ type }) => type === 'TeamApproved');
  if (approvals.some(({ surely }) => surely)) return [];
  const because = told.filter(({ type }) => type === 'TeamPlanned').map((entry) => entry.because);
  return [{ ...BARE, kind: 'approval', certain: approvals.length === 0, because }];
}

/** Who is missing against the plan; nothing where no plan says how many there are to be. */
function membersOf(strength: Strength): TeamBlocker[] {
  if (strength.planned.notReported) return [];
  const count = missing(strength);
  if (!count.notReported && count.atMost === 0) return [];
  const certain = count.notReported || (count.atLeast ?? 0) > 0;
  return [{ ...BARE, kind: 'members', certain, count, because: count.because }];
}

function waiting({ id, what, due, overdue, statuses, certain, because }: PromiseAnswer): TeamBlocker {
  return { ...BARE, kind: 'promise', certain: certain && statuses[0] === 'open', what, id, due, overdue, because };
}

async function constraintsIn(
  snapshot: Snapshot,
  dates: AsOfDates,
): Promise<ReadonlyMap<string, readonly TeamBlocker[]>> {
  const isOne = snapshot.words.among(sql`m.category`, ['constraint', 'risk']);
  const condition = sql`(m.category is not null and ${isOne})`;
  const things = await thingsOf(snapshot, 'statements', dates, { possibly: condition, surely: condition });
  const causes = await becauseOf(snapshot, causesOf(things, ['text']));
  const about = (thing: Thing): readonly string[] =>
    valuesIn<string[] | null>(thing, 'about').flatMap((it) => it ?? []);
  const said = byStream(things, (thing) => [...new Set(about(thing))]);
  const shown = new Map(
    things.map((thing): [Thing, TeamBlocker] => {
      const because = causesOf([thing], ['text']).flatMap((cause) => causes.get(cause) ?? []);
      return [thing, { ...BARE, kind: 'constraint', certain: thing.certain, what: last(thing, 'text'), because }];
    }),
  );
  return new Map([...said].map(([stream, those]) => [stream, those.map((thing) => shown.get(thing)!)]));
}

/** The blocks approved for a unit whose posts are not surely all on duty. */
async function postsOfUnit(snapshot: Snapshot, unitId: string, dates: AsOfDates): Promise<readonly TeamBlocker[]> {
  const isFor = snapshot.words.holdsAny(sql`m.unit_ids`, [unitId]);
  const blocks = await thingsOf(snapshot, 'blocks', dates, { possibly: isFor, surely: isFor });
  const open: TeamBlocker[] = [];
  for (const { id } of blocks) {
    const material = (await blockOver(snapshot, id, dates.knownAt)).on(dates.validOn);
    if (material === null) continue;
    const things = material.posts.flatMap(({ post }) => post ?? []);
    const causes = await becauseOf(snapshot, things.flatMap(stageCauses));
    const { approved, onDuty } = blockCounts({ ...material, causes });
    const rest = less(rangeOf(approved), rangeOf(onDuty));
    if (approved.notReported || approved.atMost === 0 || rest?.atMost === 0) continue;
    const because = [...approved.because, ...onDuty.because];
    const count =
      rest === null ? notReported(because) : reported(rest.atLeast, rest.atMost, because, 'approved less on duty');
    const certain = count.notReported || rest!.atLeast > 0;
    open.push({ ...BARE, kind: 'posts', certain, what: last(material.block, 'name') ?? id, id, count, because });
  }
  return open;
}

async function dutyOf(
  snapshot: Snapshot,
  posted: Strength['posted'],
  dates: AsOfDates,
): Promise<readonly TeamBlocker[]> {
  if (posted.length === 0) return [];
  const condition = { possibly: sql`1 = 1`, surely: sql`1 = 1`, streams: posted.map(({ postId }) => `post-${postId}`) };
  const posts = new Map((await thingsOf(snapshot, 'posts', dates, condition)).map((post) => [post.id, post]));
  const verdicts = posted.map(({ postId }) =>
    isOnDuty({ postId, isSurelyIdentified: true, post: posts.get(postId) ?? null, cases: [] }),
  );
  const { surely, surelyNot } = tallyOf(verdicts);
  if (surely === posted.length) return [];
  const causes = await becauseOf(snapshot, [...posts.values()].flatMap(stageCauses));
  const because: Because[] = [...posted.map((it) => it.because), ...causes.values()];
  const count = reported(surelyNot, posted.length - surely, because, 'members whose posts are not known to be filled');
  return [{ ...BARE, kind: 'duty', certain: surelyNot > 0, count, because }];
}
