import { telling } from '@cadre/kernel/testing';
import {
  AcceptOffer,
  AdvertiseVacancy,
  AnnounceCandidate,
  ApproveCriteria,
  CancelRecruitment,
  EndorseRecommendation,
  NominateCandidate,
  OpenRecruitment,
  RecommendCandidate,
  ReportCandidate,
  RequestNominations,
  ReviewCandidates,
  SelectCandidate,
  ShortlistCandidate,
  WithdrawCandidate,
} from './case.js';
import type * as Events from './case.events.js';

/** Facts and orders about one recruitment case, everything filled in but what the rule under test is about. */

type Said = Parameters<typeof telling>[0];
const ID = 'military-adviser';
const pat = { candidateId: 'pat' };

export const opened = (data: Partial<Events.RecruitmentOpened['data']> = {}): Events.RecruitmentOpened => ({
  type: 'RecruitmentOpened',
  data: { name: null, postIds: ['military-adviser'], blockId: null, openings: null, ...data },
});
export const criteriaApproved = (): Events.CriteriaApproved => ({ type: 'CriteriaApproved', data: {} });
export const advertised = (data: Partial<Events.VacancyAdvertised['data']> = {}): Events.VacancyAdvertised => ({
  type: 'VacancyAdvertised',
  data: { channel: null, closesOn: null, ...data },
});
export const nominationsRequested = (
  data: Partial<Events.NominationsRequested['data']> = {},
): Events.NominationsRequested => ({
  type: 'NominationsRequested',
  data: { askedOf: 'largest troop contributors', askedCount: 5, ...data },
});
export const nominated = (data: Partial<Events.CandidateNominated['data']> = {}): Events.CandidateNominated => ({
  type: 'CandidateNominated',
  data: { ...pat, nominatedBy: null, ...data },
});
export const underReview = (): Events.CandidatesUnderReview => ({ type: 'CandidatesUnderReview', data: {} });
export const shortlisted = (data: Partial<Events.CandidateShortlisted['data']> = {}): Events.CandidateShortlisted => ({
  type: 'CandidateShortlisted',
  data: { ...pat, ...data },
});
export const recommended = (data: Partial<Events.CandidateRecommended['data']> = {}): Events.CandidateRecommended => ({
  type: 'CandidateRecommended',
  data: { ...pat, ...data },
});
export const endorsed = (data: Partial<Events.RecommendationEndorsed['data']> = {}): Events.RecommendationEndorsed => ({
  type: 'RecommendationEndorsed',
  data: { ...pat, ...data },
});
export const selected = (data: Partial<Events.CandidateSelected['data']> = {}): Events.CandidateSelected => ({
  type: 'CandidateSelected',
  data: { ...pat, postId: null, ...data },
});
export const announced = (data: Partial<Events.CandidateAnnounced['data']> = {}): Events.CandidateAnnounced => ({
  type: 'CandidateAnnounced',
  data: { ...pat, ...data },
});
export const withdrew = (data: Partial<Events.CandidateWithdrew['data']> = {}): Events.CandidateWithdrew => ({
  type: 'CandidateWithdrew',
  data: { ...pat, ...data },
});
export const accepted = (data: Partial<Events.OfferAccepted['data']> = {}): Events.OfferAccepted => ({
  type: 'OfferAccepted',
  data: { ...pat, ...data },
});
export const reported = (data: Partial<Events.CandidateReported['data']> = {}): Events.CandidateReported => ({
  type: 'CandidateReported',
  data: { ...pat, ...data },
});
export const cancelled = (): Events.RecruitmentCancelled => ({ type: 'RecruitmentCancelled', data: {} });

export const open = (data: Partial<Events.RecruitmentOpened['data']> = {}, said: Said = {}): OpenRecruitment =>
  new OpenRecruitment(ID, opened(data).data, telling(said));
export const approveCriteria = (said: Said = {}): ApproveCriteria =>
  new ApproveCriteria(ID, criteriaApproved().data, telling(said));
export const advertise = (said: Said = {}): AdvertiseVacancy =>
  new AdvertiseVacancy(ID, advertised().data, telling(said));
export const requestNominations = (
  data: Partial<Events.NominationsRequested['data']> = {},
  said: Said = {},
): RequestNominations => new RequestNominations(ID, nominationsRequested(data).data, telling(said));
export const nominate = (said: Said = {}): NominateCandidate =>
  new NominateCandidate(ID, nominated().data, telling(said));
export const review = (said: Said = {}): ReviewCandidates =>
  new ReviewCandidates(ID, underReview().data, telling(said));
export const shortlist = (said: Said = {}): ShortlistCandidate =>
  new ShortlistCandidate(ID, shortlisted().data, telling(said));
export const recommend = (said: Said = {}): RecommendCandidate =>
  new RecommendCandidate(ID, recommended().data, telling(said));
export const endorse = (said: Said = {}): EndorseRecommendation =>
  new EndorseRecommendation(ID, endorsed().data, telling(said));
export const select = (data: Partial<Events.CandidateSelected['data']> = {}, said: Said = {}): SelectCandidate =>
  new SelectCandidate(ID, selected(data).data, telling(said));
export const announce = (data: Partial<Events.CandidateAnnounced['data']> = {}, said: Said = {}): AnnounceCandidate =>
  new AnnounceCandidate(ID, announced(data).data, telling(said));
export const withdraw = (data: Partial<Events.CandidateWithdrew['data']> = {}, said: Said = {}): WithdrawCandidate =>
  new WithdrawCandidate(ID, withdrew(data).data, telling(said));
export const accept = (data: Partial<Events.OfferAccepted['data']> = {}, said: Said = {}): AcceptOffer =>
  new AcceptOffer(ID, accepted(data).data, telling(said));
export const report = (data: Partial<Events.CandidateReported['data']> = {}, said: Said = {}): ReportCandidate =>
  new ReportCandidate(ID, reported(data).data, telling(said));
export const cancel = (said: Said = {}): CancelRecruitment =>
  new CancelRecruitment(ID, cancelled().data, telling(said));
