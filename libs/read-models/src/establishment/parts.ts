import type { Because, CountAnswer } from '@cadre/contract';
import { type CountRange, exactCount } from '@cadre/kernel';
import { groupBy } from '../group-by.js';
import { countOver, less, notReported, plus, rangeOf, reported } from '../table/counts.js';
import { type Thing, valuesIn } from '../table/possible.js';
import { type BlockMaterial } from './block-material.js';
import { type IdentifiedPost } from './tally.js';

/** Posts of a block that have something in common. */
export interface Part {
  readonly key: string;
  readonly authorityKind: string | null;
  readonly posts: CountAnswer;
  /** Its posts that are told apart; those that possibly belong to it as well. */
  readonly identified: readonly IdentifiedPost[];
}

/** The parts of a block, and how many posts are in none of them; null when that cannot be said. */
export interface Parted {
  readonly parts: readonly Part[];
  readonly rest: CountRange | null;
}

/** What is told of single posts, and what is told of their block as a whole. */
type Column = 'grade' | 'unit_id';
const OF_BLOCK = { grade: 'grade', unit_id: 'unit_ids' } as const;

/** Posts told apart by what is told of each; the others by what is told of the block, when that is one value. */
export function partedBy(material: BlockMaterial, column: Column, whole: CountAnswer): Parted {
  const apart = material.posts.map((post) => ({ post, values: valuesOf(material, post, column) }));
  const members = groupBy(
    apart.flatMap(({ post, values }) => values.map((key) => ({ key, post, isSure: values.length === 1 }))),
    ({ key }) => key,
  );
  members.delete(null);
  const parts = [...members].map(([key, those]) => partOf(material, column, key!, those));
  const named = namesOfBlock(material.block, column);
  const others = less(rangeOf(whole), sumOf(parts));
  if (named.length !== 1 || others === null) {
    const because = causesIn(material, material.block, OF_BLOCK[column]);
    const unnumbered = named
      .filter((key) => !members.has(key))
      .map((key) => ({ ...bare(key), posts: notReported(because) }));
    return { parts: [...parts, ...unnumbered], rest: others };
  }
  const because = causesIn(material, material.block, OF_BLOCK[column]);
  const isThere = members.has(named[0]!);
  const all = isThere ? parts : [...parts, { ...bare(named[0]!), posts: reported(0, 0) }];
  return {
    parts: all.map((part) => (part.key === named[0] ? { ...part, posts: added(part.posts, others, because) } : part)),
    rest: exactCount(0),
  };
}

/** The source's own parting of the block. */
export function partedBySource(material: BlockMaterial, of: 'approved' | 'proposed'): Parted {
  const said = material.block.states.map(({ values }) => ({
    whole: wholeIn(values, of),
    parts: (values['breakdown'] ?? []) as readonly { readonly what: string; readonly count: CountRange }[],
  }));
  const because = causesIn(material, material.block, 'breakdown');
  const keys = [...new Set(said.flatMap(({ parts }) => parts.map(({ what }) => what)))];
  const counts = (key: string): readonly (CountRange | null)[] =>
    said.map(({ parts }) => parts.find(({ what }) => what === key)?.count ?? null);
  const rests = said.map(({ whole, parts }) =>
    less(whole, parts.map(({ count }) => count).reduce(plus, exactCount(0))),
  );
  return {
    parts: keys.map((key) => ({ ...bare(key), posts: countOver(counts(key), because) })),
    rest: rangeOf(countOver(rests)),
  };
}

const bare = (key: string): Omit<Part, 'posts'> => ({ key, authorityKind: null, identified: [] });

function wholeIn(values: Readonly<Record<string, unknown>>, of: 'approved' | 'proposed'): CountRange | null {
  const atLeast = (values[`${of}_at_least`] ?? null) as number | null;
  return atLeast === null ? null : { atLeast, atMost: values[`${of}_at_most`] as number | null };
}

function namesOfBlock(block: Thing, column: Column): readonly string[] {
  const values = valuesIn<string | readonly string[] | null>(block, OF_BLOCK[column]).flatMap((it) => it ?? []);
  return [...new Set(values)];
}

function partOf(
  material: BlockMaterial,
  column: Column,
  key: string,
  members: readonly { readonly post: IdentifiedPost; readonly isSure: boolean }[],
): Part {
  const surely = members.filter(({ post, isSure }) => isSure && post.isSurelyIdentified);
  const because = members.flatMap(({ post: { post } }) => (post === null ? [] : causesIn(material, post, column)));
  const identified = members.map(({ post }) => post);
  return { key, authorityKind: null, posts: reported(surely.length, members.length, because), identified };
}

/** Every value a post can have; of one that its own stream does not tell of yet, what the block says of it. */
function valuesOf(
  { identifiedAs }: BlockMaterial,
  { post, postId }: IdentifiedPost,
  column: Column,
): readonly (string | null)[] {
  if (post !== null) return valuesIn<string | null>(post, column);
  const said = identifiedAs.get(postId)?.data;
  return [(said?.[column === 'grade' ? 'grade' : 'unitId'] ?? null) as string | null];
}

function added(posts: CountAnswer, others: CountRange, because: Because[]): CountAnswer {
  const { atLeast, atMost } = plus(rangeOf(posts)!, others);
  return reported(atLeast, atMost, [...posts.because, ...because]);
}

function causesIn({ causes }: BlockMaterial, { states }: Thing, column: string): Because[] {
  return [...new Set(states.map((state) => state.causeOf(column)))].flatMap((id) => causes.get(id) ?? []);
}

function sumOf(parts: readonly Part[]): CountRange {
  return parts.map(({ posts }) => rangeOf(posts)!).reduce(plus, exactCount(0));
}
