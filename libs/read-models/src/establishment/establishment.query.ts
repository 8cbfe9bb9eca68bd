import type { BlockAnswer, EstablishmentAnswer, GroupTotals } from '@cadre/contract';
import { sql } from 'kysely';
import { type AsOfDates } from '../as-of.js';
import { groupBy } from '../group-by.js';
import { becauseOf } from '../history/entry-rows.js';
import { toldOf } from '../history/placing.js';
import { promisesByStream } from '../promises/promises.query.js';
import { totalOf } from '../table/counts.js';
import { asOfAnswer, thingsOf } from '../table/possible.js';
import { type Tables } from '../tables/tables.js';
import { blockAnswer } from './block-answer.js';
import { stageCauses } from './block-counts.js';
import { materialOf, sorted } from './block-material.js';

/** Post blocks as of two dates, with how far their posts have come, and totals within each group of blocks. */
export function establishmentAnswer(tables: Tables, dates: AsOfDates): Promise<EstablishmentAnswer> {
  return tables.read(async (snapshot) => {
    const ofBlocks = sql`m.block_id is not null`;
    const posts = await thingsOf(snapshot, 'posts', dates, { possibly: ofBlocks, surely: ofBlocks });
    const cases = await thingsOf(snapshot, 'recruitment', dates);
    const causes = await becauseOf(snapshot, [...posts, ...cases].flatMap(stageCauses));
    const promises = await promisesByStream(snapshot, dates);
    const about = sorted(posts, cases);
    const blocks: BlockAnswer[] = [];
    for (const block of await thingsOf(snapshot, 'blocks', dates)) {
      const told = await toldOf(snapshot, block.stream, dates);
      blocks.push(blockAnswer(materialOf(block, told, about, causes), promises.get(block.stream) ?? []));
    }
    return { asOf: await asOfAnswer(snapshot, dates), blocks, groups: groupTotals(blocks) };
  });
}

/** Totals within named groups only: whether one group lies within another is not known. */
function groupTotals(blocks: readonly BlockAnswer[]): GroupTotals[] {
  const groups = groupBy(blocks, ({ group }) => group);
  groups.delete(null);
  return [...groups].map(([group, members]) => ({
    group: group!,
    proposed: totalOf(
      members.map(({ proposed }) => proposed),
      'blocks',
    ),
    approved: totalOf(
      members.map(({ approved }) => approved),
      'blocks',
    ),
  }));
}
