import { type Authority, type BlockEvent, type ProgressStage } from '@cadre/domain';
import { type CountRange, type Told } from '@cadre/kernel';
import { blank, type Columns, readModel, type Values } from '../read-model.js';

/** For each stage the count last reported: both ends null when it is not reported, the words of a source that gives no number beside it. */
const columns = {
  name: 'text',
  group_name: 'text',
  grade: 'text',
  status: 'text',
  proposed_at_least: 'int',
  proposed_at_most: 'int',
  approved_at_least: 'int',
  approved_at_most: 'int',
  /** Posts told apart so far; null when none was. */
  identified: 'int',
  advertised_at_least: 'int',
  advertised_at_most: 'int',
  advertised_wording: 'text',
  selected_at_least: 'int',
  selected_at_most: 'int',
  selected_wording: 'text',
  on_duty_at_least: 'int',
  on_duty_at_most: 'int',
  on_duty_wording: 'text',
  unit_ids: 'json',
  breakdown: 'objects',
  /** How the decision is cited, and what sort of decision it is. */
  authority: 'text',
  authority_kind: 'text',
  /** The body whose advice went against the posts. */
  advised_against_by: 'text',
} as const satisfies Columns;

type Block = Values<typeof columns>;

const initial: Block = blank(columns);

/** Post blocks: what was proposed, approved and told apart, and how far the posts have come. */
export const blocks = readModel<Block, BlockEvent, typeof columns>({
  table: 'blocks',
  category: 'block',
  columns,
  progress: ['status', 'identified'],
  words: { status: ['proposed', 'partly approved', 'approved', 'not recommended', 'declined'] },
  initial,
  evolve,
  rows: (block) => (block === initial ? [] : [{ item: '', ...block }]),
});

function evolve(block: Block, { event }: Told<BlockEvent>): Block {
  switch (event.type) {
    case 'PostProposed':
      return { ...described(block, event.data), status: 'proposed', ...counted('proposed', event.data.count) };
    case 'PostApproved':
      return approved(described(block, event.data), event.data);
    case 'PostApprovalRevised':
      return approved(block, event.data);
    case 'PostNotRecommended':
      return { ...block, status: 'not recommended', advised_against_by: event.data.body };
    case 'PostDeclined': {
      const { reference, kind } = event.data.authority;
      return { ...block, status: 'declined', authority: reference, authority_kind: kind };
    }
    case 'PostIdentified':
      return { ...block, identified: (block.identified ?? 0) + 1 };
    case 'BlockProgressReported': {
      const { stage, count, wording } = event.data;
      const name = STAGE_COLUMNS[stage];
      return { ...block, ...counted(name, count), [`${name}_wording`]: wording };
    }
  }
}

/** By the latest decision on the number. */
function approved(block: Block, { count, authority }: { count: CountRange; authority: Authority }): Block {
  const isLess = count.atMost !== null && block.proposed_at_least !== null && count.atMost < block.proposed_at_least;
  return {
    ...block,
    ...counted('approved', count),
    status: isLess ? 'partly approved' : 'approved',
    authority: authority.reference,
    authority_kind: authority.kind,
  };
}

/** How the columns of a stage begin. */
export const STAGE_COLUMNS: Readonly<Record<ProgressStage, 'advertised' | 'selected' | 'on_duty'>> = {
  advertised: 'advertised',
  selected: 'selected',
  'on duty': 'on_duty',
};

function described(block: Block, data: Extract<BlockEvent, { type: 'PostProposed' | 'PostApproved' }>['data']): Block {
  return {
    ...block,
    name: data.name ?? block.name,
    group_name: data.group ?? block.group_name,
    grade: data.grade ?? block.grade,
    unit_ids: data.unitIds.length > 0 ? data.unitIds : block.unit_ids,
    breakdown: data.breakdown.length > 0 ? data.breakdown : block.breakdown,
  };
}

function counted(name: string, count: CountRange | null): Partial<Block> {
  return { [`${name}_at_least`]: count?.atLeast ?? null, [`${name}_at_most`]: count?.atMost ?? null };
}
