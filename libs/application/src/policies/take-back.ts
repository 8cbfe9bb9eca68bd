import {
  type Command,
  type Correction,
  type Entry,
  type EntryRetracted,
  type Environment,
  isRefusal,
  isRetraction,
  partsOf,
  readTyped,
  RecordEvents,
  type Refusal,
  run,
  type Telling,
} from '@cadre/kernel';
import { deciderOf } from '@cadre/domain';
import { type Followers, followersOf } from './followers.js';
import { tellingFrom } from './policy.js';

/** The retractions of one append, in order. */
export function retractionsOf(commandId: string, entries: readonly Entry[]): readonly Entry<EntryRetracted>[] {
  return entries.filter(
    (entry): entry is Entry<EntryRetracted> => entry.commandId === commandId && isRetraction(entry),
  );
}

/** Everything in other streams that followed from some entries of a stream, grouped by the stream it stands in. */
export async function whatFollowedFrom(
  environment: Environment,
  eventIds: readonly string[],
  standing: readonly Entry[],
): Promise<readonly Followers[]> {
  const byStream = new Map<string, string[]>();
  for (const target of standing.filter(({ eventId }) => eventIds.includes(eventId))) {
    for (const { stream, eventIds: followed } of await whatFollowed(environment, target, standing)) {
      byStream.set(stream, [...(byStream.get(stream) ?? []), ...followed]);
    }
  }
  return [...byStream].map(([stream, followed]) => ({ stream, eventIds: followed }));
}

/** What followed from an entry; from a retraction, the retractions it led to in other streams. */
async function whatFollowed(
  environment: Environment,
  entry: Entry,
  standing: readonly Entry[],
): Promise<readonly Followers[]> {
  const earlier = standing.filter(({ revision }) => revision <= entry.revision);
  if (!isRetraction(entry)) return followersOf(entry, earlier);
  const first = retractionsOf(entry.commandId, standing)[0]!;
  const target = standing.find(({ eventId }) => eventId === entry.event.data.eventId);
  const followers: Followers[] = [];
  for (const { stream, eventIds } of target ? await whatFollowed(environment, target, standing) : []) {
    const { commandId } = tellingFrom(first, stepIn(stream));
    const entries = await readTyped(environment, stream);
    const undone = retractionsOf(commandId, entries).filter(({ event }) => eventIds.includes(event.data.eventId));
    followers.push({ stream, eventIds: undone.map(({ eventId }) => eventId) });
  }
  return followers;
}

/** Takes entries of one stream back, those of them that stand; null when none does or when it is done. */
export async function takeBack(
  environment: Environment,
  { stream, eventIds }: Followers,
  reason: string,
  tellingWith: (step: string, corrections: readonly Correction[]) => Telling,
): Promise<Refusal | null> {
  const entries = await environment.log.readStream(stream);
  const followed = eventIds.filter((id) => entries.some(({ eventId }) => eventId === id));
  if (followed.length === 0) return null;
  const corrections = followed.map((eventId): Correction => ({ eventId, reason, retelling: null }));
  const telling = tellingWith(stepIn(stream), corrections);
  const command: Command = new RecordEvents(partsOf(stream).id, { events: [] }, telling);
  const answer = await run(environment, deciderOf(stream)!, command);
  return isRefusal(answer) ? answer : null;
}

const stepIn = (stream: string): string => `take back in ${stream}`;
