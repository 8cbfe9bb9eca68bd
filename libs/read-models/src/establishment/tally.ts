import type { Because, CountAnswer } from '@cadre/contract';
import { type CountRange } from '@cadre/kernel';
import { countOver, notReported, rangeOf, reported } from '../table/counts.js';
import { type State, type Thing } from '../table/possible.js';
import { STAGES } from './recruitment.rows.js';

/** How many identified posts of a block reached a stage. */
export interface Tally {
  readonly surely: number;
  readonly possibly: number;
  readonly surelyNot: number;
  /** Of how many of them something was told. */
  readonly told: number;
}

/** An identified post, as its table tells of it (null: not yet), and the recruitment cases about it. */
export interface IdentifiedPost {
  readonly postId: string;
  readonly isSurelyIdentified: boolean;
  readonly post: Thing | null;
  readonly cases: readonly Thing[];
}

export type Verdict = 'yes' | 'possibly' | 'no' | 'not reported';

/** Whether the post is held by someone on duty. */
export function isOnDuty({ post }: IdentifiedPost): Verdict {
  if (post === null) return 'not reported';
  const said = post.states.map((state) => holding(state));
  if (said.every((it) => it === 'filled')) return 'yes';
  if (said.every((it) => it === 'vacant')) return 'no';
  return said.includes('filled') ? 'possibly' : 'not reported';
}

function holding({ present, values }: State): 'filled' | 'vacant' | 'not reported' {
  if (!present) return 'not reported';
  if (values['standing'] === 'lapsed' || values['standing'] === 'abolished') return 'vacant';
  return values['occupancy'] as 'filled' | 'vacant' | 'not reported';
}

/** Whether any case has brought the post to a stage or beyond. */
export function hasReached({ cases }: IdentifiedPost, stage: 'advertised' | 'selected'): Verdict {
  const told = cases.map((it) => it.states.map((state) => reaches(state, stage)));
  if (told.some((states) => states.every((it) => it))) return 'yes';
  if (told.some((states) => states.some((it) => it))) return 'possibly';
  return told.length === 0 ? 'not reported' : 'no';
}

/** A case that was withdrawn from had been advertised; a cancelled one brings no post anywhere. */
export function reaches({ present, values }: State, stage: 'advertised' | 'selected'): boolean {
  if (!present) return false;
  const reached = values['stage'] === 'withdrawn' ? 'advertised' : values['stage'];
  return STAGES.indexOf(reached as never) >= STAGES.indexOf(stage);
}

/** Counts verdicts on posts. */
export function tallyOf(verdicts: readonly Verdict[]): Tally {
  const count = (...wanted: readonly Verdict[]): number => verdicts.filter((it) => wanted.includes(it)).length;
  return {
    surely: count('yes'),
    possibly: count('yes', 'possibly'),
    surelyNot: count('no'),
    told: count('yes', 'possibly', 'no'),
  };
}

/**
 * A stage of a block from both ways of telling it: counts reported for the block as a whole, and its identified posts.
 * Posts alone bound it from above only by those that surely have not come so far; nothing told of either is not reported.
 */
export function stageCount(
  progress: readonly (CountRange | null)[],
  tally: Tally,
  approvedAtMost: number | null,
  told: { readonly because: Because[]; readonly wording: string | null },
): CountAnswer {
  const counted = rangeOf(countOver(progress));
  const bound = approvedAtMost === null ? null : Math.max(tally.surely, approvedAtMost - tally.surelyNot);
  if (counted !== null) {
    const atMost = counted.atMost === null ? bound : Math.max(counted.atMost, tally.possibly);
    return reported(Math.max(counted.atLeast, tally.surely), atMost, told.because, told.wording);
  }
  return tally.told > 0
    ? reported(tally.surely, bound, told.because, told.wording)
    : notReported(told.because, told.wording);
}
