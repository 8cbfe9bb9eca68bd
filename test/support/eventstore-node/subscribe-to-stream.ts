import type streams from '@eventstore/db-client/generated/streams_pb.js';
import { type AnswerTo, caughtUp, confirmation } from './answers.js';
import { watchChanges } from './changes.js';
import { type NodeContext } from './context.js';
import { streamDeleted } from './failures.js';
import { PAGE } from './readers.js';
import { TOMBSTONE } from './records.js';

export interface Asked {
  readonly stream: string;
  /** Null: from the start. The revision itself is not sent again. */
  readonly from: number | 'end' | null;
  readonly answer: AnswerTo;
}

type Answers = AsyncGenerator<streams.ReadResp, void, void>;

/** Live events the server keeps for a subscriber; one that has more to fetch catches up again. */
const LIVE_BUFFER = 32;

/** History after a revision, a mark, then what is appended, until the stream is ended for ever or the client goes. */
export async function* subscribeToStream(node: NodeContext, asked: Asked, signal: AbortSignal): Answers {
  const changes = watchChanges(node.writer, signal);
  try {
    const last = node.lastRevision(asked.stream);
    yield confirmation();
    let sent = asked.from === 'end' ? last : (asked.from ?? -1);
    if (sent < last) sent = yield* catchUp(node, asked, sent);
    yield caughtUp();
    while (!signal.aborted) {
      const tombstone = node.readers.tombstoneOf(asked.stream);
      if (tombstone) {
        yield asked.answer(tombstone);
        throw streamDeleted(asked.stream);
      }
      const waiting = node.lastRevision(asked.stream) - sent;
      if (waiting > 0) sent = yield* catchUp(node, asked, sent);
      if (waiting > LIVE_BUFFER) yield caughtUp();
      if (waiting <= 0) await changes.next();
    }
  } finally {
    changes.stop();
  }
}

/** Answers the last revision sent. A stream (softly) deleted has nothing to send. @throws when it was ended for ever */
async function* catchUp(
  node: NodeContext,
  { stream, answer }: Asked,
  from: number,
): AsyncGenerator<streams.ReadResp, number> {
  let [sent, next] = [from, from + 1];
  for (;;) {
    if (node.lastRevision(stream) === TOMBSTONE) throw streamDeleted(stream);
    const page = node.readers.streamForwards(stream, next, PAGE);
    if (page.kind !== 'page') return node.lastRevision(stream);
    for (const event of page.events) {
      sent = event.revision;
      yield answer(event);
    }
    if (page.isEnd) return Math.max(sent, page.last);
    next = page.next;
    await new Promise((resolve) => setImmediate(resolve));
  }
}
