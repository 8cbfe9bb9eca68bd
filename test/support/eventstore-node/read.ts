import streams from '@eventstore/db-client/generated/streams_pb.js';
import { type ServerWritableStream } from '@grpc/grpc-js';
import { type AnswerTo, readEventOf } from './answers.js';
import { type NodeContext } from './context.js';
import { invalidArgument, invalidPosition, streamDeleted, unknownError } from './failures.js';
import { filterBy, ruleIn, visible } from './filters.js';
import { unresolved } from './links.js';
import { BeyondTheEnd, type Filter, InvalidPosition, type LogPage, PAGE } from './readers.js';
import { type LogPosition } from './records.js';
import { serverStream } from './rpc.js';
import { subscribeToAll } from './subscribe-to-all.js';
import { subscribeToStream } from './subscribe-to-stream.js';
import { identifierOf, numberOf, positionIn, streamNameOf } from './wire.js';

type Options = streams.ReadReq.Options;
type Answers = AsyncIterable<streams.ReadResp>;
type Call = ServerWritableStream<streams.ReadReq, streams.ReadResp>;

const START: LogPosition = { commit: 0, prepare: 0 };

/** `Read`: a stream or the whole log, in both directions, or a subscription to either. */
export const read = (node: NodeContext) =>
  serverStream<streams.ReadReq, streams.ReadResp>((call, signal) => {
    const options = call.request.getOptions();
    if (options?.getUuidOption() === undefined) throw invalidArgument('`uuidOption` is a required argument');
    if (!options.hasNoFilter() && !(options.hasFilter() && options.hasAll())) {
      throw invalidArgument('The combination of options is invalid.');
    }
    if (options.hasAll()) return readWholeLog(node, call, options, signal);
    return readStream(node, call, options, signal);
  });

function answering(node: NodeContext, options: Options): AnswerTo {
  const isStructured = options.getUuidOption()!.hasStructured();
  const resolve = options.getResolveLinks() ? node.resolve : unresolved;
  return (event) => new streams.ReadResp().setEvent(readEventOf(resolve(event), isStructured));
}

function readWholeLog(node: NodeContext, call: Call, options: Options, signal: AbortSignal): Answers {
  node.access.check(call.metadata, 'read', '$all');
  const all = options.getAll()!;
  const given = all.getPosition();
  const position = all.hasEnd() ? 'end' : given ? positionIn(given) : null;
  const [filter, window] = filterAndWindow(options);
  const answer = answering(node, options);
  if (options.hasSubscription()) {
    const interval = options.getFilter()?.getCheckpointintervalmultiplier() ?? null;
    if (interval === 0) throw unknownError('Exception was thrown by handler. checkpointIntervalMultiplier');
    return subscribeToAll(node, { from: position, filter, window, interval, answer }, signal);
  }
  const count = Number(options.getCount());
  if (count === 0) throw unknownError('Unexpected ReadAllResult: Error');
  const isForwards = options.getReadDirection() === streams.ReadReq.Options.ReadDirection.FORWARDS;
  const from = position === 'end' ? atTheEnd(node) : (position ?? START);
  const page = (at: LogPosition, left: number): LogPage =>
    isForwards ? node.readers.forwards(at, left, window, filter) : node.readers.backwards(at, left, window, filter);
  return pagesOf(page, from, count, answer, options.hasFilter());
}

const atTheEnd = (node: NodeContext): LogPosition => ({ commit: node.end(), prepare: node.end() });

function filterAndWindow(options: Options): readonly [Filter, number] {
  const given = options.getFilter();
  if (given === undefined) return [visible, Infinity];
  const rule = ruleIn(given);
  if (rule === null || !(given.hasMax() || given.hasCount())) throw invalidArgument('not a valid filter');
  return [filterBy(rule), given.hasMax() ? given.getMax() : PAGE];
}

async function* pagesOf(
  page: (from: LogPosition, count: number) => LogPage,
  from: LogPosition,
  count: number,
  answer: AnswerTo,
  isFiltered: boolean,
): Answers {
  let [left, next] = [count, from];
  while (left > 0) {
    const { events, next: following, isEnd } = onValidPosition(() => page(next, Math.min(PAGE, left)), isFiltered);
    for (const event of events) yield answer(event);
    left -= events.length;
    next = following;
    if (isEnd) return;
    await nextTurn();
  }
}

/** The server names an invalid position plainly to unfiltered reads only. */
function onValidPosition<T>(readPage: () => T, isFiltered: boolean): T {
  try {
    return readPage();
  } catch (error) {
    const kind = isFiltered ? 'FilteredReadAllResult' : 'ReadAllResult';
    if (error instanceof BeyondTheEnd) throw unknownError(`Unexpected ${kind}: Error`);
    if (!(error instanceof InvalidPosition)) throw error;
    throw isFiltered ? unknownError(`Unexpected ${kind}: InvalidPosition`) : invalidPosition();
  }
}

function readStream(node: NodeContext, call: Call, options: Options, signal: AbortSignal): Answers {
  const given = options.getStream();
  const stream = streamNameOf(given?.getStreamIdentifier());
  node.access.check(call.metadata, 'read', stream);
  const revision = given!.hasRevision() ? numberOf(given!.getRevision()) : given!.hasEnd() ? 'end' : null;
  const answer = answering(node, options);
  if (options.hasSubscription()) return subscribeToStream(node, { stream, from: revision, answer }, signal);
  const isForwards = options.getReadDirection() === streams.ReadReq.Options.ReadDirection.FORWARDS;
  const count = Number(options.getCount());
  if (count === 0 || (isForwards && revision === 'end')) throw unknownError('Unexpected ReadStreamResult: Error');
  return streamPagesOf(node, { stream, from: revision, isForwards, count, answer, isTold: isNewClient(options) });
}

/** Only clients that say so are told the last position of a stream they read. */
const isNewClient = (options: Options): boolean => (options.getControlOption()?.getCompatibility() ?? 0) >= 1;

interface StreamRead {
  readonly stream: string;
  readonly from: number | 'end' | null;
  readonly isForwards: boolean;
  readonly count: number;
  readonly answer: AnswerTo;
  readonly isTold: boolean;
}

async function* streamPagesOf(node: NodeContext, asked: StreamRead): Answers {
  const { stream, isForwards, answer, isTold } = asked;
  let left = asked.count;
  let next = asked.from === 'end' ? null : (asked.from ?? 0);
  for (;;) {
    const count = Math.min(PAGE, left);
    const page = isForwards
      ? node.readers.streamForwards(stream, next!, count)
      : node.readers.streamBackwards(stream, next, count);
    if (page.kind === 'stream-deleted') throw streamDeleted(stream);
    if (page.kind === 'no-stream') return void (yield streamNotFound(stream));
    for (const event of page.events) yield answer(event);
    left -= page.events.length;
    next = page.next;
    if (page.isEnd || left <= 0) {
      if (isTold) yield new streams.ReadResp().setLastStreamPosition(String(page.last));
      return;
    }
    await nextTurn();
  }
}

function streamNotFound(stream: string): streams.ReadResp {
  const notFound = new streams.ReadResp.StreamNotFound().setStreamIdentifier(identifierOf(stream));
  return new streams.ReadResp().setStreamNotFound(notFound);
}

/** Lets other calls have their turn between two pages. */
const nextTurn = (): Promise<void> => new Promise((resolve) => setImmediate(resolve));
