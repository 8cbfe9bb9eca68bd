import streams from '@eventstore/db-client/generated/streams_pb.js';
import { type NodeContext } from './context.js';
import { invalidArgument, streamDeleted, wrongExpectedVersion } from './failures.js';
import { unary, UNHEARD } from './rpc.js';
import { expectedRevisionIn, streamNameOf } from './wire.js';

/** `Delete`: the stream reads as if it never was, and can be written again. */
export const deleteStream = (node: NodeContext) =>
  unary<streams.DeleteReq, streams.DeleteResp>(async (call) => {
    const position = await remove(node, call, call.request.getOptions(), false);
    if (position === null) return UNHEARD;
    const answered = new streams.DeleteResp.Position();
    return new streams.DeleteResp().setPosition(answered.setCommitPosition(position).setPreparePosition(position));
  });

/** `Tombstone`: the stream is ended for ever. */
export const tombstoneStream = (node: NodeContext) =>
  unary<streams.TombstoneReq, streams.TombstoneResp>(async (call) => {
    const position = await remove(node, call, call.request.getOptions(), true);
    if (position === null) return UNHEARD;
    const answered = new streams.TombstoneResp.Position();
    return new streams.TombstoneResp().setPosition(answered.setCommitPosition(position).setPreparePosition(position));
  });

type Call = Parameters<Parameters<typeof unary<streams.DeleteReq, streams.DeleteResp>>[0]>[0];

/** The position of the event that says so; null when a fault left nobody to tell. */
async function remove(
  node: NodeContext,
  call: Pick<Call, 'metadata' | 'getPeer'>,
  options: streams.DeleteReq.Options | streams.TombstoneReq.Options | undefined,
  forEver: boolean,
): Promise<string | null> {
  if (options === undefined) throw invalidArgument('options are missing');
  const stream = streamNameOf(options.getStreamIdentifier());
  const expected = expectedRevisionIn(options, options.hasRevision() ? options.getRevision() : null);
  node.access.check(call.metadata, 'delete', stream);
  const outcome = await node.writer.delete(stream, expected, forEver);
  switch (outcome.kind) {
    case 'stream-deleted':
      throw streamDeleted(stream);
    case 'wrong-expected-version':
      throw wrongExpectedVersion('Delete', stream, expected, outcome.current);
    case 'written':
      return node.committed(call.getPeer()) ? null : String(outcome.position);
  }
}
