import { sql } from 'kysely';
import { type BlockAnswer, type CountAnswer, type EstablishmentAnswer, type GroupTotals } from '../answers.js';
import { type AsOfDates } from '../as-of.js';
import { groupBy } from '../group-by.js';
import { becauseOf } from '../history/entry-rows.js';
import { type ToldEntry, toldOf } from '../history/placing.js';
import { promisesByStream } from '../promises/promises.query.js';
import { notReported, plus, rangeOf, reported } from '../table/counts.js';
import { asOfAnswer, type Thing, thingsOf, valuesIn } from '../table/possible.js';
import { type Tables } from '../tables/tables.js';
import { blockAnswer, stageCauses } from './block-answer.js';
import { type IdentifiedPost } from './tally.js';

/** Post blocks as of two dates, with how far their posts have come, and totals within each group of blocks. */
export function establishmentAnswer(tables: Tables, dates: AsOfDates): Promise<EstablishmentAnswer> {
  return tables.read(async (snapshot) => {
    const ofBlocks = sql`m.block_id is not null`;
    const posts = await thingsOf(snapshot, 'posts', dates, { possibly: ofBlocks, surely: ofBlocks });
    const cases = await thingsOf(snapshot, 'recruitment', dates);
    const causes = await becauseOf(snapshot, [...posts, ...cases].flatMap(stageCauses));
    const promises = await promisesByStream(snapshot, dates);
    const blocks: BlockAnswer[] = [];
    for (const block of await thingsOf(snapshot, 'blocks', dates)) {
      const told = await toldOf(snapshot, block.stream, dates);
      const material = {
        block,
        told,
        posts: identifiedPosts(block, told, posts, cases),
        cases: cases.filter((it) => it.item === '' && valuesIn(it, 'block_id').includes(block.id)),
        promises: promises.get(block.stream) ?? [],
        causes,
      };
      blocks.push(blockAnswer(material));
    }
    return { asOf: await asOfAnswer(snapshot, dates), blocks, groups: groupTotals(blocks) };
  });
}

/** Posts drawn from a block, as the block tells it or as they tell it themselves. */
function identifiedPosts(
  block: Thing,
  told: readonly ToldEntry[],
  posts: readonly Thing[],
  cases: readonly Thing[],
): readonly IdentifiedPost[] {
  const identified = new Map(
    told.filter(({ type }) => type === 'PostIdentified').map(({ data, surely }) => [data['postId'] as string, surely]),
  );
  const own = new Map(
    posts.filter((post) => valuesIn(post, 'block_id').includes(block.id)).map((post) => [post.id, post]),
  );
  return [...new Set([...identified.keys(), ...own.keys()])].map((postId) => ({
    postId,
    isSurelyIdentified: identified.get(postId) ?? own.get(postId)!.surely,
    post: own.get(postId) ?? null,
    cases: cases.filter(({ item }) => item === postId),
  }));
}

/** Totals within named groups only: whether one group lies within another is not known. */
function groupTotals(blocks: readonly BlockAnswer[]): GroupTotals[] {
  const groups = groupBy(blocks, ({ group }) => group);
  groups.delete(null);
  return [...groups].map(([group, members]) => ({
    group: group!,
    proposed: totalOf(members.map(({ proposed }) => proposed)),
    approved: totalOf(members.map(({ approved }) => approved)),
  }));
}

/** A sum; with no upper end when a part of it is not reported. */
function totalOf(parts: readonly CountAnswer[]): CountAnswer {
  const told = parts.filter((part) => !part.notReported);
  const because = told.flatMap((part) => part.because);
  if (told.length === 0) return notReported();
  const sum = told.map((part) => rangeOf(part)!).reduce(plus);
  return told.length === parts.length
    ? reported(sum.atLeast, sum.atMost, because, `sum of ${parts.length} blocks`)
    : reported(sum.atLeast, null, because, `not reported for ${parts.length - told.length} of ${parts.length} blocks`);
}
