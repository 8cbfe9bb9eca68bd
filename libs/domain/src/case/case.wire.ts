import { z } from 'zod';
import { civilDate, countRange, id, type StoredShapes, text, v1, wholeNumber } from '../shapes.wire.js';
import type * as Events from './case.events.js';

/** How the events of a recruitment case are stored. A stored shape is never edited: add a version and an upcaster. */
export const caseShapes: StoredShapes<Events.CaseEvent> = {
  RecruitmentOpened: v1<Events.RecruitmentOpened['data']>({
    name: text.nullable(),
    postIds: z.array(id).readonly(),
    blockId: id.nullable(),
    openings: countRange.nullable(),
  }),
  CriteriaApproved: v1<Events.CriteriaApproved['data']>({}),
  VacancyAdvertised: v1<Events.VacancyAdvertised['data']>({ channel: text.nullable(), closesOn: civilDate.nullable() }),
  NominationsRequested: v1<Events.NominationsRequested['data']>({ askedOf: text, askedCount: wholeNumber.nullable() }),
  CandidateNominated: v1<Events.CandidateNominated['data']>({ candidateId: id, nominatedBy: text.nullable() }),
  CandidatesUnderReview: v1<Events.CandidatesUnderReview['data']>({}),
  CandidateShortlisted: v1<Events.CandidateShortlisted['data']>({ candidateId: id }),
  CandidateRecommended: v1<Events.CandidateRecommended['data']>({ candidateId: id }),
  RecommendationEndorsed: v1<Events.RecommendationEndorsed['data']>({ candidateId: id }),
  CandidateSelected: v1<Events.CandidateSelected['data']>({ candidateId: id.nullable(), postId: id.nullable() }),
  CandidateAnnounced: v1<Events.CandidateAnnounced['data']>({ candidateId: id.nullable() }),
  CandidateWithdrew: v1<Events.CandidateWithdrew['data']>({ candidateId: id.nullable() }),
  OfferAccepted: v1<Events.OfferAccepted['data']>({ candidateId: id.nullable() }),
  CandidateReported: v1<Events.CandidateReported['data']>({ candidateId: id.nullable() }),
  RecruitmentCancelled: v1<Events.RecruitmentCancelled['data']>({}),
};
