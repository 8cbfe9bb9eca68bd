import { type Samples, unlike } from '@cadre/kernel';
import { type Engagement, type Person, type PersonCommand } from './person.js';

const another = (taken: readonly Engagement[]): string => unlike(taken.map(({ postId }) => postId));
const among = (taken: readonly Engagement[]): readonly { readonly postId: string }[] =>
  taken.length > 0 ? taken.map(({ postId }) => ({ postId })) : [{ postId: 'post' }];

/** The plainest content of each command on a person. */
export const personSamples: Samples<Person, PersonCommand> = {
  ReservePerson: ({ held, reserved }) => [
    { postId: another([...held, ...reserved]), share: 1, caseId: null, before: [] },
  ],
  ReleaseReservation: ({ reserved }) => among(reserved).map((it) => ({ ...it, because: 'POST_FROZEN' })),
  // A reservation leaves the time it took to the confirmation of it.
  ConfirmEncumbrance: ({ held, reserved }) =>
    [...reserved.map(({ postId }) => postId), another([...held, ...reserved])].map((postId) => ({ postId, share: 1 })),
  ReleaseFromPost: ({ held }) => among(held),
  ErasePerson: () => [{}],
};
