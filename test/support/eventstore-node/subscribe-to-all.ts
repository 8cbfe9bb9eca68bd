// A subscription to the whole log: pages until it has caught up, then live; with a filter, checkpoints on the way.
import type streams from '@eventstore/db-client/generated/streams_pb.js';
import { type AnswerTo, caughtUp, checkpointAt, confirmation } from './answers.js';
import { type Changes, watchChanges } from './changes.js';
import { type NodeContext } from './context.js';
import { invalidPosition } from './failures.js';
import { type Filter, InvalidPosition, PAGE } from './readers.js';
import { type LogPosition } from './records.js';

export interface Asked {
  /** Null: from the start. The position itself is not sent again. */
  readonly from: LogPosition | 'end' | null;
  readonly filter: Filter;
  /** Most events looked at in one page. */
  readonly window: number;
  /** A checkpoint after so many windows; null when the subscription has no filter. */
  readonly interval: number | null;
  readonly answer: AnswerTo;
}

type Answers = AsyncGenerator<streams.ReadResp, void, void>;

/** Before the first record. */
const BEFORE_ALL: LogPosition = { commit: -1, prepare: -1 };

/** Live events the server keeps for a subscriber; one that has more to fetch has fallen behind, and reads pages again. */
const LIVE_BUFFER = 32;

export async function* subscribeToAll(node: NodeContext, asked: Asked, signal: AbortSignal): Answers {
  const changes = watchChanges(node.writer, signal);
  try {
    const confirmed = node.lastPosition();
    yield confirmation();
    const end = { commit: confirmed, prepare: confirmed };
    const state = createState(asked, asked.from === 'end' ? end : (asked.from ?? BEFORE_ALL), confirmed);
    if (isBefore(state.sent, end)) yield* catchUp(node, asked, state, signal);
    for (;;) {
      yield caughtUp();
      yield* live(node, asked, state, changes, signal);
      if (signal.aborted) return;
      yield* catchUp(node, asked, state, signal);
    }
  } finally {
    changes.stop();
  }
}

interface State {
  /** What the subscriber has been sent, or has said it knows. */
  sent: LogPosition;
  /** Last position of the live feed that was looked at; it begins where the subscription was confirmed. */
  liveAt: number;
  /** Live events looked at since the last live checkpoint. */
  sinceCheckpoint: number;
  /** Checkpoints only ever rise; one is not sent twice. */
  lastCheckpoint: LogPosition;
  /** Events between two checkpoints. */
  readonly interval: number;
}

const createState = ({ interval, window }: Asked, sent: LogPosition, confirmed: number): State => ({
  ...{ sent, liveAt: confirmed, sinceCheckpoint: 0, lastCheckpoint: BEFORE_ALL },
  interval: interval === null ? Infinity : interval * window,
});

/** Pages to the end of the log. */
async function* catchUp(node: NodeContext, asked: Asked, state: State, signal: AbortSignal): Answers {
  let counter = 0;
  let from = state.sent.commit < 0 ? { commit: 0, prepare: 0 } : state.sent;
  while (!signal.aborted) {
    const page = pageFrom(node, asked, from);
    for (const event of page.events) {
      if (!isBefore(state.sent, at(event.position))) continue;
      state.sent = at(event.position);
      yield asked.answer(event);
    }
    counter += page.considered;
    if (page.isEnd || counter >= state.interval) {
      counter %= state.interval;
      // Where this page began, or the last event sent: not where the page ended.
      if (isBefore(state.sent, page.current) && asked.interval !== null) state.sent = page.current;
      yield* checkpoint(asked, state, state.sent);
    }
    if (page.isEnd) return;
    from = page.next;
    await new Promise((resolve) => setImmediate(resolve));
  }
}

function pageFrom(node: NodeContext, { window, filter }: Asked, from: LogPosition) {
  try {
    return node.readers.forwards(from, PAGE, window, filter);
  } catch (error) {
    throw error instanceof InvalidPosition ? invalidPosition() : error;
  }
}

/** What is committed, as it comes; returns when the subscriber has fallen behind, or has gone. */
async function* live(node: NodeContext, asked: Asked, state: State, changes: Changes, signal: AbortSignal): Answers {
  while (!signal.aborted) {
    const waiting = node.countAfter(state.liveAt);
    if (waiting > LIVE_BUFFER) {
      state.sinceCheckpoint = (state.sinceCheckpoint + waiting) % state.interval;
      state.liveAt = node.lastPosition();
      yield* checkpoint(asked, state, state.sent);
      return;
    }
    if (waiting === 0) {
      await changes.next();
      continue;
    }
    for (const event of node.readers.after(state.liveAt, PAGE)) {
      state.liveAt = event.position;
      state.sinceCheckpoint += 1;
      if (asked.filter(event) && isBefore(state.sent, at(event.position))) {
        state.sent = at(event.position);
        yield asked.answer(event);
      }
      if (state.sinceCheckpoint < state.interval) continue;
      state.sinceCheckpoint = 0;
      if (isBefore(at(event.position), state.sent)) continue;
      state.sent = at(event.position);
      yield* checkpoint(asked, state, state.sent);
    }
  }
}

function* checkpoint(asked: Asked, state: State, position: LogPosition): Generator<streams.ReadResp> {
  if (asked.interval === null || !isBefore(state.lastCheckpoint, position)) return;
  state.lastCheckpoint = position;
  yield checkpointAt(position);
}

const at = (position: number): LogPosition => ({ commit: position, prepare: position });

const isBefore = (a: LogPosition, b: LogPosition): boolean =>
  a.commit < b.commit || (a.commit === b.commit && a.prepare < b.prepare);
