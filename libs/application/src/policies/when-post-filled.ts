import { type Entry, historyOf, partsOf, readTyped, run } from '@cadre/kernel';
import {
  ConfirmEncumbrance,
  person,
  post,
  type PostEvent,
  type PostFilled,
  type PostVacated,
  recruitmentCase,
  ReleaseFromPost,
  ReportCandidate,
} from '@cadre/domain';
import { alarmOf, type Policy, tellingFrom } from './policy.js';

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
    return alarmOf(answer);
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
    return alarmOf(answer);
  },
};

/** Leaving a post sets the person free for another, also where the source did not say who left. */
export const whenPostVacatedReleaseThePerson: Policy = {
  name: 'when-post-vacated-release-the-person',
  on: ['PostVacated'],
  async react({ environment }, vacated) {
    const entry = vacated as Entry<PostVacated>;
    const personId = entry.event.data.personId ?? whoLeft(await readTyped<PostEvent>(environment, entry.stream), entry);
    if (personId === null) return null;
    const postId = partsOf(entry.stream).id;
    const answer = await run(
      environment,
      person,
      new ReleaseFromPost(personId, { postId }, tellingFrom(entry, 'release')),
    );
    return alarmOf(answer);
  },
};

/** The incumbent who is no longer there after an entry of a post; null when nobody named is missing. */
export function whoLeft(entries: readonly Entry<PostEvent>[], entry: Entry): string | null {
  const { order, states } = historyOf(post, entries, null);
  const place = order.findIndex(({ id }) => id === entry.eventId);
  if (place < 0) return null;
  const after = states[place + 1]!.incumbents ?? [];
  const gone = (states[place]!.incumbents ?? []).find(({ personId }) => after.every((it) => it.personId !== personId));
  return gone?.personId ?? null;
}
