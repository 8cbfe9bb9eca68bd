import { type Samples } from '@cadre/kernel';
import { type CaseCommand, type RecruitmentCase } from './case.js';
import { standing } from './selection.js';

/** The plainest content of each command on a recruitment case. */
export const caseSamples: Samples<RecruitmentCase, CaseCommand> = {
  OpenRecruitment: () => [{ name: 'case', postIds: [], blockId: null, openings: null }],
  ApproveCriteria: () => [{}],
  AdvertiseVacancy: () => [{ channel: null, closesOn: null }],
  RequestNominations: () => [{ askedOf: 'those asked', askedCount: null }],
  NominateCandidate: () => [{ candidateId: 'candidate', nominatedBy: null }],
  ReviewCandidates: () => [{}],
  ShortlistCandidate: () => [{ candidateId: 'candidate' }],
  RecommendCandidate: () => [{ candidateId: 'candidate' }],
  EndorseRecommendation: () => [{ candidateId: 'candidate' }],
  SelectCandidate: () => [{ candidateId: null, postId: null }],
  AnnounceCandidate: candidates,
  WithdrawCandidate: candidates,
  AcceptOffer: candidates,
  ReportCandidate: candidates,
  CancelRecruitment: () => [{}],
};

/** Whoever is least advanced, then everyone selected by name. */
function candidates({ selections }: RecruitmentCase): readonly { readonly candidateId: string | null }[] {
  return [{ candidateId: null }, ...standing(selections).map(({ candidateId }) => ({ candidateId }))];
}
