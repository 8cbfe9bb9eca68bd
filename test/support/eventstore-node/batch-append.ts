import type shared from '@eventstore/db-client/generated/shared_pb.js';
import streams from '@eventstore/db-client/generated/streams_pb.js';
import { type handleBidiStreamingCall, type ServerDuplexStream } from '@grpc/grpc-js';
import * as statuses from './batch-status.js';
import { type NodeContext } from './context.js';
import { RpcFailure } from './failures.js';
import { type ProposedEvent } from './records.js';
import { expectedRevisionIn, identifierOf, proposedEventIn, sizeInAppend, streamNameOf } from './wire.js';
import { type Outcome } from './writer.js';

type Call = ServerDuplexStream<streams.BatchAppendReq, streams.BatchAppendResp>;

interface Pending {
  readonly stream: string;
  readonly expected: number;
  readonly events: ProposedEvent[];
  size: number;
  readonly timer: NodeJS.Timeout;
}

/** Longest time, in ms, between the first chunk of an append and its last. */
const WRITE_TIMEOUT_MS = 2000;

/** `BatchAppend`: many appends on one call, each in chunks under its correlation id, answered in any order. */
export const batchAppend =
  (node: NodeContext): handleBidiStreamingCall<streams.BatchAppendReq, streams.BatchAppendResp> =>
  (call) => {
    const pending = new Map<string, Pending>();
    let [unanswered, isEnding] = [0, false];
    const endWhenAnswered = (): void => void (isEnding && unanswered === 0 && call.end());
    const appendAll = async (request: streams.BatchAppendReq, { stream, expected, events }: Pending): Promise<void> => {
      unanswered += 1;
      const answer = await node.writer
        .append(stream, expected, events)
        .then((outcome) => answerTo(outcome, stream, expected))
        .catch((error: unknown) => new streams.BatchAppendResp().setError(statuses.internalError(String(error))));
      unanswered -= 1;
      if (answer.hasSuccess() && node.committed(call.getPeer())) return;
      reply(call, request.getCorrelationId(), identifierOf(stream), answer);
      endWhenAnswered();
    };
    call.on('data', (request: streams.BatchAppendReq) => {
      const refused = receive(node, call, pending, request);
      if (refused) return reply(call, request.getCorrelationId(), ...refused);
      const id = keyOf(request);
      const complete = request.getIsFinal() ? pending.get(id) : undefined;
      if (complete === undefined) return;
      clearTimeout(complete.timer);
      pending.delete(id);
      void appendAll(request, complete);
    });
    call.on('end', () => {
      isEnding = true;
      endWhenAnswered();
    });
    call.once('close', () => pending.forEach(({ timer }) => clearTimeout(timer)));
    call.once('cancelled', () => pending.forEach(({ timer }) => clearTimeout(timer)));
  };

type Refused = readonly [shared.StreamIdentifier | undefined, streams.BatchAppendResp];

/** Takes one chunk in; answers the refusal, if it is one. A chunk of an append already refused is passed over. */
function receive(
  node: NodeContext,
  call: Call,
  pending: Map<string, Pending>,
  request: streams.BatchAppendReq,
): Refused | null {
  const [id, options] = [keyOf(request), request.getOptions()];
  const refuse = (status: ReturnType<typeof statuses.timeout>, stream?: string): Refused => [
    stream === undefined ? options?.getStreamIdentifier() : identifierOf(stream),
    new streams.BatchAppendResp().setError(status),
  ];
  try {
    if (options && !pending.has(id)) {
      const stream = streamNameOf(options.getStreamIdentifier());
      if (!mayWrite(node, call, stream)) return refuse(statuses.accessDenied());
      const left = Math.min(timeLeft(options), WRITE_TIMEOUT_MS);
      if (left <= 0) return refuse(statuses.timeout());
      const exact = options.hasStreamPosition() ? options.getStreamPosition() : null;
      const timer = setTimeout(() => {
        pending.delete(id);
        reply(call, request.getCorrelationId(), ...refuse(statuses.timeout(), stream));
      }, left);
      pending.set(id, { stream, expected: expectedRevisionIn(options, exact), events: [], size: 0, timer });
    }
    const append = pending.get(id);
    if (append === undefined) return null;
    const events = request.getProposedMessagesList().map(proposedEventIn);
    append.events.push(...events);
    append.size += events.reduce((sum, event) => sum + sizeInAppend(event), 0);
    if (append.size <= node.maxAppendSize) return null;
    clearTimeout(append.timer);
    pending.delete(id);
    return refuse(statuses.maximumAppendSizeExceeded(node.maxAppendSize), append.stream);
  } catch (error) {
    return refuse(statuses.badRequest(error instanceof Error ? error.message : String(error)));
  }
}

function mayWrite(node: NodeContext, call: Call, stream: string): boolean {
  try {
    node.access.check(call.metadata, 'write', stream);
    return true;
  } catch (error) {
    if (error instanceof RpcFailure) return false;
    throw error;
  }
}

/** In ms; the client states a point in time. */
function timeLeft(options: streams.BatchAppendReq.Options): number {
  const deadline = options.getDeadline();
  return deadline === undefined ? Infinity : deadline.toDate().getTime() - Date.now();
}

const keyOf = (request: streams.BatchAppendReq): string => {
  const id = request.getCorrelationId();
  return id?.getString() || JSON.stringify(id?.getStructured()?.toObject());
};

function reply(
  call: Call,
  correlationId: shared.UUID | undefined,
  stream: shared.StreamIdentifier | undefined,
  answer: streams.BatchAppendResp,
): void {
  if (!call.cancelled && !call.destroyed) {
    call.write(answer.setCorrelationId(correlationId).setStreamIdentifier(stream));
  }
}

function answerTo(outcome: Outcome, stream: string, expected: number): streams.BatchAppendResp {
  const answer = new streams.BatchAppendResp();
  switch (outcome.kind) {
    case 'stream-deleted':
      return answer.setError(statuses.streamDeleted(stream));
    case 'wrong-expected-version':
      return answer.setError(statuses.wrongExpectedVersion(expected, outcome.current));
    case 'written': {
      const success = new streams.BatchAppendResp.Success();
      if (outcome.lastRevision < 0) success.setNoStream(statuses.empty());
      else success.setCurrentRevision(String(outcome.lastRevision));
      return answer.setSuccess(success.setPosition(statuses.positionOf(outcome.position)));
    }
  }
}
