import {
  type Correction,
  type Entry,
  type EntryRetracted,
  isRefusal,
  isRetraction,
  partsOf,
  readTyped,
  RecordEvents,
  run,
} from '@cadre/kernel';
import { deciderOf } from '@cadre/domain';
import { type Application } from '../application.js';
import { type Followers, followersOf } from './followers.js';
import { type Policy, tellingFrom } from './policy.js';

/**
 * What was taken back must not go on in other streams: whoever held a post by an entry that no longer counts does not
 * hold it. What is told in its place is reacted to as ever. Taking a retraction back restores what followed, likewise.
 * All retractions of one append are followed together, at the first of them, before anything told anew beside them.
 */
export const whenEntryRetractedTakeBackWhatFollowed: Policy = {
  name: 'when-entry-retracted-take-back-what-followed',
  on: ['EntryRetracted'],
  async react(application, retracted) {
    const standing = await readTyped(application.environment, retracted.stream);
    const together = retractionsOf(retracted.commandId, standing);
    if (together[0]?.eventId !== retracted.eventId) return null;
    const alarms: string[] = [];
    for (const { stream, eventIds } of await followersToTakeBack(application, together, standing)) {
      const alarm = await takeBack(application, retracted, stream, eventIds);
      if (alarm !== null) alarms.push(alarm);
    }
    return alarms.length === 0 ? null : alarms.join(' ');
  },
};

function retractionsOf(commandId: string, entries: readonly Entry[]): readonly Entry<EntryRetracted>[] {
  return entries.filter(
    (entry): entry is Entry<EntryRetracted> => entry.commandId === commandId && isRetraction(entry),
  );
}

async function followersToTakeBack(
  application: Application,
  retractions: readonly Entry<EntryRetracted>[],
  standing: readonly Entry[],
): Promise<readonly Followers[]> {
  const byStream = new Map<string, string[]>();
  for (const retraction of retractions) {
    const before = standing.filter(({ revision }) => revision < retractions[0]!.revision);
    const target = before.find(({ eventId }) => eventId === retraction.event.data.eventId);
    for (const { stream, eventIds } of target ? await whatFollowed(application, target, standing) : []) {
      byStream.set(stream, [...(byStream.get(stream) ?? []), ...eventIds]);
    }
  }
  return [...byStream].map(([stream, eventIds]) => ({ stream, eventIds }));
}

/** What followed from an entry; from a retraction, the retractions it led to in other streams. */
async function whatFollowed(
  application: Application,
  entry: Entry,
  standing: readonly Entry[],
): Promise<readonly Followers[]> {
  const earlier = standing.filter(({ revision }) => revision <= entry.revision);
  if (!isRetraction(entry)) return followersOf(entry, earlier);
  const first = retractionsOf(entry.commandId, standing)[0]!;
  const target = standing.find(({ eventId }) => eventId === entry.event.data.eventId);
  const followers: Followers[] = [];
  for (const { stream, eventIds } of target ? await whatFollowed(application, target, standing) : []) {
    const { commandId } = tellingFrom(first, stepIn(stream));
    const entries = await readTyped(application.environment, stream);
    const undone = retractionsOf(commandId, entries).filter(({ event }) => eventIds.includes(event.data.eventId));
    followers.push({ stream, eventIds: undone.map(({ eventId }) => eventId) });
  }
  return followers;
}

async function takeBack(
  { environment }: Application,
  retraction: Entry,
  stream: string,
  eventIds: readonly string[],
): Promise<string | null> {
  const entries = await environment.log.readStream(stream);
  const followed = eventIds.filter((id) => entries.some(({ eventId }) => eventId === id));
  if (followed.length === 0) return null;
  const reason = retraction.reason ?? 'What it followed from was taken back.';
  const corrections = followed.map((eventId): Correction => ({ eventId, reason, retelling: null }));
  const telling = tellingFrom(retraction, stepIn(stream), { corrections });
  const command = new RecordEvents(partsOf(stream).id, { events: [] }, telling);
  const answer = await run(environment, deciderOf(stream)!, command);
  return isRefusal(answer) ? `${stream}: ${answer.sentence}` : null;
}

const stepIn = (stream: string): string => `take back in ${stream}`;
