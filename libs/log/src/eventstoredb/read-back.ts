import { Conflict, Unavailable } from '@cadre/kernel';
import { commandHashIn } from '../codec.js';
import { type AppendRequest, type Place, type Verdict, verdictOn } from '../verdict.js';
import { type Reader } from './reader.js';

/** What became of an append, by what stands in its stream. */
export interface ReadBack {
  /** After the server said yes: it says so to known ids with other content too, and the position it names may be wrong. */
  confirm(request: AppendRequest): Promise<Verdict>;
  /** After it said no or nothing. @throws `cause`, else Unavailable, while the append would still fit */
  settle(request: AppendRequest, cause?: unknown): Promise<Verdict>;
  /** The verdict as the stream stands, and whether any of the event ids stands in it. */
  lookUp(request: AppendRequest): Promise<{ readonly verdict: Verdict; readonly isKnown: boolean }>;
}

export function createReadBack(reader: Reader): ReadBack {
  async function lookUp(request: AppendRequest) {
    const wanted = new Set(request.entries.map(({ eventId }) => eventId));
    const history = await reader.stream(request.stream);
    const places = new Map<string, Place>();
    for (const { eventId, stream, revision, position, commandHash } of history) {
      if (wanted.has(eventId))
        places.set(eventId, { stream, revision, position, meta: JSON.stringify({ commandHash }) });
    }
    const actualRevision = history.length - 1; // NO_STREAM when there is none
    return { verdict: verdictOn(request, actualRevision, (eventId) => places.get(eventId)), isKnown: places.size > 0 };
  }

  async function settle(request: AppendRequest, cause?: unknown): Promise<Verdict> {
    const { verdict } = await lookUp(request);
    if (!(verdict instanceof Conflict) || verdict.actualRevision !== request.expectedRevision) return verdict;
    throw cause ?? new Unavailable(`${request.stream} is read from a node that lags behind`);
  }

  return {
    lookUp,
    settle,
    async confirm(request) {
      const { stream, expectedRevision, entries } = request;
      const stored = await reader.stream(stream, expectedRevision + 1, entries.length);
      const isOurs = entries.every(
        ({ eventId, meta }, i) => stored[i]?.eventId === eventId && stored[i].commandHash === commandHashIn(meta),
      );
      if (!isOurs) return settle(request);
      return { revision: expectedRevision + entries.length, position: stored.at(-1)!.position };
    },
  };
}
