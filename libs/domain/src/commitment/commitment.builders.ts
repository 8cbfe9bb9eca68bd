import { between, RecordEvents, type Window } from '@cadre/kernel';
import { telling } from '@cadre/kernel/testing';
import type * as Events from './commitment.events.js';
import { DropCommitment, MakeCommitment, MeetCommitment } from './commitment.js';
import { MissCommitment, RedateCommitment } from './commitment.js';

/** The promise every example is about. */
export const COMMITMENT = 'additional-posts-filled';

/** When it is first promised for, and a later date. */
export const DUE = between('2008-01-01', '2008-04-30', 'early 2008');
export const LATER = between('2008-05-01', '2008-08-31', 'mid-2008');

type Said = Parameters<typeof telling>[0];

export const commitmentMade = (data: Partial<Events.CommitmentMade['data']> = {}): Events.CommitmentMade => ({
  type: 'CommitmentMade',
  data: { what: 'the posts are filled', ownerUnitId: null, due: DUE, about: [], measure: null, ...data },
});
export const commitmentRedated = (due: Window = LATER): Events.CommitmentRedated => ({
  type: 'CommitmentRedated',
  data: { due },
});
export const commitmentMet = (): Events.CommitmentMet => ({ type: 'CommitmentMet', data: {} });
export const commitmentMissed = (): Events.CommitmentMissed => ({ type: 'CommitmentMissed', data: {} });
export const commitmentDropped = (): Events.CommitmentDropped => ({ type: 'CommitmentDropped', data: {} });

export const makeCommitment = (data: Partial<MakeCommitment['data']> = {}, said: Said = {}): MakeCommitment =>
  new MakeCommitment(COMMITMENT, commitmentMade(data).data, telling(said));
/** With a reason unless the example is about that. */
export const redateCommitment = (due: Window = LATER, said: Said = {}): RedateCommitment =>
  new RedateCommitment(COMMITMENT, { due }, telling({ reason: 'recruitment takes longer', ...said }));
export const meetCommitment = (said: Said = {}): MeetCommitment => new MeetCommitment(COMMITMENT, {}, telling(said));
export const missCommitment = (said: Said = {}): MissCommitment => new MissCommitment(COMMITMENT, {}, telling(said));
/** With a reason unless the example is about that. */
export const dropCommitment = (said: Said = {}): DropCommitment =>
  new DropCommitment(COMMITMENT, {}, telling({ reason: 'the mandate ended', ...said }));
/** The event as a loaded file would bring it: past `decide`. */
export const loadIntoCommitment = (event: Events.CommitmentEvent, said: Said = {}): RecordEvents =>
  new RecordEvents(COMMITMENT, { events: [event] }, telling(said));
