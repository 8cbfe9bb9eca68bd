// One persistent subscription: hands events to its subscribers, waits for their word, retries, parks, remembers how far.
import { type Backlog, idOf, type Message } from './backlog.js';
import { type RpcFailure } from './failures.js';
import { type Place } from './group-feed.js';
import { type GroupSettings } from './group-settings.js';
import { type ResolvedEvent } from './links.js';
import { createHandedOut } from './handed-out.js';
import { choose, type Subscriber } from './subscribers.js';

export type NackAction = 'retry' | 'park' | 'skip' | 'stop';

/** What a group does to the log. */
export interface GroupEffects {
  readonly park: (resolved: ResolvedEvent, reason: string) => void;
  readonly rememberCheckpoint: (place: Place) => void;
}

export interface Group {
  readonly subscribers: readonly Subscriber[];
  connect(subscriber: Subscriber): void;
  disconnect(subscriber: Subscriber): void;
  ack(ids: readonly string[]): void;
  nack(ids: readonly string[], action: NackAction, reason: string): void;
  replay(parked: readonly ResolvedEvent[]): void;
  /** Hands out what can be handed out. */
  pump(): void;
  /** Every second: what took too long is retried, a checkpoint is due. */
  tick(): void;
  dropAll(failure: RpcFailure): void;
  counts(): GroupCounts;
}

export interface GroupCounts {
  readonly handedOut: number;
  readonly waitingToRetry: number;
  readonly total: number;
  readonly reached: Place;
  /** Null before the first. */
  readonly checkpoint: Place | null;
}

export function createGroup(backlog: Backlog, settings: GroupSettings, effects: GroupEffects): Group {
  const subscribers: Subscriber[] = [];
  const handedOut = createHandedOut(settings.messageTimeoutMs);
  const checkpoints = createCheckpoints(settings, effects);

  function pump(): void {
    for (let message = backlog.next(); message !== undefined; message = backlog.next()) {
      const isTwice = handedOut.has(message.id); // one of them is enough
      const subscriber = choose(settings.strategy, subscribers, message.resolved);
      if (subscriber === null) return;
      backlog.take();
      if (!isTwice) handedOut.give(message, subscriber);
    }
  }

  function retry(id: string): void {
    const message = handedOut.takeBack(id);
    if (message === null) return;
    if (message.retries < settings.maxRetryCount) backlog.putBack({ ...message, retries: message.retries + 1 });
    else effects.park(message.resolved, `Reached retry count of ${settings.maxRetryCount}`);
  }

  function refuse(id: string, action: NackAction, reason: string): void {
    if (action === 'retry') return retry(id);
    const message = handedOut.takeBack(id);
    if (message && action === 'park') effects.park(message.resolved, `Client explicitly NAK'ed message.\n${reason}`);
  }

  function settle(isTimeCheck: boolean): void {
    checkpoints.mark([...handedOut.held(), ...backlog.waiting()], backlog.reached(), isTimeCheck);
    pump();
  }

  return {
    ...{ subscribers, pump },
    connect(subscriber) {
      subscribers.push(subscriber);
      pump();
    },
    disconnect(subscriber) {
      const at = subscribers.indexOf(subscriber);
      if (at < 0) return;
      subscribers.splice(at, 1);
      for (const id of subscriber.inFlight) retry(id);
      pump();
    },
    ack(ids) {
      for (const id of ids) handedOut.takeBack(id);
      settle(false);
    },
    nack(ids, action, reason) {
      for (const id of ids) refuse(id, action, reason);
      settle(false);
    },
    replay(parked) {
      for (const resolved of parked) backlog.putBack(replayed(resolved));
      pump();
    },
    tick() {
      for (const id of handedOut.late()) retry(id);
      settle(true);
    },
    dropAll: (failure) => subscribers.splice(0).forEach((it) => it.drop(failure)),
    counts: () => ({
      ...{ handedOut: handedOut.held().length, waitingToRetry: backlog.retrying(), total: handedOut.total() },
      ...{ reached: backlog.reached().place, checkpoint: checkpoints.last() },
    }),
  };
}

const replayed = (resolved: ResolvedEvent): Message => ({
  ...{ id: idOf(resolved), resolved, sequence: -1, previous: -1, retries: 0 },
});

/** Up to where everything has been answered, told when enough, or enough time, has passed since it was told last. */
function createCheckpoints(settings: GroupSettings, { rememberCheckpoint }: GroupEffects) {
  let told = { place: null as Place | null, sequence: 0, at: Date.now() };
  return {
    last: () => told.place,
    mark(open: readonly Message[], reached: ReturnType<Backlog['reached']>, isTimeCheck: boolean): void {
      const first = open
        .filter(({ sequence }) => sequence >= 0)
        .reduce<{ sequence: number; previous: Place }>((a, b) => (a.sequence < b.sequence ? a : b), {
          ...{ sequence: reached.sequence, previous: reached.place },
        });
      const passed = first.sequence - told.sequence;
      const isTime = isTimeCheck && Date.now() - told.at >= settings.checkpointAfterMs;
      const enough = isTime
        ? Math.min(settings.minCheckpointCount, settings.maxCheckpointCount)
        : settings.maxCheckpointCount;
      if (passed <= 0 || passed < enough) return;
      told = { place: first.previous, sequence: first.sequence, at: Date.now() };
      rememberCheckpoint(first.previous);
    },
  };
}
