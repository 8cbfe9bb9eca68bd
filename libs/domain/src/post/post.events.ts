import { type CivilDate } from '@cadre/kernel';
import { type Authority, type Share } from '../vocabulary/vocabulary.events.js';

/** A single post stands from now on: drawn from a block, or reported by itself. */
export interface PostEstablished {
  readonly type: 'PostEstablished';
  readonly data: {
    readonly blockId: string | null;
    readonly number: string | null;
    readonly title: string;
    readonly grade: string | null;
    readonly unitId: string | null;
    /** 'senior' for posts of the leadership, null when not said. */
    readonly seniority: 'senior' | null;
    /** Whether anyone held it when it was first told of. */
    readonly occupancy: 'vacant' | 'not reported';
  };
}

/** A person holds the post from the day of reporting for duty; `personId` null when the source does not say who. */
export interface PostFilled {
  readonly type: 'PostFilled';
  readonly data: { readonly personId: string | null; readonly share: Share; readonly caseId: string | null };
}

/** The person left the post; `personId` null when the source does not say who. */
export interface PostVacated {
  readonly type: 'PostVacated';
  readonly data: { readonly personId: string | null; readonly cause: string | null };
}

/** The post may not be filled until it is unfrozen. */
export interface PostFrozen {
  readonly type: 'PostFrozen';
  readonly data: { readonly authority: Authority | null };
}

/** The post may be filled again. */
export interface PostUnfrozen {
  readonly type: 'PostUnfrozen';
  readonly data: { readonly authority: Authority | null };
}

/** The grade changed; `from` null when the former grade is not reported. */
export interface PostReclassified {
  readonly type: 'PostReclassified';
  readonly data: { readonly from: string | null; readonly to: string };
}

/** The post moved to another unit; `fromUnitId` null when not reported. */
export interface PostRedeployed {
  readonly type: 'PostRedeployed';
  readonly data: { readonly fromUnitId: string | null; readonly toUnitId: string };
}

/** The post serves other functions in the same unit. */
export interface PostReassigned {
  readonly type: 'PostReassigned';
  readonly data: { readonly fromTitle: string | null; readonly toTitle: string };
}

/** A time-limited post (a position) goes on until the given day, inclusive. */
export interface PostExtended {
  readonly type: 'PostExtended';
  readonly data: { readonly until: CivilDate; readonly authority: Authority | null };
}

/** A time-limited post was not extended and no longer stands. */
export interface PostLapsed {
  readonly type: 'PostLapsed';
  readonly data: Record<string, never>;
}

/** The post was ended by decision; final. */
export interface PostAbolished {
  readonly type: 'PostAbolished';
  readonly data: { readonly authority: Authority | null };
}

/** Someone acts for the holder; the post stays vacant. `grade` is the acting officer's own, null when not reported. */
export interface OfficerInChargeDesignated {
  readonly type: 'OfficerInChargeDesignated';
  readonly data: { readonly personId: string | null; readonly grade: string | null };
}

/** The acting cover ended. */
export interface OfficerInChargeEnded {
  readonly type: 'OfficerInChargeEnded';
  readonly data: Record<string, never>;
}

/** Two substantive holders are allowed until the given day, inclusive (a handover). */
export interface DoubleFillAuthorised {
  readonly type: 'DoubleFillAuthorised';
  readonly data: { readonly until: CivilDate; readonly authority: Authority };
}

export type PostEvent =
  | PostEstablished
  | PostFilled
  | PostVacated
  | PostFrozen
  | PostUnfrozen
  | PostReclassified
  | PostRedeployed
  | PostReassigned
  | PostExtended
  | PostLapsed
  | PostAbolished
  | OfficerInChargeDesignated
  | OfficerInChargeEnded
  | DoubleFillAuthorised;
