import { type Entry, isRefusal, partsOf, readTyped, run } from '@cadre/kernel';
import { FillPost, person, type PersonEvent, post, type PostReserved, ReleaseReservation } from '@cadre/domain';
import { record } from '../command-handlers.js';
import { type Application } from '../application.js';
import { alarmOf, type Policy, tellingFrom } from './policy.js';

/** Filling a post, second step: the reserved person is put into the post, or set free again when the post refuses. */
export const whenPersonReservedFillThePost: Policy = {
  name: 'when-person-reserved-fill-the-post',
  on: ['PostReserved'],
  async react(application, reserved) {
    const entry = reserved as Entry<PostReserved>;
    if (await isSettled(application, entry)) return null;
    const answer = await record(application, post, fillingOf(entry));
    if (!isRefusal(answer)) return null;
    alarmOf(answer); // others who only wrote faster are no reason to release
    const because = { postId: entry.event.data.postId, because: answer.code };
    const release = new ReleaseReservation(partsOf(entry.stream).id, because, tellingFrom(entry, 'release'));
    const released = await run(application.environment, person, release);
    return alarmOf(released);
  },
};

/** The command that fills the post a person was reserved for. */
export function fillingOf(entry: Entry<PostReserved>): FillPost {
  const { postId, share, caseId, before } = entry.event.data;
  return new FillPost(
    postId,
    { personId: partsOf(entry.stream).id, share, caseId },
    tellingFrom(entry, 'fill', { precedes: before }),
  );
}

/** True when the reservation was followed by its release or by the person holding the post. */
async function isSettled({ environment }: Application, reserved: Entry<PostReserved>): Promise<boolean> {
  const { postId } = reserved.event.data;
  const entries = await readTyped<PersonEvent>(environment, reserved.stream);
  return entries.some(
    ({ revision, event }) =>
      revision > reserved.revision &&
      (event.type === 'ReservationReleased' || event.type === 'PostEncumbered') &&
      event.data.postId === postId,
  );
}
