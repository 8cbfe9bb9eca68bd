import { exactCount } from '@cadre/kernel';
import { telling } from '@cadre/kernel/testing';
import {
  ApprovePosts,
  DeclinePosts,
  IdentifyPost,
  ProposePosts,
  RecordNonRecommendation,
  ReportBlockProgress,
  RevisePostApproval,
} from './block.js';
import type * as Events from './block.events.js';

/** Facts and orders about one block, everything filled in but what the rule under test is about. */

type Said = Parameters<typeof telling>[0];
const ID = 'team-specialists';

const description = {
  name: 'Team specialists',
  group: null,
  grade: null,
  unitIds: [],
  breakdown: [],
};

export const proposed = (data: Partial<Events.PostProposed['data']> = {}): Events.PostProposed => ({
  type: 'PostProposed',
  data: { ...description, count: exactCount(42), ...data },
});
export const approved = (data: Partial<Events.PostApproved['data']> = {}): Events.PostApproved => ({
  type: 'PostApproved',
  data: {
    ...description,
    count: exactCount(25),
    authority: { kind: 'resolution', reference: 'A/RES/61/279' },
    ...data,
  },
});
export const revised = (data: Partial<Events.PostApprovalRevised['data']> = {}): Events.PostApprovalRevised => ({
  type: 'PostApprovalRevised',
  data: { count: exactCount(20), authority: { kind: 'resolution', reference: 'A/RES/62/250' }, ...data },
});
export const notRecommended = (data: Partial<Events.PostNotRecommended['data']> = {}): Events.PostNotRecommended => ({
  type: 'PostNotRecommended',
  data: { body: 'Advisory Committee', reference: null, ...data },
});
export const declined = (data: Partial<Events.PostDeclined['data']> = {}): Events.PostDeclined => ({
  type: 'PostDeclined',
  data: { authority: { kind: 'decision', reference: 'Decision 62/1' }, ...data },
});
export const identified = (data: Partial<Events.PostIdentified['data']> = {}): Events.PostIdentified => ({
  type: 'PostIdentified',
  data: { postId: 'planner', number: null, title: 'Planner', grade: null, unitId: null, ...data },
});
export const progress = (data: Partial<Events.BlockProgressReported['data']> = {}): Events.BlockProgressReported => ({
  type: 'BlockProgressReported',
  data: { stage: 'advertised', count: exactCount(10), wording: null, ...data },
});

export const propose = (data: Partial<Events.PostProposed['data']> = {}, said: Said = {}): ProposePosts =>
  new ProposePosts(ID, proposed(data).data, telling(said));
export const approve = (data: Partial<Events.PostApproved['data']> = {}, said: Said = {}): ApprovePosts =>
  new ApprovePosts(ID, approved(data).data, telling(said));
export const revise = (data: Partial<Events.PostApprovalRevised['data']> = {}, said: Said = {}): RevisePostApproval =>
  new RevisePostApproval(ID, revised(data).data, telling(said));
export const adviseAgainst = (said: Said = {}): RecordNonRecommendation =>
  new RecordNonRecommendation(ID, notRecommended().data, telling(said));
export const decline = (data: Partial<Events.PostDeclined['data']> = {}, said: Said = {}): DeclinePosts =>
  new DeclinePosts(ID, declined(data).data, telling(said));
export const identify = (data: Partial<Events.PostIdentified['data']> = {}, said: Said = {}): IdentifyPost =>
  new IdentifyPost(ID, identified(data).data, telling(said));
export const report = (
  data: Partial<Events.BlockProgressReported['data']> = {},
  said: Said = {},
): ReportBlockProgress => new ReportBlockProgress(ID, progress(data).data, telling(said));
