import type { CellRun } from '@cadre/contract';
import { type CountRange } from '@cadre/kernel';
import { hasReached, type IdentifiedPost, isOnDuty, type Verdict } from './tally.js';

type Stage = CellRun['stage'];

/** What is counted for the block as a whole; null where nothing is. */
export interface BlockCounts {
  readonly approved: CountRange | null;
  readonly advertised: CountRange | null;
  readonly selected: CountRange | null;
  readonly onDuty: CountRange | null;
}

/**
 * A block as a grid with a cell per approved post: identified posts first, each at its furthest stage, then the counts
 * reported for the rest, furthest first, then what is approved and no more. None when nothing bounds the approval.
 */
export function cellsOf(counts: BlockCounts, posts: readonly IdentifiedPost[]): CellRun[] {
  const most = counts.approved?.atMost ?? null;
  if (most === null) return [];
  const own = posts.slice(0, most).map(postCell);
  return [...own, ...restCells(counts, most, own)].filter(({ count }) => count > 0);
}

function postCell(post: IdentifiedPost): CellRun {
  const verdicts: readonly (readonly [Stage, Verdict])[] = [
    ['on duty', isOnDuty(post)],
    ['selected', hasReached(post, 'selected')],
    ['advertised', hasReached(post, 'advertised')],
  ];
  const furthest = verdicts.find(([, verdict]) => verdict === 'yes' || verdict === 'possibly');
  const [stage, isSure] = furthest ? [furthest[0], furthest[1] === 'yes'] : ['identified' as const, true];
  return { stage, certain: isSure && post.isSurelyIdentified, count: 1, postId: post.postId };
}

/** Lays the reported counts over the cells that no identified post takes; each stage counts those beyond it as well. */
function restCells(counts: BlockCounts, most: number, own: readonly CellRun[]): CellRun[] {
  const runs: CellRun[] = [];
  const end = most - own.length;
  let laid = 0;
  const lay = (stage: Stage, certain: boolean, upTo: number): void => {
    const count = Math.min(upTo, end) - laid;
    if (count <= 0) return;
    runs.push({ stage, certain, count, postId: null });
    laid += count;
  };
  const stages = [
    ['on duty', counts.onDuty, ['on duty']],
    ['selected', counts.selected, ['on duty', 'selected']],
    ['advertised', counts.advertised, ['on duty', 'selected', 'advertised']],
  ] as const;
  for (const [stage, range, andBeyond] of stages) {
    const taken = own.filter((cell) => (andBeyond as readonly Stage[]).includes(cell.stage)).length;
    lay(stage, true, (range?.atLeast ?? 0) - taken);
    lay(stage, false, (range?.atMost ?? range?.atLeast ?? 0) - taken);
  }
  lay('approved', true, counts.approved!.atLeast - own.length);
  lay('not reported', false, end);
  return runs;
}
