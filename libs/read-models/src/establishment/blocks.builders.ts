import { type Saying, say } from '../read-models.builders.js';

export const exact = (count: number): object => ({ atLeast: count, atMost: count });

export const RESOLUTION = { kind: 'resolution', reference: 'A/RES/61/279' };

/** What is said of the block `a` as a whole; the rest is filled in. */
const described = (more: object): object => ({
  ...{ name: 'more posts', group: null, grade: null, unitIds: [], breakdown: [], ...more },
});

export const proposedPosts = (count: number, more: object = {}, on: Saying['on'] = [null, '2007-01-31']): Saying =>
  say('block-a', 'PostProposed', { ...described(more), count: exact(count) }, on);

export const approvedPosts = (count: number, more: object = {}, on: Saying['on'] = '2007-02-01'): Saying =>
  say('block-a', 'PostApproved', { ...described(more), count: exact(count), authority: RESOLUTION, ...more }, on);

export const revisedTo = (count: number, reference: string, on: Saying['on']): Saying =>
  say('block-a', 'PostApprovalRevised', { count: exact(count), authority: { kind: 'decision', reference } }, on);

export const reportedProgress = (stage: string, count: number, on: Saying['on']): Saying =>
  say('block-a', 'BlockProgressReported', { stage, count: exact(count), wording: null }, on);

/** A post drawn from the block, and as it tells itself. */
export function drawnPost(id: string, more: object = {}, on: Saying['on'] = '2007-03-01'): readonly Saying[] {
  const post = { number: null, title: 'Officer', grade: null, unitId: null, ...more };
  return [
    say('block-a', 'PostIdentified', { ...post, postId: id }, on),
    say(`post-${id}`, 'PostEstablished', { ...post, blockId: 'a', seniority: null, occupancy: 'vacant' }, on),
  ];
}

export const filledPost = (id: string, on: Saying['on'] = '2007-04-01'): Saying =>
  say(`post-${id}`, 'PostFilled', { personId: null, share: 100, caseId: null }, on);
