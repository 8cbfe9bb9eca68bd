import { type Entry, type EntryRetracted, readTyped } from '@cadre/kernel';
import { alarmOf, type Policy, tellingFrom } from './policy.js';
import { retractionsOf, takeBack, whatFollowedFrom } from './take-back.js';

/**
 * What was taken back must not go on in other streams: whoever held a post by an entry that no longer counts does not
 * hold it. What is told in its place is reacted to as ever. Taking a retraction back restores what followed, likewise.
 * All retractions of one append are followed together, at the first of them, before anything told anew beside them.
 */
export const whenEntryRetractedTakeBackWhatFollowed: Policy = {
  name: 'when-entry-retracted-take-back-what-followed',
  on: ['EntryRetracted'],
  async react({ environment }, retracted) {
    const retraction = retracted as Entry<EntryRetracted>;
    const standing = await readTyped(environment, retraction.stream);
    const together = retractionsOf(retraction.commandId, standing);
    if (together[0]?.eventId !== retraction.eventId) return null;
    const targets = together.map(({ event }) => event.data.eventId);
    const reason = retraction.reason ?? 'What it followed from was taken back.';
    const alarms: string[] = [];
    for (const followers of await whatFollowedFrom(environment, targets, standing)) {
      const refusal = await takeBack(environment, followers, reason, (step, corrections) =>
        tellingFrom(retraction, step, { corrections }),
      );
      const alarm = refusal && alarmOf(refusal);
      if (alarm) alarms.push(`${followers.stream}: ${alarm}`);
    }
    return alarms.length === 0 ? null : alarms.join(' ');
  },
};
