import { type EventLog, Unavailable } from '@cadre/kernel';
import { encode } from '../codec.js';
import { createClaims } from './claims.js';
import { readAddress } from './connection-string.js';
import { openConnection } from './connection.js';
import { asUnavailable, LogUnusable } from './failure.js';
import { createLanes } from './lanes.js';
import { DEFAULT_LIMITS, type Limits } from './limits.js';
import { createMarks } from './marks.js';
import { createReadBack } from './read-back.js';
import { createReader } from './reader.js';
import { checkRetention } from './retention.js';
import { follow, history } from './subscription.js';
import { createAppend } from './append.js';

export interface EventStoreLogOptions {
  /** `esdb://user:password@host:2113?tls=true`, or esdb+discover for a cluster. */
  readonly connectionString: string;
  /** What the names of this log's streams begin with on the server; ends in a dot. */
  readonly prefix?: string;
  /** How long to wait for what. */
  readonly limits?: Partial<Limits>;
}

/** The log on EventStoreDB. */
export interface EventStoreLog extends EventLog {
  /**
   * Resolves once the settings of all streams were looked through for such as delete entries.
   * @throws LogUnusable when there are any; Unavailable when the server could not be asked
   */
  checked(): Promise<void>;
  /** Claims the event ids of appends that are to follow soon, so that many claims are on their way at once. */
  claimAhead(stream: string, eventIds: readonly string[]): void;
}

const PREFIX = /^[A-Za-z0-9_]+\.$/;

/**
 * The event log on EventStoreDB (ADR 0012). Opens at once, whether the server can be reached or not: each call says so.
 * @throws LogUnusable when connection string or prefix make no sense
 */
export function openEventStoreLog(options: EventStoreLogOptions): EventStoreLog {
  const { connectionString, prefix = 'cadre.' } = options;
  const limits: Limits = { ...DEFAULT_LIMITS, ...options.limits };
  // One dot, and that at the end: no prefix begins with another one, and names of claims have none.
  if (!PREFIX.test(prefix))
    throw new LogUnusable(`the prefix "${prefix}" must be letters and digits and end in a dot.`);
  const address = readAddress(connectionString);
  const connection = openConnection(address);
  const reader = createReader(connection, prefix, limits.readMs);
  const marks = createMarks(connection, prefix, limits.readMs);
  const claims = createClaims(connection, address, reader, prefix, limits);
  const readBack = createReadBack(reader);
  const lanes = createLanes();
  const append = createAppend({ connection, address, readBack, claims, marks, prefix, limits, lanes });
  const feed = { connection, marks, reader, prefix, limits };
  const guard = createGuard(() => checkRetention(connection, prefix, limits.readMs));
  let closing: Promise<void> | null = null;

  return {
    append: (stream, expectedRevision, entries) =>
      guard.ask(async () => append({ stream, expectedRevision, entries: encode(stream, entries) })),
    readStream: (stream) => guard.ask(() => reader.stream(stream)),
    entryAt: (position) => guard.ask(() => reader.at(position)),
    readAll: (after) => guard.feed(() => history(feed, after)),
    subscribeAll: (after, signal) => guard.feed(() => follow(feed, after, signal)),
    head: () => guard.ask(async () => (await marks.look()).head),
    checked: () => guard.checked(),
    claimAhead: (stream, eventIds) => claims.ahead(stream, eventIds),
    close() {
      guard.close();
      return (closing ??= lanes.drained().then(() => connection.close()));
    },
  };
}

/** Lets calls through while the log is open and usable; what they throw is what the port promises. */
function createGuard(check: () => Promise<void>) {
  let refusal: Error | null = null;
  let checking: Promise<void> | null = null;

  /** A check that could not be made is made again with the next call. */
  function checkOnce(): Promise<void> {
    checking ??= check().catch((error: unknown) => {
      if (error instanceof LogUnusable) refusal ??= error;
      else checking = null;
      throw error;
    });
    return checking;
  }

  function enter(): void {
    if (refusal) throw refusal;
    checkOnce().catch(() => undefined); // beside the call: looking through a long log takes its time
  }

  return {
    async ask<T>(act: () => Promise<T>): Promise<T> {
      try {
        enter();
        return await act();
      } catch (error) {
        throw asUnavailable(error);
      }
    },
    async *feed<T>(items: () => AsyncIterable<T>): AsyncGenerator<T> {
      try {
        enter();
        yield* items();
      } catch (error) {
        throw asUnavailable(error);
      }
    },
    checked: () =>
      checkOnce().catch((error: unknown) => {
        throw error instanceof LogUnusable ? error : asUnavailable(error);
      }),
    close: () => void (refusal = new Unavailable('the log is closed')),
  };
}
