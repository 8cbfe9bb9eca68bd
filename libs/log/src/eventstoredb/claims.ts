import { randomUUID } from 'node:crypto';
import { jsonEvent, NO_STREAM } from '@eventstore/db-client';
import { type Address } from './connection-string.js';
import { type Connection } from './connection.js';
import { isAnswer, isOfPort, isWrongRevision } from './failure.js';
import { createPatience, type Limits, TRIES } from './limits.js';
import { type Reader } from './reader.js';

/** Whose the event ids of an append are. */
export interface Claimed {
  /** True when none was ever claimed before: then none of these entries can stand anywhere. */
  readonly isFresh: boolean;
  /** The first id that belongs to another stream, and that stream. */
  readonly taken: { readonly eventId: string; readonly stream: string } | null;
}

export interface Claims {
  /** Claims event ids for a stream; claims that were made ahead are used up. */
  claim(stream: string, eventIds: readonly string[]): Promise<Claimed>;
  /** Claims event ids for appends that are to follow soon. */
  ahead(stream: string, eventIds: readonly string[]): void;
}

/** So many claims of one append are on their way at once. */
const AT_ONCE = 64;

type Owner = { readonly isFresh: boolean; readonly stream: string };

/**
 * Event ids are unique in the whole log, but the server keeps them unique per stream only. So each id has a stream of
 * its own with one event, which says to what stream the id belongs; who writes it first has the id. The event's own id
 * is new each time: a second claim never passes for the first, and so tells that the entry may already stand.
 */
export function createClaims(
  connection: Connection,
  { credentials }: Address,
  reader: Reader,
  prefix: string,
  limits: Limits,
): Claims {
  const made = new Map<string, Promise<Owner>>();
  const nameOf = (eventId: string): string => `${claimPrefix(prefix)}${eventId}`;

  async function claimOne(stream: string, eventId: string): Promise<Owner> {
    const patience = createPatience(limits.appendTotalMs);
    const event = jsonEvent({ id: randomUUID(), type: 'EventIdClaimed', data: { stream } });
    const options = { expectedRevision: NO_STREAM, credentials, deadline: limits.appendMs } as const;
    for (let tries = 1; ; tries++) {
      try {
        const { success } = await connection.ask(limits.appendMs, (client) =>
          client.appendToStream(nameOf(eventId), event, options),
        );
        if (success) return { isFresh: true, stream };
        return await ownerOf(eventId);
      } catch (error) {
        if (isWrongRevision(error)) return ownerOf(eventId);
        if (isAnswer(error) || isOfPort(error) || tries >= TRIES || !(await patience.pause())) throw error;
      }
    }
  }

  async function ownerOf(eventId: string): Promise<Owner> {
    const [claim] = await reader.foreign(nameOf(eventId), 1);
    const stream = (claim?.data as { stream?: unknown } | undefined)?.stream;
    if (typeof stream !== 'string') throw new Error(`the claim of event id ${eventId} cannot be read`);
    return { isFresh: false, stream };
  }

  async function claimOrUse(stream: string, eventId: string): Promise<Owner> {
    const ahead = made.get(eventId);
    made.delete(eventId);
    const owner = await ahead?.catch(() => null);
    return owner ?? claimOne(stream, eventId);
  }

  return {
    async claim(stream, eventIds) {
      const owners = await inWindows(eventIds, (eventId) => claimOrUse(stream, eventId));
      const i = owners.findIndex((owner) => owner.stream !== stream);
      return {
        isFresh: owners.every(({ isFresh }) => isFresh),
        taken: i < 0 ? null : { eventId: eventIds[i]!, stream: owners[i]!.stream },
      };
    },
    ahead(stream, eventIds) {
      for (const eventId of eventIds) {
        const claim = claimOne(stream, eventId);
        claim.catch(() => undefined); // whoever uses it claims again
        made.set(eventId, claim);
      }
    },
  };
}

/** Names of claims: beside the log's own streams, which all begin with a prefix that ends in a dot. */
export function claimPrefix(prefix: string): string {
  return `${prefix.slice(0, -1)}ids-`;
}

async function inWindows<T, R>(items: readonly T[], act: (item: T) => Promise<R>): Promise<R[]> {
  const results: R[] = [];
  for (let i = 0; i < items.length; i += AT_ONCE) {
    results.push(...(await Promise.all(items.slice(i, i + AT_ONCE).map(act))));
  }
  return results;
}
