import type { BlockAnswer, PromiseSummary } from '@cadre/contract';
import { type CountRange } from '@cadre/kernel';
import { countOver, rangeOf } from '../table/counts.js';
import { valuesIn } from '../table/possible.js';
import { blockCounts, last, progressIn, type Stage } from './block-counts.js';
import { type BlockMaterial } from './block-material.js';
import { cellsOf } from './cells.js';

/** A block with its counts by stage, a cell per approved post, and what is promised about it. */
export function blockAnswer(material: BlockMaterial, promises: PromiseSummary[]): BlockAnswer {
  const { block, told, posts } = material;
  const counts = blockCounts(material);
  const progress = (stage: Stage): CountRange | null => rangeOf(countOver(progressIn(material, stage)));
  return {
    stream: block.stream,
    id: block.id,
    name: last(block, 'name') ?? block.id,
    group: last(block, 'group_name'),
    grade: last(block, 'grade'),
    statuses: [...valuesIn<string>(block, 'status')],
    certain: block.certain,
    ...counts,
    cells: cellsOf(
      {
        approved: rangeOf(counts.approved),
        advertised: progress('advertised'),
        selected: progress('selected'),
        onDuty: progress('on_duty'),
      },
      posts,
    ),
    promises,
    because: told.filter(({ type }) => type !== 'PostIdentified').map((entry) => entry.because),
  };
}
