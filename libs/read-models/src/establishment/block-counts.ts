import type { Because, BlockAnswer, CountAnswer } from '@cadre/contract';
import { type CountRange, exactCount } from '@cadre/kernel';
import { countOver, less, notReported, rangeOf, reported } from '../table/counts.js';
import { type State, type Thing, valuesIn } from '../table/possible.js';
import { type BlockMaterial } from './block-material.js';
import { hasReached, type IdentifiedPost, isOnDuty, reaches, stageCount, type Tally, tallyOf } from './tally.js';

/** Stages of which counts may be reported for a block as a whole. */
export type Stage = 'advertised' | 'selected' | 'on_duty';

/** How many posts of a block have come how far. */
export type StageCounts = Pick<
  BlockAnswer,
  | 'proposed'
  | 'approved'
  | 'notApproved'
  | 'identified'
  | 'advertised'
  | 'selected'
  | 'onDuty'
  | 'stillToReport'
  | 'unreported'
>;

/** The counts of a block by stage. */
export function blockCounts(material: BlockMaterial): StageCounts {
  const { block, told } = material;
  const by = (...types: readonly string[]): Because[] =>
    told.filter(({ type }) => types.includes(type)).map((entry) => entry.because);
  const decisions = by('PostApproved', 'PostApprovalRevised', 'PostDeclined');
  const approvals = approvalsIn(block);
  const approved = countOver(approvals, decisions);
  const advertised = stageAnswer(material, 'advertised', approved.atMost);
  const selected = stageAnswer(material, 'selected', approved.atMost);
  const onDuty = stageAnswer(material, 'on_duty', approved.atMost);
  return {
    proposed: countOver(rangesIn(block, 'proposed'), by('PostProposed')),
    approved,
    notApproved: notApproved(block, approvals, [...by('PostProposed'), ...decisions]),
    identified: countOver(identifiedIn(block), by('PostIdentified')),
    advertised,
    selected,
    onDuty,
    stillToReport: stillToReport(selected, approved, onDuty),
    unreported: unreported(material, approvals, [...decisions, ...onDuty.because]),
  };
}

/** The last value a column of a block can have, or null. */
export const last = (block: Thing, column: string): string | null =>
  valuesIn<string | null>(block, column).at(-1) ?? null;

function rangeIn({ values }: State, name: string): CountRange | null {
  const atLeast = (values[`${name}_at_least`] ?? null) as number | null;
  return atLeast === null ? null : { atLeast, atMost: values[`${name}_at_most`] as number | null };
}

const rangesIn = (block: Thing, name: string): readonly (CountRange | null)[] =>
  block.states.map((state) => rangeIn(state, name));

/** Posts declined are posts not approved, and that is told: none were. */
function approvalsIn(block: Thing): readonly (CountRange | null)[] {
  return block.states.map((state) =>
    state.values['status'] === 'declined' ? exactCount(0) : rangeIn(state, 'approved'),
  );
}

function identifiedIn(block: Thing): readonly (CountRange | null)[] {
  return block.states.map(({ values }) => (values['identified'] ? exactCount(values['identified'] as number) : null));
}

function notApproved(block: Thing, approvals: readonly (CountRange | null)[], because: Because[]): CountAnswer {
  const proposals = rangesIn(block, 'proposed');
  const rest = proposals.map((proposed, i) => less(proposed, approvals[i]!));
  return countOver(rest, because, 'proposed less approved');
}

function stillToReport(selected: CountAnswer, approved: CountAnswer, onDuty: CountAnswer): CountAnswer {
  const [from, words] = selected.notReported
    ? ([approved, 'approved less on duty'] as const)
    : ([selected, 'selected less on duty'] as const);
  const rest = less(rangeOf(from), rangeOf(onDuty));
  const because = [...from.because, ...onDuty.because];
  return rest === null ? notReported(because) : reported(rest.atLeast, rest.atMost, because, words);
}

/** Approved posts of which nothing says whether anyone is on duty; none when a count is reported for the block as a whole. */
function unreported(
  { block, posts }: BlockMaterial,
  approvals: readonly (CountRange | null)[],
  because: Because[],
): CountAnswer {
  const { surely, surelyNot, told } = tallyIn(posts, 'on_duty');
  const toldOf = { atLeast: surely + surelyNot, atMost: told };
  const rests = rangesIn(block, 'on_duty').map((report, i) => {
    const approval = approvals[i]!;
    return approval === null ? null : report === null ? less(approval, toldOf) : exactCount(0);
  });
  return countOver(rests, because, 'approved less those told of');
}

function stageAnswer(material: BlockMaterial, stage: Stage, approvedAtMost: number | null): CountAnswer {
  const { block, told, posts, causes } = material;
  const tally = tallyIn(posts, stage);
  const reports = told.filter(
    ({ type, data }) => type === 'BlockProgressReported' && data['stage'] === stage.replace('_', ' '),
  );
  const things = stage === 'on_duty' ? posts.flatMap(({ post }) => post ?? []) : casesOf(material);
  const rests = tally.told > 0 || things.length > 0 ? things.flatMap(stageCauses) : [];
  const because = [...reports.map((entry) => entry.because), ...new Set(rests.flatMap((id) => causes.get(id) ?? []))];
  const wording = last(block, `${stage}_wording`);
  return stageCount(progressIn(material, stage), tally, approvedAtMost, { because, wording });
}

/** The entries that say how far a post or a case has come. */
export function stageCauses({ states }: Thing): readonly string[] {
  return states.map((state) => {
    const { standing, occupancy } = state.values;
    if (occupancy === undefined) return state.causeOf('stage');
    return state.causeOf(standing === 'lapsed' || standing === 'abolished' ? 'standing' : 'occupancy');
  });
}

function tallyIn(posts: readonly IdentifiedPost[], stage: Stage): Tally {
  return tallyOf(posts.map((post) => (stage === 'on_duty' ? isOnDuty(post) : hasReached(post, stage))));
}

const casesOf = ({ posts, cases }: BlockMaterial): readonly Thing[] => [
  ...posts.flatMap((post) => post.cases),
  ...cases,
];

/** Counts reported for the block as a whole; else, for advertising, the openings of the cases opened for it. */
export function progressIn({ block, cases }: BlockMaterial, stage: Stage): readonly (CountRange | null)[] {
  const own = rangesIn(block, stage);
  if (stage !== 'advertised' || own.some((range) => range !== null)) return own;
  return cases.flatMap(({ states }) =>
    states.map((state) => (reaches(state, 'advertised') ? rangeIn(state, 'openings') : null)),
  );
}
