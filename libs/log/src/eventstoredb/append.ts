import { type Appended, NO_STREAM, Rejected } from '@cadre/kernel';
import { type EventData, NO_STREAM as NONE } from '@eventstore/db-client';
import { type AppendRequest, type Verdict } from '../verdict.js';
import { type Claims } from './claims.js';
import { type Address } from './connection-string.js';
import { type Connection } from './connection.js';
import { isAnswer, isOfPort, isTooLarge, isWrongRevision } from './failure.js';
import { type Lanes } from './lanes.js';
import { createPatience, type Limits, TRIES } from './limits.js';
import { type Marks } from './marks.js';
import { type ReadBack } from './read-back.js';
import { toEvent } from './stored-event.js';

/** How old what an entry says it has seen may be, in ms. */
const SEEN_MAX_AGE_MS = 1_000;
const UUID = /^[0-9a-f]{8}-(?:[0-9a-f]{4}-){3}[0-9a-f]{12}$/;

interface Parts {
  readonly connection: Connection;
  readonly address: Address;
  readonly readBack: ReadBack;
  readonly claims: Claims;
  readonly marks: Marks;
  readonly prefix: string;
  readonly limits: Limits;
  readonly lanes: Lanes;
}

/** Stores an append. @throws what the port says, and what the connection throws */
type Append = (request: AppendRequest) => Promise<Appended>;

/** Appends: those to one stream one behind the other, others beside each other. */
export function createAppend({ connection, address, readBack, claims, marks, prefix, limits, lanes }: Parts): Append {
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
      const standing = await readBack.lookUp(request);
      if (standing.isKnown || !isRevision) return standing.verdict;
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
        return success ? await readBack.confirm(request) : await readBack.settle(request);
      } catch (error) {
        if (isWrongRevision(error)) return readBack.settle(request);
        if (isTooLarge(error)) return new Rejected('TOO_LARGE', `the server takes no append of that size to ${stream}`);
        if (isAnswer(error) || isOfPort(error)) throw error;
        // Stored or not, nobody knows: the same ids at the same revision cannot be stored twice.
        if (tries >= TRIES || !(await patience.pause())) return readBack.settle(request, error);
      }
    }
  }

  return async (request) => {
    const odd = request.entries.find(({ eventId }) => !UUID.test(eventId));
    if (odd) throw new TypeError(`event id ${odd.eventId} is no UUID in lower case`);
    const ready = prepare(request);
    ready.catch(() => undefined); // it is awaited below, after those before it
    const verdict = await lanes.run(request.stream, async () => take(request, await ready));
    if (verdict instanceof Error) throw verdict;
    return verdict;
  };
}
