import { type CountRange, exactCount } from '@cadre/kernel';
import { type Because, type BlockAnswer, type CountAnswer, type PromiseSummary } from '../answers.js';
import { type ToldEntry } from '../history/placing.js';
import { countOver, less, notReported, rangeOf, reported } from '../table/counts.js';
import { type State, type Thing, valuesIn } from '../table/possible.js';
import { cellsOf } from './cells.js';
import { hasReached, type IdentifiedPost, isOnDuty, reaches, stageCount, type Tally, tallyOf } from './tally.js';

/** Everything an answer on one block draws on. */
export interface BlockMaterial {
  readonly block: Thing;
  /** Entries of its stream that possibly had happened by then. */
  readonly told: readonly ToldEntry[];
  readonly posts: readonly IdentifiedPost[];
  /** Cases opened for the block as a whole. */
  readonly cases: readonly Thing[];
  readonly promises: PromiseSummary[];
  /** Entries that posts and cases rest on. */
  readonly causes: ReadonlyMap<string, Because>;
}

type Stage = 'advertised' | 'selected' | 'on_duty';

/** A block with its counts by stage. */
export function blockAnswer(material: BlockMaterial): BlockAnswer {
  const { block, told, promises, posts } = material;
  const by = (...types: readonly string[]): Because[] =>
    told.filter(({ type }) => types.includes(type)).map((entry) => entry.because);
  const proposed = countOver(rangesIn(block, 'proposed'), by('PostProposed'));
  const approvals = approvalsIn(block);
  const approved = countOver(approvals, by('PostApproved', 'PostApprovalRevised', 'PostDeclined'));
  const advertised = stageAnswer(material, 'advertised', approved.atMost);
  const selected = stageAnswer(material, 'selected', approved.atMost);
  const onDuty = stageAnswer(material, 'on_duty', approved.atMost);
  const progress = (stage: Stage): CountRange | null => rangeOf(countOver(progressIn(material, stage)));
  const counts = { approved: rangeOf(approved), advertised: progress('advertised'), selected: progress('selected') };
  return {
    stream: block.stream,
    id: block.id,
    name: last(block, 'name') ?? block.id,
    group: last(block, 'group_name'),
    grade: last(block, 'grade'),
    statuses: [...valuesIn<string>(block, 'status')],
    certain: block.certain,
    proposed,
    approved,
    notApproved: notApproved(
      block,
      approvals,
      by('PostProposed', 'PostApproved', 'PostApprovalRevised', 'PostDeclined'),
    ),
    identified: countOver(identifiedIn(block), by('PostIdentified')),
    advertised,
    selected,
    onDuty,
    stillToReport: stillToReport(selected, approved, onDuty),
    cells: cellsOf({ ...counts, onDuty: progress('on_duty') }, posts),
    promises,
    because: told.filter(({ type }) => type !== 'PostIdentified').map((entry) => entry.because),
  };
}

const last = (block: Thing, column: string): string | null => valuesIn<string | null>(block, column).at(-1) ?? null;

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
  const [from, words] = selected.notReported ? [approved, 'approved'] : [selected, 'selected'];
  const rest = less(rangeOf(from), rangeOf(onDuty));
  const because = [...from.because, ...onDuty.because];
  return rest === null ? notReported(because) : reported(rest.atLeast, rest.atMost, because, `${words} less on duty`);
}

function stageAnswer(material: BlockMaterial, stage: Stage, approvedAtMost: number | null): CountAnswer {
  const { block, told, posts, causes } = material;
  const tally = tallyIn(posts, stage);
  const reports = told.filter(
    ({ type, data }) => type === 'BlockProgressReported' && data['stage'] === stage.replace('_', ' '),
  );
  const things = stage === 'on_duty' ? posts.flatMap(({ post }) => post ?? []) : casesOf(material);
  const rests = tally.isTold || things.length > 0 ? things.flatMap(stageCauses) : [];
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
function progressIn({ block, cases }: BlockMaterial, stage: Stage): readonly (CountRange | null)[] {
  const own = rangesIn(block, stage);
  if (stage !== 'advertised' || own.some((range) => range !== null)) return own;
  return cases.flatMap(({ states }) =>
    states.map((state) => (reaches(state, 'advertised') ? rangeIn(state, 'openings') : null)),
  );
}
