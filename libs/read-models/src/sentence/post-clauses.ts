import { type BlockEvent, type CaseEvent, type PersonEvent, type PostEvent } from '@cadre/domain';
import { type Clauses, list, quote, sayAuthority, sayCount, sayParts, when } from './words.js';

export const blockClauses: Clauses<BlockEvent> = {
  PostProposed: ({ count, name, breakdown }, id) =>
    `${sayCount(count, 'post')} of ${name === null ? id : quote(name)} proposed${sayParts(breakdown)}`,
  PostApproved: ({ count, name, authority, breakdown }, id) =>
    `${sayCount(count, 'post')} of ${name === null ? id : quote(name)} approved${sayAuthority(authority)}${sayParts(breakdown)}`,
  PostApprovalRevised: ({ count, authority }, id) =>
    `Approval of ${id} revised to ${sayCount(count, 'post')}${sayAuthority(authority)}`,
  PostNotRecommended: ({ body, reference }, id) =>
    `${body} did not recommend the posts of ${id}${when(reference, (it) => ` (${it})`)}`,
  PostDeclined: ({ authority }, id) => `The posts of ${id} declined${sayAuthority(authority)}`,
  PostIdentified: ({ postId, title, grade }, id) =>
    `Post ${postId}, ${quote(title)}${when(grade, (it) => ` (${it})`)}, identified out of ${id}`,
  BlockProgressReported: ({ stage, count, wording }, id) =>
    `${count === null && wording !== null ? `${quote(wording)} of the posts` : sayCount(count, 'post')} of ${id} reported as ${stage}`,
};

export const postClauses: Clauses<PostEvent> = {
  PostEstablished: ({ title, grade, unitId, occupancy }, id) =>
    `Post ${id}, ${quote(title)}${when(grade, (it) => ` (${it})`)}, stands${when(unitId, (it) => ` in ${it}`)}; ${occupancy === 'vacant' ? 'vacant' : 'holder not reported'}`,
  PostFilled: ({ personId, share }, id) =>
    `Post ${id} filled${when(personId, (it) => ` by ${it}`)}${share === 100 ? '' : ` at ${share}%`}`,
  PostVacated: ({ personId, cause }, id) =>
    `Post ${id} vacated${when(personId, (it) => ` by ${it}`)}${when(cause, (it) => ` (${it})`)}`,
  PostFrozen: ({ authority }, id) => `Post ${id} frozen${sayAuthority(authority)}`,
  PostUnfrozen: ({ authority }, id) => `Post ${id} unfrozen${sayAuthority(authority)}`,
  PostReclassified: ({ from, to }, id) => `Post ${id} reclassified${when(from, (it) => ` from ${it}`)} to ${to}`,
  PostRedeployed: ({ fromUnitId, toUnitId }, id) =>
    `Post ${id} redeployed${when(fromUnitId, (it) => ` from ${it}`)} to ${toUnitId}`,
  PostReassigned: ({ fromTitle, toTitle }, id) =>
    `Post ${id} reassigned${when(fromTitle, (it) => ` from ${quote(it)}`)} to ${quote(toTitle)}`,
  PostExtended: ({ until, authority }, id) => `Post ${id} extended until ${until}${sayAuthority(authority)}`,
  PostLapsed: (_data, id) => `Post ${id} lapsed`,
  PostAbolished: ({ authority }, id) => `Post ${id} abolished${sayAuthority(authority)}`,
  OfficerInChargeDesignated: ({ personId, grade }, id) =>
    `${personId ?? 'Someone not named'}${when(grade, (it) => ` (${it})`)} designated officer in charge of post ${id}, which stays vacant`,
  OfficerInChargeEnded: (_data, id) => `Acting cover of post ${id} ended`,
  DoubleFillAuthorised: ({ until, authority }, id) =>
    `Two holders of post ${id} allowed until ${until}${sayAuthority(authority)}`,
};

const candidate = (id: string | null): string => (id === null ? 'A candidate not named' : `Candidate ${id}`);

export const caseClauses: Clauses<CaseEvent> = {
  RecruitmentOpened: ({ name, postIds, blockId, openings }, id) =>
    `Recruitment ${name === null ? id : quote(name)} opened for ${postIds.length > 0 ? list(postIds) : `${sayCount(openings, 'post')}${when(blockId, (it) => ` of block-${it}`)}`}`,
  CriteriaApproved: (_data, id) => `Evaluation criteria of ${id} approved`,
  VacancyAdvertised: ({ channel, closesOn }, id) =>
    `Vacancy of ${id} advertised${when(channel, (it) => ` through ${it}`)}${when(closesOn, (it) => `, closing on ${it}`)}`,
  NominationsRequested: ({ askedOf, askedCount }, id) =>
    `Nominations for ${id} requested from ${askedCount === null ? '' : `${askedCount} `}${askedOf}`,
  CandidateNominated: ({ candidateId, nominatedBy }, id) =>
    `Candidate ${candidateId} nominated${when(nominatedBy, (it) => ` by ${it}`)} for ${id}`,
  CandidatesUnderReview: (_data, id) => `Candidates of ${id} under review`,
  CandidateShortlisted: ({ candidateId }, id) => `Candidate ${candidateId} shortlisted for ${id}`,
  CandidateRecommended: ({ candidateId }, id) => `Candidate ${candidateId} recommended for ${id}`,
  RecommendationEndorsed: ({ candidateId }, id) => `Recommendation of candidate ${candidateId} endorsed for ${id}`,
  CandidateSelected: ({ candidateId, postId }, id) =>
    `${candidate(candidateId)} selected${when(postId, (it) => ` for post ${it}`)} in ${id}`,
  CandidateAnnounced: ({ candidateId }, id) => `${candidate(candidateId)} announced in ${id}`,
  CandidateWithdrew: ({ candidateId }, id) => `${candidate(candidateId)} withdrew from ${id}`,
  OfferAccepted: ({ candidateId }, id) => `${candidate(candidateId)} accepted the offer in ${id}`,
  CandidateReported: ({ candidateId }, id) => `${candidate(candidateId)} of ${id} reported for duty`,
  RecruitmentCancelled: (_data, id) => `Recruitment ${id} cancelled`,
};

export const personClauses: Clauses<PersonEvent> = {
  PostReserved: ({ postId }, id) => `${id} reserved for post ${postId}`,
  ReservationReleased: ({ postId, because }, id) => `Reservation of ${id} for post ${postId} released (${because})`,
  PostEncumbered: ({ postId, share }, id) => `${id} holds post ${postId}${share === 100 ? '' : ` at ${share}%`}`,
  PostReleased: ({ postId }, id) => `${id} no longer holds post ${postId}`,
  SubjectErased: (_data, id) => `Personal data of ${id} erased`,
};
