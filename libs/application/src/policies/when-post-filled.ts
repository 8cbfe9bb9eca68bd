import { type Entry, isRefusal, partsOf, run } from '@cadre/kernel';
import {
  ConfirmEncumbrance,
  person,
  type PostFilled,
  type PostVacated,
  recruitmentCase,
  ReleaseFromPost,
  ReportCandidate,
} from '@cadre/domain';
import { type Policy, tellingFrom } from './policy.js';

/** Filling a post, third step: the person is recorded as holding it. */
export const whenPostFilledConfirmTheIncumbent: Policy = {
  name: 'when-post-filled-confirm-the-incumbent',
  on: ['PostFilled'],
  async react({ environment }, filled) {
    const entry = filled as Entry<PostFilled>;
    const { personId, share } = entry.event.data;
    if (personId === null) return null;
    const postId = partsOf(entry.stream).id;
    const answer = await run(
      environment,
      person,
      new ConfirmEncumbrance(personId, { postId, share }, tellingFrom(entry, 'confirm')),
    );
    return isRefusal(answer) ? answer.sentence : null;
  },
};

/** Reporting for duty ends the candidate's way through the recruitment case, when the filling names one. */
export const whenPostFilledReportItsCandidate: Policy = {
  name: 'when-post-filled-report-its-candidate',
  on: ['PostFilled'],
  async react({ environment }, filled) {
    const entry = filled as Entry<PostFilled>;
    const { personId, caseId } = entry.event.data;
    if (caseId === null) return null;
    const answer = await run(
      environment,
      recruitmentCase,
      new ReportCandidate(caseId, { candidateId: personId }, tellingFrom(entry, 'report')),
    );
    return isRefusal(answer) ? answer.sentence : null;
  },
};

/** Leaving a post sets the person free for another. */
export const whenPostVacatedReleaseThePerson: Policy = {
  name: 'when-post-vacated-release-the-person',
  on: ['PostVacated'],
  async react({ environment }, vacated) {
    const entry = vacated as Entry<PostVacated>;
    const { personId } = entry.event.data;
    if (personId === null) return null;
    const postId = partsOf(entry.stream).id;
    const answer = await run(
      environment,
      person,
      new ReleaseFromPost(personId, { postId }, tellingFrom(entry, 'release')),
    );
    return isRefusal(answer) ? answer.sentence : null;
  },
};
