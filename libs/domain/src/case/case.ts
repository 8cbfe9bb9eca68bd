import { Command, type CountRange, decideBy, type Decider, refuse, type Refusal } from '@cadre/kernel';
import { type Told, type Warning } from '@cadre/kernel';
import type * as Events from './case.events.js';
import { type CaseEvent } from './case.events.js';
import {
  concerned,
  moved,
  permitsAccepting,
  permitsAnnouncing,
  permitsReporting,
  permitsWithdrawing,
  type Selection,
  type SelectionStage,
  standing,
} from './selection.js';

export { type Selection, type SelectionStage } from './selection.js';

/** Begins one attempt to fill one or more posts; undated when a source tells of a later step only. */
export class OpenRecruitment extends Command<Events.RecruitmentOpened['data']> {
  readonly type = 'OpenRecruitment';
}
/** Records the approval of the evaluation criteria. */
export class ApproveCriteria extends Command<Events.CriteriaApproved['data']> {
  readonly type = 'ApproveCriteria';
}
/** Makes the vacancy known. */
export class AdvertiseVacancy extends Command<Events.VacancyAdvertised['data']> {
  readonly type = 'AdvertiseVacancy';
}
/** Asks for candidates to be put forward, also again after a withdrawal. */
export class RequestNominations extends Command<Events.NominationsRequested['data']> {
  readonly type = 'RequestNominations';
}
/** Puts a candidate forward. */
export class NominateCandidate extends Command<Events.CandidateNominated['data']> {
  readonly type = 'NominateCandidate';
}
/** Begins the review of the candidates. */
export class ReviewCandidates extends Command<Events.CandidatesUnderReview['data']> {
  readonly type = 'ReviewCandidates';
}
/** Puts a candidate on the short list. */
export class ShortlistCandidate extends Command<Events.CandidateShortlisted['data']> {
  readonly type = 'ShortlistCandidate';
}
/** Recommends a candidate to the review body. */
export class RecommendCandidate extends Command<Events.CandidateRecommended['data']> {
  readonly type = 'RecommendCandidate';
}
/** Records that the review body agrees. */
export class EndorseRecommendation extends Command<Events.RecommendationEndorsed['data']> {
  readonly type = 'EndorseRecommendation';
}
/** Selects a candidate for one of the openings. */
export class SelectCandidate extends Command<Events.CandidateSelected['data']> {
  readonly type = 'SelectCandidate';
}
/** Makes a selection public. */
export class AnnounceCandidate extends Command<Events.CandidateAnnounced['data']> {
  readonly type = 'AnnounceCandidate';
}
/** Records that a selected candidate will not come. */
export class WithdrawCandidate extends Command<Events.CandidateWithdrew['data']> {
  readonly type = 'WithdrawCandidate';
}
/** Records that a selected candidate takes the offer. */
export class AcceptOffer extends Command<Events.OfferAccepted['data']> {
  readonly type = 'AcceptOffer';
}
/** Records that a selected candidate is on duty. */
export class ReportCandidate extends Command<Events.CandidateReported['data']> {
  readonly type = 'ReportCandidate';
}
/** Ends the attempt. */
export class CancelRecruitment extends Command<Events.RecruitmentCancelled['data']> {
  readonly type = 'CancelRecruitment';
}

export type CaseCommand =
  | OpenRecruitment
  | ApproveCriteria
  | AdvertiseVacancy
  | RequestNominations
  | NominateCandidate
  | ReviewCandidates
  | ShortlistCandidate
  | RecommendCandidate
  | EndorseRecommendation
  | SelectCandidate
  | AnnounceCandidate
  | WithdrawCandidate
  | AcceptOffer
  | ReportCandidate
  | CancelRecruitment;

/** Steps on the way to a selection, in order; a withdrawal that leaves nobody selected begins the way anew. */
const STEPS = [
  'opened',
  'withdrawn',
  'criteria approved',
  'advertised',
  'nominations requested',
  'under review',
  'recommended',
  'endorsed',
] as const;
export type CaseStep = (typeof STEPS)[number];

export type CaseStage = 'not opened' | CaseStep | SelectionStage | 'cancelled';

export interface RecruitmentCase {
  /** The furthest step of this attempt towards a selection; null until the case is opened. */
  readonly step: CaseStep | null;
  readonly postIds: readonly string[];
  readonly blockId: string | null;
  readonly openings: CountRange | null;
  /** In the order they were made; withdrawn ones stay. */
  readonly selections: readonly Selection[];
  readonly isCancelled: boolean;
}

const initial: RecruitmentCase = {
  step: null,
  postIds: [],
  blockId: null,
  openings: null,
  selections: [],
  isCancelled: false,
};

/** A case's life: opened, step by step to a selection (steps nobody told of are no fault), announced, accepted, reported; or cancelled. */
export const recruitmentCase: Decider<RecruitmentCase, CaseCommand, CaseEvent> = {
  category: 'case',
  initial,
  natures: {
    RecruitmentOpened: 'occurrence',
    CriteriaApproved: 'occurrence',
    VacancyAdvertised: 'occurrence',
    NominationsRequested: 'occurrence',
    CandidateNominated: 'occurrence',
    CandidatesUnderReview: 'occurrence',
    CandidateShortlisted: 'occurrence',
    CandidateRecommended: 'occurrence',
    RecommendationEndorsed: 'occurrence',
    CandidateSelected: 'occurrence',
    CandidateAnnounced: 'occurrence',
    CandidateWithdrew: 'occurrence',
    OfferAccepted: 'occurrence',
    CandidateReported: 'occurrence',
    RecruitmentCancelled: 'occurrence',
  },
  decide: decideBy<RecruitmentCase, CaseCommand, CaseEvent>({
    OpenRecruitment: 'RecruitmentOpened',
    ApproveCriteria: 'CriteriaApproved',
    AdvertiseVacancy: 'VacancyAdvertised',
    RequestNominations: 'NominationsRequested',
    NominateCandidate: 'CandidateNominated',
    ReviewCandidates: 'CandidatesUnderReview',
    ShortlistCandidate: 'CandidateShortlisted',
    RecommendCandidate: 'CandidateRecommended',
    EndorseRecommendation: 'RecommendationEndorsed',
    SelectCandidate: 'CandidateSelected',
    AnnounceCandidate: 'CandidateAnnounced',
    WithdrawCandidate: 'CandidateWithdrew',
    AcceptOffer: 'OfferAccepted',
    ReportCandidate: 'CandidateReported',
    CancelRecruitment: 'RecruitmentCancelled',
  }),
  permits,
  evolve,
  warn,
};

/**
 * Where the case as a whole stands: as far as the least advanced of those selected and not withdrawn; with nobody
 * selected, at its furthest step. `openingsLeft` tells whether more are to be selected.
 */
export function caseStage(state: RecruitmentCase): CaseStage {
  if (state.isCancelled) return 'cancelled';
  return concerned(state.selections, null)?.stage ?? state.step ?? 'not opened';
}

/** How many more can be selected; null when nothing said sets a bound, as for a block without a number. */
export function openingsLeft(state: RecruitmentCase): number | null {
  const inAll = state.openings === null ? new Set(state.postIds).size || null : state.openings.atMost;
  return inAll === null ? null : inAll - standing(state.selections).length;
}

function permits(state: RecruitmentCase, { event }: Told<CaseEvent>): Refusal | null {
  if (event.type === 'RecruitmentOpened') return permitsOpening(state, event);
  if (state.step === null) {
    return refuse(
      'CASE_NOT_OPENED',
      'No recruitment is open on that date; record its opening first, undated if no source dates it.',
    );
  }
  if (state.isCancelled) {
    return refuse('CASE_CANCELLED', 'This recruitment is cancelled on that date; open another case for a new attempt.');
  }
  switch (event.type) {
    case 'NominationsRequested':
      return event.data.askedCount === 0
        ? refuse('COUNT_BELOW_ONE', 'At least one was asked; leave the number out when it is not reported.', {
            pointer: '/askedCount',
          })
        : null;
    case 'CandidateSelected':
      return permitsSelecting(state, event);
    case 'CandidateAnnounced':
      return permitsAnnouncing(state.selections, event.data.candidateId);
    case 'OfferAccepted':
      return permitsAccepting(state.selections, event.data.candidateId);
    case 'CandidateWithdrew':
      return permitsWithdrawing(state.selections, event.data.candidateId);
    case 'CandidateReported':
      return permitsReporting(state.selections, event.data.candidateId);
    case 'CriteriaApproved':
    case 'VacancyAdvertised':
    case 'CandidateNominated':
    case 'CandidatesUnderReview':
    case 'CandidateShortlisted':
    case 'CandidateRecommended':
    case 'RecommendationEndorsed':
    case 'RecruitmentCancelled':
      return null;
  }
}

function permitsOpening(state: RecruitmentCase, { data }: Events.RecruitmentOpened): Refusal | null {
  if (state.step !== null) {
    return refuse('CASE_ALREADY_OPENED', 'This case is already open; record what happened next, or open another case.');
  }
  if (data.openings !== null && data.openings.atLeast < 1) {
    return refuse('COUNT_BELOW_ONE', 'A case fills at least one post; leave the number out when it is not reported.', {
      pointer: '/openings/atLeast',
    });
  }
  if (data.name !== null || data.blockId !== null || data.postIds.length > 0) return null;
  return refuse('CASE_WITHOUT_SUBJECT', 'Say which posts or which block are to be filled, or name the case.', {
    pointer: '/name',
  });
}

function permitsSelecting(state: RecruitmentCase, { data }: Events.CandidateSelected): Refusal | null {
  const { candidateId, postId } = data;
  if (postId !== null && state.postIds.length > 0 && !state.postIds.includes(postId)) {
    return refuse('POST_NOT_IN_CASE', `This case fills ${state.postIds.join(', ')}; ${postId} is none of them.`, {
      pointer: '/postId',
    });
  }
  const taken = standing(state.selections);
  if (candidateId !== null && taken.some((selection) => selection.candidateId === candidateId)) {
    return refuse('CANDIDATE_ALREADY_SELECTED', 'This candidate is already selected on that date.', {
      pointer: '/candidateId',
    });
  }
  const isPostTaken = postId !== null && taken.some((selection) => selection.postId === postId);
  if (!isPostTaken && openingsLeft(state) !== 0) return null;
  const holders = taken.map((selection) => selection.candidateId ?? 'someone not named').join(', ');
  return refuse('OPENINGS_TAKEN', `Already selected on that date: ${holders}. Record the withdrawal first.`, {
    pointer: isPostTaken ? '/postId' : '/candidateId',
  });
}

function evolve(state: RecruitmentCase, { event }: Told<CaseEvent>): RecruitmentCase {
  switch (event.type) {
    case 'RecruitmentOpened': {
      const { postIds, blockId, openings } = event.data;
      return { ...state, step: 'opened', postIds, blockId, openings };
    }
    case 'CriteriaApproved':
      return reached(state, 'criteria approved');
    case 'VacancyAdvertised':
      return reached(state, 'advertised');
    case 'NominationsRequested':
      return reached(state, 'nominations requested');
    case 'CandidatesUnderReview':
    case 'CandidateShortlisted':
      return reached(state, 'under review');
    case 'CandidateRecommended':
      return reached(state, 'recommended');
    case 'RecommendationEndorsed':
      return reached(state, 'endorsed');
    case 'CandidateNominated':
      return state;
    case 'CandidateSelected':
      return { ...state, selections: [...state.selections, { ...event.data, stage: 'selected' }] };
    case 'CandidateAnnounced':
      return { ...state, selections: moved(state.selections, event.data.candidateId, 'announced') };
    case 'OfferAccepted':
      return { ...state, selections: moved(state.selections, event.data.candidateId, 'accepted') };
    case 'CandidateReported':
      return { ...state, selections: moved(state.selections, event.data.candidateId, 'reported') };
    case 'CandidateWithdrew':
      return { ...state, selections: moved(state.selections, event.data.candidateId, 'withdrawn'), step: 'withdrawn' };
    case 'RecruitmentCancelled':
      return { ...state, isCancelled: true };
  }
}

/** The case cannot see its posts: who reports a candidate by itself is told what that leaves open. */
function warn({ selections, postIds }: RecruitmentCase, { event }: Told<CaseEvent>): readonly Warning[] {
  if (event.type !== 'CandidateReported') return [];
  const postId = concerned(selections, event.data.candidateId)?.postId ?? (postIds.length === 1 ? postIds[0] : null);
  if (!postId) return [];
  const sentence = `Reporting alone fills no post: record that post ${postId} is filled, unless that is on record.`;
  return [{ code: 'POST_STILL_TO_BE_FILLED', sentence }];
}

/** A step told late does not take the case back. */
function reached(state: RecruitmentCase, step: CaseStep): RecruitmentCase {
  const isFurther = state.step === null || STEPS.indexOf(step) > STEPS.indexOf(state.step);
  return isFurther ? { ...state, step } : state;
}
