import { type Entry, partsOf, run } from '@cadre/kernel';
import { EstablishPost, post, type PostIdentified } from '@cadre/domain';
import { alarmOf, type Policy, tellingFrom } from './policy.js';

/** A post drawn from an approved block gets a life of its own, vacant. */
export const whenPostIdentifiedEstablishIt: Policy = {
  name: 'when-post-identified-establish-it',
  on: ['PostIdentified'],
  async react({ environment }, identified) {
    const entry = identified as Entry<PostIdentified>;
    const { postId, ...described } = entry.event.data;
    const data = { ...described, blockId: partsOf(entry.stream).id, seniority: null, occupancy: 'vacant' as const };
    const answer = await run(environment, post, new EstablishPost(postId, data, tellingFrom(entry, 'establish')));
    return alarmOf(answer);
  },
};
