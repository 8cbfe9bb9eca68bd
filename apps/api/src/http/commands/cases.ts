import {
  AdvertiseVacancyRequest,
  CandidateRequest,
  NominateCandidateRequest,
  OpenRecruitmentRequest,
  RequestNominationsRequest,
  SelectCandidateRequest,
  SomeCandidateRequest,
  TellingRequest,
} from '@cadre/contract';
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
} from '@cadre/domain';
import { type CommandRoute, routesOf } from '../command-route.js';
import { asGiven, count, day, listed, maybe, orNull } from '../readers.js';

const route = routesOf('cases');
const one = { candidateId: asGiven };
const some = { candidateId: orNull };

/** Ways to tell of an attempt to fill posts, stage by stage. */
export const caseRoutes: readonly CommandRoute[] = [
  route(
    ['open', 'Begin one attempt to fill one or more posts'],
    OpenRecruitment,
    OpenRecruitmentRequest,
    { name: orNull, postIds: listed, blockId: orNull, openings: maybe(count) },
    { name: 'Military Adviser', postIds: ['military-adviser'], openings: 1 },
  ),
  route(['approve-criteria', 'Record the approval of the evaluation criteria'], ApproveCriteria, TellingRequest, {}),
  route(
    ['advertise', 'Make the vacancy known'],
    AdvertiseVacancy,
    AdvertiseVacancyRequest,
    { channel: orNull, closesOn: maybe(day) },
    { channel: 'Galaxy', closesOn: '2007-12-31' },
  ),
  route(['request-nominations', 'Ask for candidates'], RequestNominations, RequestNominationsRequest, {
    askedOf: asGiven,
    askedCount: orNull,
  }),
  route(['nominate', 'Put a candidate forward'], NominateCandidate, NominateCandidateRequest, {
    ...one,
    nominatedBy: orNull,
  }),
  route(['review', 'Begin the review of the candidates'], ReviewCandidates, TellingRequest, {}),
  route(['shortlist', 'Put a candidate on the short list'], ShortlistCandidate, CandidateRequest, one),
  route(['recommend', 'Recommend a candidate to the review body'], RecommendCandidate, CandidateRequest, one),
  route(['endorse', 'Record that the review body agrees'], EndorseRecommendation, CandidateRequest, one),
  route(['select', 'Select a candidate for one of the openings'], SelectCandidate, SelectCandidateRequest, {
    ...some,
    postId: orNull,
  }),
  route(['announce', 'Make a selection public'], AnnounceCandidate, SomeCandidateRequest, some),
  route(['withdraw', 'Record that a selected candidate will not come'], WithdrawCandidate, SomeCandidateRequest, some),
  route(['accept', 'Record that a selected candidate takes the offer'], AcceptOffer, SomeCandidateRequest, some),
  route(['report', 'Record that a selected candidate is on duty'], ReportCandidate, SomeCandidateRequest, some),
  route(['cancel', 'End the attempt'], CancelRecruitment, TellingRequest, {}),
];
