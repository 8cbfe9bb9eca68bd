import type { Because } from '@cadre/contract';
import { type CivilDate, type Instant } from '@cadre/kernel';
import { sql } from 'kysely';
import { AT_LAST } from '../as-of.js';
import { groupBy } from '../group-by.js';
import { type ToldEntry, toldOver, type ToldOver } from '../history/placing.js';
import { type Thing, thingsOver, type ThingsOver, valuesIn } from '../table/possible.js';
import { type Snapshot } from '../tables/tables.js';
import { type IdentifiedPost } from './tally.js';

/** Everything the counts of one block draw on. */
export interface BlockMaterial {
  readonly block: Thing;
  /** Entries of its stream that possibly had happened by then. */
  readonly told: readonly ToldEntry[];
  readonly posts: readonly IdentifiedPost[];
  /** The entries that told posts apart, by the id of the post. */
  readonly identifiedAs: ReadonlyMap<string, ToldEntry>;
  /** Cases opened for the block as a whole. */
  readonly cases: readonly Thing[];
  /** Entries that posts and cases rest on; empty where nobody asks. */
  readonly causes: ReadonlyMap<string, Because>;
}

/** Single posts and recruitment cases, found by what they are about. */
export interface PostsAndCases {
  readonly postsOf: ReadonlyMap<string, readonly Thing[]>;
  readonly casesOfPost: ReadonlyMap<string, readonly Thing[]>;
  readonly casesOfBlock: ReadonlyMap<string, readonly Thing[]>;
}

/** Sorts posts and cases by the blocks and posts they are about. */
export function sorted(posts: readonly Thing[], cases: readonly Thing[]): PostsAndCases {
  const blocksOf = (thing: Thing): readonly string[] =>
    valuesIn<string | null>(thing, 'block_id').filter((id) => id !== null);
  const byBlock = (things: readonly Thing[]): Map<string, Thing[]> => {
    const pairs = things.flatMap((thing) => blocksOf(thing).map((id) => ({ id, thing })));
    return new Map([...groupBy(pairs, ({ id }) => id)].map(([id, those]) => [id, those.map(({ thing }) => thing)]));
  };
  return {
    postsOf: byBlock(posts),
    casesOfPost: groupBy(cases, ({ item }) => item),
    casesOfBlock: byBlock(cases.filter(({ item }) => item === '')),
  };
}

/** What the counts of a block draw on, out of all posts and cases there are. */
export function materialOf(
  block: Thing,
  told: readonly ToldEntry[],
  { postsOf, casesOfPost, casesOfBlock }: PostsAndCases,
  causes: ReadonlyMap<string, Because>,
): BlockMaterial {
  const identifiedAs = new Map(
    told.filter(({ type }) => type === 'PostIdentified').map((entry) => [entry.data['postId'] as string, entry]),
  );
  const own = new Map((postsOf.get(block.id) ?? []).map((post) => [post.id, post]));
  const posts = [...new Set([...identifiedAs.keys(), ...own.keys()])].map((postId) => ({
    postId,
    isSurelyIdentified: identifiedAs.get(postId)?.surely ?? own.get(postId)!.surely,
    post: own.get(postId) ?? null,
    cases: casesOfPost.get(postId) ?? [],
  }));
  return { block, told, posts, identifiedAs, cases: casesOfBlock.get(block.id) ?? [], causes };
}

/** One block on any day as known at a moment, read once: its own rows and those of its posts and their cases, no others. */
export interface BlockOver {
  on(validOn: CivilDate): BlockMaterial | null;
  /** Days on which anything about it begins to be otherwise. */
  readonly turns: readonly CivilDate[];
  /** Nothing is told of it by that moment. */
  readonly isUntold: boolean;
}

/** Reads a block to be asked for many days. */
export async function blockOver(snapshot: Snapshot, id: string, knownAt: Instant): Promise<BlockOver> {
  const stream = `block-${id}`;
  const blocks = await thingsOver(snapshot, 'blocks', knownAt, sql`m.stream = ${stream}`);
  const told = await toldOver(snapshot, stream, knownAt);
  const all = told.by(AT_LAST);
  const ids = all.flatMap(({ data }) => (data['postId'] as string | undefined) ?? []);
  const posts = await thingsOver(snapshot, 'posts', knownAt, sql`m.block_id = ${id}`);
  const about = snapshot.words.among(sql`m.item`, ids);
  const cases = await thingsOver(snapshot, 'recruitment', knownAt, sql`(m.block_id = ${id} or ${about})`);
  const parts: readonly (ToldOver | ThingsOver)[] = [blocks, told, posts, cases];
  const turns = [...new Set(parts.flatMap((part) => part.turns))].toSorted();
  return {
    turns,
    isUntold: all.length === 0,
    on(validOn) {
      const block = blocks.on(validOn)[0];
      if (block === undefined) return null;
      return materialOf(block, told.by(validOn), sorted(posts.on(validOn), cases.on(validOn)), new Map());
    },
  };
}
