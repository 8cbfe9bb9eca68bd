import { type CountRange } from '@cadre/kernel';
import { type Authority, type CountOf } from '../vocabulary/vocabulary.events.js';

/** What is said of a post block as a whole when it is proposed or approved. */
export interface BlockDescription {
  /** What the posts are called together, in our own words. Null leaves an earlier name standing. */
  readonly name: string | null;
  /** Blocks of one group may be added up; blocks of different groups never are. */
  readonly group: string | null;
  readonly grade: string | null;
  /** Units the posts are for; empty when not reported. */
  readonly unitIds: readonly string[];
  readonly breakdown: readonly CountOf[];
}

/** N like posts were proposed together; `count` null when the source does not say how many. */
export interface PostProposed {
  readonly type: 'PostProposed';
  readonly data: BlockDescription & { readonly count: CountRange | null };
}

/** A competent authority approved posts of a block, all or fewer than proposed. */
export interface PostApproved {
  readonly type: 'PostApproved';
  readonly data: BlockDescription & { readonly count: CountRange; readonly authority: Authority };
}

/** A later decision gave the approved posts another number, more or fewer; zero takes the approval back whole. */
export interface PostApprovalRevised {
  readonly type: 'PostApprovalRevised';
  readonly data: { readonly count: CountRange; readonly authority: Authority };
}

/** An advisory body does not recommend the posts; advice, not a decision. */
export interface PostNotRecommended {
  readonly type: 'PostNotRecommended';
  readonly data: { readonly body: string; readonly reference: string | null };
}

/** The competent authority declined the posts. */
export interface PostDeclined {
  readonly type: 'PostDeclined';
  readonly data: { readonly authority: Authority };
}

/** One post was drawn from the approved block and told apart. */
export interface PostIdentified {
  readonly type: 'PostIdentified';
  readonly data: {
    readonly postId: string;
    readonly number: string | null;
    readonly title: string;
    readonly grade: string | null;
    readonly unitId: string | null;
  };
}

/** Stages of a block whose progress is reported as counts. */
export type ProgressStage = 'advertised' | 'selected' | 'on duty';

/** A source reports how many posts of the block reached a stage by the end of the window; `count` null when it names the stage but no number. */
export interface BlockProgressReported {
  readonly type: 'BlockProgressReported';
  readonly data: {
    readonly stage: ProgressStage;
    readonly count: CountRange | null;
    /** The source's own words for a number it does not give ("most of them"), or null. */
    readonly wording: string | null;
  };
}

export type BlockEvent =
  | PostProposed
  | PostApproved
  | PostApprovalRevised
  | PostNotRecommended
  | PostDeclined
  | PostIdentified
  | BlockProgressReported;
