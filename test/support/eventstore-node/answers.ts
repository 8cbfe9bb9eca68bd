// Messages that reading and subscribing have in common.
import { randomUUID } from 'node:crypto';
import streams from '@eventstore/db-client/generated/streams_pb.js';
import { type ResolvedEvent } from './links.js';
import { type LogPosition, type StoredEvent } from './records.js';
import { recordedEventOf } from './wire.js';

/** How events of a call are answered: links followed or not, ids in the shape asked for. */
export type AnswerTo = (event: StoredEvent) => streams.ReadResp;

export function readEventOf({ event, link }: ResolvedEvent, isStructured: boolean): streams.ReadResp.ReadEvent {
  const recorded = (it: StoredEvent) =>
    recordedEventOf(new streams.ReadResp.ReadEvent.RecordedEvent(), it, isStructured);
  const answer = new streams.ReadResp.ReadEvent();
  if (event) answer.setEvent(recorded(event));
  if (link) answer.setLink(recorded(link));
  return answer.setCommitPosition(String((link ?? event)!.position));
}

export function confirmation(): streams.ReadResp {
  const confirmed = new streams.ReadResp.SubscriptionConfirmation().setSubscriptionId(randomUUID());
  return new streams.ReadResp().setConfirmation(confirmed);
}

export const caughtUp = (): streams.ReadResp => new streams.ReadResp().setCaughtUp(new streams.ReadResp.CaughtUp());

export function checkpointAt({ commit, prepare }: LogPosition): streams.ReadResp {
  const checkpoint = new streams.ReadResp.Checkpoint();
  checkpoint.setCommitPosition(String(commit)).setPreparePosition(String(prepare));
  return new streams.ReadResp().setCheckpoint(checkpoint);
}
