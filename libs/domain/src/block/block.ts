import {
  Command,
  type CountRange,
  decideBy,
  type Decider,
  refuse,
  type Refusal,
  type Told,
  type Warning,
} from '@cadre/kernel';
import { permitsAuthority, permitsDecliner } from './authority.js';
import type * as Events from './block.events.js';
import { type BlockEvent, type ProgressStage } from './block.events.js';

/** Records that like posts were asked for together. */
export class ProposePosts extends Command<Events.PostProposed['data']> {
  readonly type = 'ProposePosts';
}
/** Records the approval of posts by whoever may approve them, proposed before or not. */
export class ApprovePosts extends Command<Events.PostApproved['data']> {
  readonly type = 'ApprovePosts';
}
/** Records that a later decision changed how many posts are approved. */
export class RevisePostApproval extends Command<Events.PostApprovalRevised['data']> {
  readonly type = 'RevisePostApproval';
}
/** Records that an advisory body advises against the posts. */
export class RecordNonRecommendation extends Command<Events.PostNotRecommended['data']> {
  readonly type = 'RecordNonRecommendation';
}
/** Records that the posts were refused for good. */
export class DeclinePosts extends Command<Events.PostDeclined['data']> {
  readonly type = 'DeclinePosts';
}
/** Tells one post of an approved block apart. */
export class IdentifyPost extends Command<Events.PostIdentified['data']> {
  readonly type = 'IdentifyPost';
}
/** Records how many posts of the block a source says have reached a stage. */
export class ReportBlockProgress extends Command<Events.BlockProgressReported['data']> {
  readonly type = 'ReportBlockProgress';
}

export type BlockCommand =
  | ProposePosts
  | ApprovePosts
  | RevisePostApproval
  | RecordNonRecommendation
  | DeclinePosts
  | IdentifyPost
  | ReportBlockProgress;

/** What has been decided on a block; advice decides nothing. */
export type BlockStatus = 'not told of' | 'proposed' | 'partly approved' | 'approved' | 'not recommended' | 'declined';

export interface Block {
  /** 'approved' whether all or fewer than proposed; `blockStatus` tells them apart. */
  readonly standing: Exclude<BlockStatus, 'partly approved'>;
  readonly name: string | null;
  /** Null when never proposed, or when the proposal does not say how many. */
  readonly proposed: CountRange | null;
  /** Null until approved. */
  readonly approved: CountRange | null;
  /** Ids of the posts told apart so far. */
  readonly identified: readonly string[];
  /** The last report for each stage: absent when nothing was reported, count null when the stage was named without a number. */
  readonly progress: { readonly [S in ProgressStage]?: CountRange | null };
}

const initial: Block = {
  standing: 'not told of',
  name: null,
  proposed: null,
  approved: null,
  identified: [],
  progress: {},
};

/** A block's life: proposed → approved, in whole or part, or declined, with advice in between; then posts told apart one by one. */
export const block: Decider<Block, BlockCommand, BlockEvent> = {
  category: 'block',
  initial,
  natures: {
    PostProposed: 'decision',
    PostApproved: 'decision',
    PostApprovalRevised: 'decision',
    PostNotRecommended: 'decision',
    PostDeclined: 'decision',
    PostIdentified: 'decision',
    BlockProgressReported: 'occurrence',
  },
  decide: decideBy<Block, BlockCommand, BlockEvent>({
    ProposePosts: 'PostProposed',
    ApprovePosts: 'PostApproved',
    RevisePostApproval: 'PostApprovalRevised',
    RecordNonRecommendation: 'PostNotRecommended',
    DeclinePosts: 'PostDeclined',
    IdentifyPost: 'PostIdentified',
    ReportBlockProgress: 'BlockProgressReported',
  }),
  permits,
  evolve,
  warn,
};

/** Where a block stands; 'partly approved' when surely fewer posts were approved than proposed. */
export function blockStatus({ standing, proposed, approved }: Block): BlockStatus {
  if (standing !== 'approved' || proposed === null || approved === null) return standing;
  return approved.atMost !== null && approved.atMost < proposed.atLeast ? 'partly approved' : 'approved';
}

function permits(state: Block, { event }: Told<BlockEvent>): Refusal | null {
  switch (event.type) {
    case 'PostProposed':
      return permitsDescription(state, event) ?? permitsProposal(state);
    case 'PostApproved':
      return permitsAuthority(event.data.authority) ?? permitsDescription(state, event) ?? permitsApproval(state);
    case 'PostApprovalRevised':
      return permitsAuthority(event.data.authority) ?? permitsRevising(state, event.data.count);
    case 'PostNotRecommended':
      return permitsVerdict(state);
    case 'PostDeclined':
      return permitsDecliner(event.data.authority) ?? permitsVerdict(state);
    case 'PostIdentified':
      return permitsIdentifying(state, event);
    case 'BlockProgressReported':
      return permitsProgress(state, event);
  }
}

function permitsDescription(state: Block, { type, data }: Events.PostProposed | Events.PostApproved): Refusal | null {
  if (data.count !== null && data.count.atLeast < 1) {
    const advice =
      type === 'PostProposed' ? 'leave the number out when it is not reported' : 'give the number that is approved';
    return refuse('COUNT_BELOW_ONE', `A block has at least one post; ${advice}.`, { pointer: '/count/atLeast' });
  }
  if (data.name !== null || state.name !== null) return null;
  return refuse('BLOCK_NAME_MISSING', 'Nothing said so far names these posts; say what they are called together.', {
    pointer: '/name',
  });
}

const CLAIMS =
  'When two sources disagree, record both as statements of one topic; when the record is wrong or has changed, correct the entry.';

function permitsProposal({ standing }: Block): Refusal | null {
  switch (standing) {
    case 'not told of':
      return null;
    case 'proposed':
    case 'not recommended':
      return refuse('BLOCK_ALREADY_PROPOSED', `These posts are already proposed on that date. ${CLAIMS}`);
    case 'approved':
      return refuse('BLOCK_ALREADY_APPROVED', `These posts are already approved on that date. ${CLAIMS}`);
    case 'declined':
      return blockDeclined();
  }
}

function permitsApproval({ standing }: Block): Refusal | null {
  switch (standing) {
    case 'not told of':
    case 'proposed':
    case 'not recommended':
      return null;
    case 'approved':
      return refuse('BLOCK_ALREADY_APPROVED', `These posts are already approved on that date. ${CLAIMS}`);
    case 'declined':
      return blockDeclined();
  }
}

function permitsRevising(state: Block, count: CountRange): Refusal | null {
  const { approved, identified, progress } = state;
  const pointer = '/count';
  if (approved === null) return blockNotApproved(state);
  if (count.atLeast === approved.atLeast && count.atMost === approved.atMost)
    return refuse('APPROVAL_UNCHANGED', 'That many posts are approved already on that date.', { pointer });
  const { atMost } = count;
  if (atMost === null) return null;
  if (atMost < identified.length)
    return refuse(
      'APPROVED_BELOW_IDENTIFIED',
      `${identified.length} posts of this block are identified on that date, so no fewer can stay approved; abolish single posts as such.`,
      { pointer },
    );
  const further = Object.entries(progress).find(([, reached]) => reached !== null && reached.atLeast > atMost);
  return further === undefined
    ? null
    : refuse(
        'APPROVED_BELOW_PROGRESS',
        `At least ${further[1]!.atLeast} posts are reported as ${further[0]} on that date, so no fewer can stay approved.`,
        { pointer },
      );
}

/** Advice and refusal speak of a proposal still open. */
function permitsVerdict({ standing }: Block): Refusal | null {
  switch (standing) {
    case 'not told of':
      return refuse('BLOCK_NOT_PROPOSED', 'No such posts are proposed on that date; record the proposal first.');
    case 'proposed':
    case 'not recommended':
      return null;
    case 'approved':
      return refuse(
        'BLOCK_ALREADY_APPROVED',
        'These posts are already approved on that date; give the earlier date, or abolish the posts.',
      );
    case 'declined':
      return blockDeclined();
  }
}

const blockDeclined = (): Refusal =>
  refuse('BLOCK_DECLINED', 'These posts were declined; that is final. Record a new proposal as a block of its own.');

const blockNotApproved = ({ standing }: Block): Refusal =>
  refuse(
    'BLOCK_NOT_APPROVED',
    standing === 'not told of'
      ? 'Nothing is recorded of these posts on that date: record their approval first, or correct the date or the id.'
      : 'These posts are not approved on that date: record the approval first, or correct the date.',
  );

function permitsIdentifying(state: Block, { data }: Events.PostIdentified): Refusal | null {
  if (state.approved === null) return blockNotApproved(state);
  if (state.identified.includes(data.postId)) {
    return refuse('POST_ALREADY_IDENTIFIED', 'This post is already told apart from its block.', { pointer: '/postId' });
  }
  const { atMost } = state.approved;
  if (atMost === null || state.identified.length < atMost) return null;
  return refuse('BLOCK_EXHAUSTED', `All ${atMost} approved posts of this block are identified; no further one exists.`);
}

function permitsProgress(state: Block, { data }: Events.BlockProgressReported): Refusal | null {
  if (state.approved === null) return blockNotApproved(state);
  const { atMost } = state.approved;
  if (atMost === null || data.count === null || data.count.atLeast <= atMost) return null;
  return refuse(
    'PROGRESS_ABOVE_APPROVED',
    `No more than ${atMost} posts are approved on that date, so ${data.count.atLeast} cannot be ${data.stage}.`,
    { pointer: '/count' },
  );
}

function evolve(state: Block, { event }: Told<BlockEvent>): Block {
  switch (event.type) {
    case 'PostProposed':
      return { ...state, standing: 'proposed', name: event.data.name ?? state.name, proposed: event.data.count };
    case 'PostApproved':
      return { ...state, standing: 'approved', name: event.data.name ?? state.name, approved: event.data.count };
    case 'PostApprovalRevised':
      return { ...state, approved: event.data.count };
    case 'PostNotRecommended':
      return { ...state, standing: 'not recommended' };
    case 'PostDeclined':
      return { ...state, standing: 'declined' };
    case 'PostIdentified':
      return { ...state, identified: [...state.identified, event.data.postId] };
    case 'BlockProgressReported':
      return { ...state, progress: { ...state.progress, [event.data.stage]: event.data.count } };
  }
}

function warn({ proposed }: Block, { event }: Told<BlockEvent>): readonly Warning[] {
  const isApproval = event.type === 'PostApproved' || event.type === 'PostApprovalRevised';
  if (!isApproval || proposed === null || proposed.atMost === null) return [];
  const { atLeast } = event.data.count;
  if (atLeast <= proposed.atMost) return [];
  return [
    {
      code: 'APPROVED_MORE_THAN_PROPOSED',
      sentence: `${atLeast} posts are approved although at most ${proposed.atMost} were proposed; check both figures.`,
    },
  ];
}
