import { type Appended, Conflict, NO_STREAM, Rejected, Unavailable } from '@cadre/kernel';
import { type EventData, NO_STREAM as NONE } from '@eventstore/db-client';
import { commandHashIn } from '../codec.js';
import { type AppendRequest, type Place, type Verdict, verdictOn } from '../verdict.js';
import { type Claims } from './claims.js';
import { type Address } from './connection-string.js';
import { type Connection } from './connection.js';
import { isAnswer, isOfPort, isTooLarge, isWrongRevision } from './failure.js';
import { createPatience, type Limits, TRIES } from './limits.js';
import { type Marks } from './marks.js';
import { type Reader } from './reader.js';
import { toEvent } from './stored-event.js';

export interface Writer {
  append(request: AppendRequest): Promise<Appended>;
  /** Resolves when no append is on its way any more. */
  drained(): Promise<void>;
}

/** How old what an entry says it has seen may be, in ms. */
const SEEN_MAX_AGE_MS = 1_000;
const UUID = /^[0-9a-f]{8}-(?:[0-9a-f]{4}-){3}[0-9a-f]{12}$/;

interface Parts {
  readonly connection: Connection;
  readonly address: Address;
  readonly reader: Reader;
  readonly claims: Claims;
  readonly marks: Marks;
  readonly prefix: string;
  readonly limits: Limits;
}

/** Appends: those to one stream one behind the other, others beside each other. */
export function createWriter({ connection, address, reader, claims, marks, prefix, limits }: Parts): Writer {
  const lastOf = new Map<string, Promise<unknown>>(); // the last append on its way to each stream

  async function append(request: AppendRequest): Promise<Appended> {
    const { stream, entries } = request;
    const odd = entries.find(({ eventId }) => !UUID.test(eventId));
    if (odd) throw new TypeError(`event id ${odd.eventId} is no UUID in lower case`);
    const before = lastOf.get(stream);
    const ready = prepare(request);
    ready.catch(() => undefined); // it is awaited below, after those before it
    const own = (async () => {
      await before?.catch(() => undefined);
      return take(request, await ready);
    })();
    lastOf.set(stream, own);
    try {
      const verdict = await own;
      if (verdict instanceof Error) throw verdict;
      return verdict;
    } finally {
      if (lastOf.get(stream) === own) lastOf.delete(stream);
    }
  }

  /** What can be done before those ahead are through. */
  async function prepare({ stream, entries }: AppendRequest) {
    const eventIds = entries.map(({ eventId }) => eventId);
    const [claimed, seen] = await Promise.all([claims.claim(stream, eventIds), marks.seen(SEEN_MAX_AGE_MS)]);
    return { claimed, events: entries.map((entry) => toEvent(entry, seen)) };
  }

  async function take(request: AppendRequest, ready: Awaited<ReturnType<typeof prepare>>): Promise<Verdict> {
    const { taken, isFresh } = ready.claimed;
    if (taken) return new Rejected('EVENT_ID_TAKEN', `event ${taken.eventId} belongs to ${taken.stream}`);
    const isRevision = Number.isSafeInteger(request.expectedRevision) && request.expectedRevision >= NO_STREAM;
    // The server lets a known id in again when the revision is right; and a revision below NO_STREAM must not reach it.
    if (!isFresh || !isRevision) {
      const standing = await lookUp(request);
      if (standing.places.size > 0 || !isRevision) return standing.verdict;
    }
    return tryToAppend(request, ready.events);
  }

  async function tryToAppend(request: AppendRequest, events: EventData[]): Promise<Verdict> {
    const { stream, expectedRevision } = request;
    const patience = createPatience(limits.appendTotalMs);
    const expected = expectedRevision === NO_STREAM ? NONE : BigInt(expectedRevision);
    const { credentials } = address; // given with each call, they keep the client from its shared batch of appends
    const options = { expectedRevision: expected, credentials, deadline: limits.appendMs } as const;
    for (let tries = 1; ; tries++) {
      try {
        const { success } = await connection.ask(limits.appendMs, (client) =>
          client.appendToStream(prefix + stream, events, options),
        );
        return success ? await confirm(request) : await settle(request);
      } catch (error) {
        if (isWrongRevision(error)) return settle(request);
        if (isTooLarge(error)) return new Rejected('TOO_LARGE', `the server takes no append of that size to ${stream}`);
        if (isAnswer(error) || isOfPort(error)) throw error;
        // Stored or not, nobody knows: the same ids at the same revision cannot be stored twice.
        if (tries >= TRIES || !(await patience.pause())) return settle(request, error);
      }
    }
  }

  /** The server also says yes to known ids with other content, and its answer's position is not to be relied on. */
  async function confirm(request: AppendRequest): Promise<Verdict> {
    const { stream, expectedRevision, entries } = request;
    const stored = await reader.stream(stream, expectedRevision + 1, entries.length);
    const isOurs = entries.every(
      ({ eventId, meta }, i) => stored[i]?.eventId === eventId && stored[i].commandHash === commandHashIn(meta),
    );
    return isOurs
      ? { revision: expectedRevision + entries.length, position: stored.at(-1)!.position }
      : settle(request);
  }

  /** The verdict by what stands in the stream; Unavailable while it stands where the append would still fit. */
  async function settle(request: AppendRequest, cause?: unknown): Promise<Verdict> {
    const { verdict } = await lookUp(request);
    if (!(verdict instanceof Conflict) || verdict.actualRevision !== request.expectedRevision) return verdict;
    throw cause ?? new Unavailable(`${request.stream} is read from a node that lags behind`);
  }

  async function lookUp(request: AppendRequest): Promise<{ verdict: Verdict; places: ReadonlyMap<string, Place> }> {
    const wanted = new Set(request.entries.map(({ eventId }) => eventId));
    const history = await reader.stream(request.stream);
    const places = new Map<string, Place>();
    for (const { eventId, stream, revision, position, commandHash } of history) {
      if (wanted.has(eventId))
        places.set(eventId, { stream, revision, position, meta: JSON.stringify({ commandHash }) });
    }
    const actualRevision = history.length - 1; // NO_STREAM when there is none
    return { verdict: verdictOn(request, actualRevision, (eventId) => places.get(eventId)), places };
  }

  return {
    append,
    async drained() {
      while (lastOf.size > 0) await Promise.allSettled(lastOf.values());
    },
  };
}
