import shared from '@eventstore/db-client/generated/shared_pb.js';
import streams from '@eventstore/db-client/generated/streams_pb.js';
import { type NodeContext } from './context.js';
import { invalidArgument, maximumAppendSizeExceeded, streamDeleted } from './failures.js';
import { ANY, NO_STREAM, type ProposedEvent, STREAM_EXISTS } from './records.js';
import { clientStream, UNHEARD } from './rpc.js';
import { expectedRevisionIn, proposedEventIn, sizeInAppend, streamNameOf } from './wire.js';
import { type Outcome } from './writer.js';

/** `Append`: options first, then the events; one answer when the client has sent all. */
export const append = (node: NodeContext) =>
  clientStream<streams.AppendReq, streams.AppendResp>(async (call) => {
    let target: { readonly stream: string; readonly expected: number } | null = null;
    const events: ProposedEvent[] = [];
    let size = 0;
    for await (const request of call as AsyncIterable<streams.AppendReq>) {
      if (target === null) {
        target = targetIn(request.getOptions());
        node.access.check(call.metadata, 'write', target.stream);
        continue;
      }
      const message = request.getProposedMessage();
      if (message === undefined) throw invalidArgument('options may be sent once only');
      const event = proposedEventIn(message);
      size += sizeInAppend(event);
      if (size > node.maxAppendSize) throw maximumAppendSizeExceeded(node.maxAppendSize);
      events.push(event);
    }
    if (target === null || call.cancelled) throw invalidArgument('no options were sent');
    const outcome = await node.writer.append(target.stream, target.expected, events);
    if (outcome.kind === 'written' && node.committed(call.getPeer())) return UNHEARD;
    return answerTo(outcome, target.stream, target.expected);
  });

function targetIn(options: streams.AppendReq.Options | undefined): { stream: string; expected: number } {
  if (options === undefined) throw invalidArgument('options must be sent first');
  const exact = options.hasRevision() ? options.getRevision() : null;
  return { stream: streamNameOf(options.getStreamIdentifier()), expected: expectedRevisionIn(options, exact) };
}

function answerTo(outcome: Outcome, stream: string, expected: number): streams.AppendResp {
  const answer = new streams.AppendResp();
  switch (outcome.kind) {
    case 'stream-deleted':
      throw streamDeleted(stream);
    case 'wrong-expected-version':
      return answer.setWrongExpectedVersion(wrongExpectedVersion(expected, outcome.current));
    case 'written': {
      const success = new streams.AppendResp.Success();
      const position = new streams.AppendResp.Position();
      position.setCommitPosition(String(outcome.position)).setPreparePosition(String(outcome.position));
      if (outcome.lastRevision < 0) success.setNoStream(new shared.Empty());
      else success.setCurrentRevision(String(outcome.lastRevision));
      return answer.setSuccess(success.setPosition(position));
    }
  }
}

/** Both generations of the fields are filled, as the server fills them for older clients. */
function wrongExpectedVersion(expected: number, current: number): streams.AppendResp.WrongExpectedVersion {
  const wrong = new streams.AppendResp.WrongExpectedVersion();
  if (expected === ANY) wrong.setExpectedAny(new shared.Empty()).setAny2060(new shared.Empty());
  else if (expected === STREAM_EXISTS) {
    wrong.setExpectedStreamExists(new shared.Empty()).setStreamExists2060(new shared.Empty());
  } else if (expected === NO_STREAM) {
    wrong.setExpectedNoStream(new shared.Empty()); // its older form, 2^64 - 1, does not fit the client's older field
  } else wrong.setExpectedRevision(String(expected)).setExpectedRevision2060(expected);
  if (current < 0) return wrong.setCurrentNoStream(new shared.Empty()).setNoStream2060(new shared.Empty());
  return wrong.setCurrentRevision(String(current)).setCurrentRevision2060(current);
}
