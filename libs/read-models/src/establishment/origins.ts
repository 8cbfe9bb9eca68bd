import { type Authority } from '@cadre/domain';
import { type CountRange } from '@cadre/kernel';
import { groupBy } from '../group-by.js';
import { overPossible, type ToldEntry } from '../history/placing.js';
import { countOver, less, plus } from '../table/counts.js';
import { type BlockMaterial } from './block-material.js';
import { type Part } from './parts.js';

/** Posts that rest on one decision. */
interface Origin {
  readonly decision: ToldEntry;
  readonly count: CountRange;
}

/** The approved posts of a block by the decisions they rest on: a decision for more adds, one for fewer takes from the latest. */
export function originsOf({ told, posts }: BlockMaterial): readonly Part[] {
  const decisions = told.filter(({ type }) => type in DECIDED);
  const possible = overPossible(decisions, (happened) => happened.reduce(decided, []));
  const adding = new Set(possible.flatMap((origins) => origins.map(({ decision }) => decision)));
  const byCitation = groupBy(adding, citation);
  return [...byCitation].map(([key, those]) => ({
    key,
    authorityKind: authorityOf(those[0]!).kind,
    posts: countOver(
      possible.map((origins) => sumOf(origins.filter(({ decision }) => citation(decision) === key))),
      those.map(({ because }) => because),
    ),
    identified: byCitation.size === 1 ? posts : [],
  }));
}

const DECIDED = { PostApproved: true, PostApprovalRevised: true, PostDeclined: true };

const authorityOf = ({ data }: ToldEntry): Authority => data['authority'] as Authority;
const citation = (entry: ToldEntry): string => authorityOf(entry).reference;

function decided(origins: readonly Origin[], decision: ToldEntry): readonly Origin[] {
  if (decision.type === 'PostDeclined') return [];
  const count = decision.data['count'] as CountRange;
  const before = sumOf(origins) ?? { atLeast: 0, atMost: 0 };
  if (count.atLeast >= before.atLeast) return [...origins, { decision, count: less(count, before)! }];
  let left: CountRange = count;
  return origins.map((origin) => {
    const kept = least(origin.count, left);
    left = less(left, kept)!;
    return { ...origin, count: kept };
  });
}

function sumOf(origins: readonly Origin[]): CountRange | null {
  return origins.length === 0 ? null : origins.map(({ count }) => count).reduce(plus);
}

function least(a: CountRange, b: CountRange): CountRange {
  const most = [a.atMost, b.atMost].filter((end) => end !== null);
  return { atLeast: Math.min(a.atLeast, b.atLeast), atMost: most.length === 0 ? null : Math.min(...most) };
}
