import { setTimeout as elapsed } from 'node:timers/promises';
import { Unavailable } from '@cadre/kernel';
import { type EventStoreDBClient } from '@eventstore/db-client';
import { type Address } from './connection-string.js';
import { isAnswer, isElsewhere, isSilence, Silence } from './failure.js';
import { type ClientStream, openTap, type Tap } from './tap.js';

/** The way to the server: one client at a time, replaced when nothing more is heard through it. */
export interface Connection {
  /** Asks something that is answered once. @throws Silence after `limitMs` without an answer; what the client throws */
  ask<T>(limitMs: number, act: (client: EventStoreDBClient) => Promise<T>): Promise<T>;
  /** Opens a stream of events. */
  tap<E>(open: (client: EventStoreDBClient) => ClientStream): Tap<E>;
  /** Ends every stream; whoever waits at one learns that the log is closed. */
  close(): Promise<void>;
}

/** A refused connection is not tried more often than this, in ms. */
const REST_MS = 250;
/** Streams are told to end; a server that does not answer that must not keep a program from ending, in ms. */
const CLOSE_MS = 1_000;

interface Line {
  readonly client: EventStoreDBClient;
  readonly openedAt: number;
  /** When the server last said something, on the clock of `performance`. */
  heardAt: number;
  /** Calls and streams that go through it now. */
  calls: number;
  readonly gone: AbortController;
}

/**
 * The client reconnects by itself when a call is refused, but not when its connection falls silent, and it keeps a
 * failed look-up of the cluster for ever. So a line that failed is replaced by a fresh one.
 */
export function openConnection({ client }: Address): Connection {
  const clients = createClients(client);
  let line = newLine();
  const closing = new AbortController();

  function newLine(): Line {
    const now = performance.now();
    return { client: clients.fresh(), openedAt: now, heardAt: now, calls: 0, gone: new AbortController() };
  }

  function enter(): Line {
    closing.signal.throwIfAborted();
    line.calls += 1;
    return line;
  }

  /** A line that was replaced is given up with the last call through it. */
  function leave(used: Line): void {
    used.calls -= 1;
    if (used !== line && used.calls === 0) void clients.release(used.client);
  }

  /** Takes note of how a call that began at `since` ended. */
  function note(used: Line, since: number, error: unknown): void {
    const now = performance.now();
    if (isAnswer(error) || isElsewhere(error)) used.heardAt = now;
    else if (used !== line || closing.signal.aborted) return;
    else if (!isSilence(error)) {
      // Refused: calls that still hear something through this line may go on.
      if (now - used.openedAt >= REST_MS) line = newLine();
    } else if (used.heardAt <= since) {
      line = newLine();
      used.gone.abort(new Silence(Math.round(now - since)));
      void clients.release(used.client);
    }
  }

  return {
    async ask(limitMs, act) {
      const used = enter();
      const since = performance.now();
      try {
        const answer = await within(limitMs, act(used.client));
        used.heardAt = performance.now();
        return answer;
      } catch (error) {
        note(used, since, error);
        throw error;
      } finally {
        leave(used);
      }
    },
    tap<E>(open: (client: EventStoreDBClient) => ClientStream) {
      const used = enter();
      const tap = openTap<E>(open(used.client), AbortSignal.any([used.gone.signal, closing.signal]), {
        heard: () => (used.heardAt = performance.now()),
        failed: (error, since) => note(used, since, error),
      });
      return closingOnce(tap, () => leave(used));
    },
    async close() {
      closing.abort(new Unavailable('the log is closed'));
      await clients.releaseAll();
    },
  };
}

/** The tap, and what is to be done when it is closed first. */
function closingOnce<E>(tap: Tap<E>, closed: () => void): Tap<E> {
  let isOpen = true;
  return {
    ...tap,
    close() {
      tap.close();
      if (isOpen) closed();
      isOpen = false;
    },
  };
}

/** The clients that were made and not yet given up. */
function createClients(make: Address['client']) {
  let generation = 0;
  const clients = new Set<EventStoreDBClient>();
  const late = (): Promise<void> => elapsed(CLOSE_MS, undefined, { ref: false });

  /** Ends the streams of a client and closes its connection, which it leaves open by itself. */
  async function release(used: EventStoreDBClient): Promise<void> {
    if (!clients.delete(used)) return;
    await Promise.race([used.dispose(), late()]);
    await channelOf(used).then(
      (channel) => channel.close(),
      () => undefined, // it found no server to connect to
    );
  }

  return {
    fresh(): EventStoreDBClient {
      const made = make((generation += 1));
      clients.add(made);
      return made;
    },
    release,
    async releaseAll(): Promise<void> {
      await Promise.race([Promise.all([...clients].map(release)), late()]);
    },
  };
}

/** The client has no public way to close what it opened. */
function channelOf(client: EventStoreDBClient): Promise<{ close(): void }> {
  return (client as unknown as { getChannel(): Promise<{ close(): void }> }).getChannel();
}

async function within<T>(limitMs: number, answer: Promise<T>): Promise<T> {
  let timer: NodeJS.Timeout | undefined;
  const silence = new Promise<never>((_, reject) => {
    timer = setTimeout(() => reject(new Silence(limitMs)), limitMs);
  });
  try {
    return await Promise.race([answer, silence]);
  } finally {
    clearTimeout(timer);
  }
}
