import { type Appended, Conflict, Rejected } from '@cadre/kernel';
import { commandHashIn, type StoredEntry } from './codec.js';

/** One append, ready to be stored. */
export interface AppendRequest {
  readonly stream: string;
  readonly expectedRevision: number;
  readonly entries: readonly StoredEntry[];
}

/** What became of an append. */
export type Verdict = Appended | Conflict | Rejected;

/** Where an event id stands already. */
export interface Place {
  readonly stream: string;
  readonly revision: number;
  readonly position: number;
  /** The stored metadata, which tell what command the entry came from. */
  readonly meta: string;
}

/**
 * The verdict on an append that cannot simply be added, because its stream is elsewhere or an event id is known:
 * the first answer again when its very entries stand where they were meant to, else why not. Event ids follow from
 * command ids alone, so the command's hash is what tells a repeat from another content under the same id.
 */
export function verdictOn(
  { stream, expectedRevision, entries }: AppendRequest,
  actualRevision: number,
  placeOf: (eventId: string) => Place | undefined,
): Verdict {
  const places = entries.map(({ eventId }) => placeOf(eventId));
  const isRepeat = places.every(
    (it, i) =>
      it?.stream === stream &&
      it.revision === expectedRevision + 1 + i &&
      commandHashIn(it.meta) === commandHashIn(entries[i]!.meta),
  );
  if (isRepeat) return { revision: expectedRevision + entries.length, position: places.at(-1)!.position };

  const isTaken = (place: Place | undefined): boolean =>
    place !== undefined && (place.stream !== stream || actualRevision === expectedRevision || isOtherContent(place));
  const isOtherContent = ({ meta }: Place): boolean => commandHashIn(meta) !== commandHashIn(entries[0]!.meta);
  const taken = places.findIndex(isTaken);
  if (taken < 0) return new Conflict(stream, expectedRevision, actualRevision);
  const { stream: owner, revision } = places[taken]!;
  return new Rejected('EVENT_ID_TAKEN', `event ${entries[taken]!.eventId} stands at revision ${revision} of ${owner}`);
}
