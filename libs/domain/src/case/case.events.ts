import { type CivilDate, type CountRange } from '@cadre/kernel';

/** One attempt to fill one or more posts began; `openings` null when their number is not reported. */
export interface RecruitmentOpened {
  readonly type: 'RecruitmentOpened';
  readonly data: {
    readonly name: string | null;
    /** Identified posts to be filled; empty when the case is for a block as a whole. */
    readonly postIds: readonly string[];
    readonly blockId: string | null;
    readonly openings: CountRange | null;
  };
}

/** The evaluation criteria were approved. */
export interface CriteriaApproved {
  readonly type: 'CriteriaApproved';
  readonly data: Record<string, never>;
}

/** The vacancy was advertised, or circulated for nomination, through a channel ("Galaxy"). */
export interface VacancyAdvertised {
  readonly type: 'VacancyAdvertised';
  readonly data: { readonly channel: string | null; readonly closesOn: CivilDate | null };
}

/** Nominations were asked for; `askedOf` in words, `askedCount` how many were asked. */
export interface NominationsRequested {
  readonly type: 'NominationsRequested';
  readonly data: { readonly askedOf: string; readonly askedCount: number | null };
}

/** A candidate was put forward. */
export interface CandidateNominated {
  readonly type: 'CandidateNominated';
  readonly data: { readonly candidateId: string; readonly nominatedBy: string | null };
}

/** The review of candidates began. */
export interface CandidatesUnderReview {
  readonly type: 'CandidatesUnderReview';
  readonly data: Record<string, never>;
}

/** A candidate was shortlisted. */
export interface CandidateShortlisted {
  readonly type: 'CandidateShortlisted';
  readonly data: { readonly candidateId: string };
}

/** A candidate was recommended to the review body; advice, not a selection. */
export interface CandidateRecommended {
  readonly type: 'CandidateRecommended';
  readonly data: { readonly candidateId: string };
}

/** The review body endorsed the recommendation. */
export interface RecommendationEndorsed {
  readonly type: 'RecommendationEndorsed';
  readonly data: { readonly candidateId: string };
}

/** A candidate was selected, for `postId` where the case has several; ids null when not reported. */
export interface CandidateSelected {
  readonly type: 'CandidateSelected';
  readonly data: { readonly candidateId: string | null; readonly postId: string | null };
}

/** The selection was made public. */
export interface CandidateAnnounced {
  readonly type: 'CandidateAnnounced';
  readonly data: { readonly candidateId: string | null };
}

/** The selected candidate withdrew before reporting for duty. */
export interface CandidateWithdrew {
  readonly type: 'CandidateWithdrew';
  readonly data: { readonly candidateId: string | null };
}

/** The selected candidate accepted the offer. */
export interface OfferAccepted {
  readonly type: 'OfferAccepted';
  readonly data: { readonly candidateId: string | null };
}

/** The selected candidate reported for duty. */
export interface CandidateReported {
  readonly type: 'CandidateReported';
  readonly data: { readonly candidateId: string | null };
}

/** The case ended without (further) appointment. */
export interface RecruitmentCancelled {
  readonly type: 'RecruitmentCancelled';
  readonly data: Record<string, never>;
}

export type CaseEvent =
  | RecruitmentOpened
  | CriteriaApproved
  | VacancyAdvertised
  | NominationsRequested
  | CandidateNominated
  | CandidatesUnderReview
  | CandidateShortlisted
  | CandidateRecommended
  | RecommendationEndorsed
  | CandidateSelected
  | CandidateAnnounced
  | CandidateWithdrew
  | OfferAccepted
  | CandidateReported
  | RecruitmentCancelled;
