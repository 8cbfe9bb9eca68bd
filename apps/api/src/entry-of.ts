import { envelopeOf, leafHash } from '@cadre/audit';
import { type Cadre } from '@cadre/composition';
import { type EntryAnswer } from '@cadre/contract';
import { type Instant, refuse, Unavailable } from '@cadre/kernel';
import { entryAnswer } from '@cadre/read-models';
import { Refused } from './http/refused.js';

/** One entry as the log itself keeps it, found by the tables. @throws Refused when nobody knew of it by then, Unavailable */
export async function entryOf(
  { tables, environment: { log } }: Cadre,
  eventId: string,
  knownAt: Instant,
): Promise<EntryAnswer> {
  const found = await entryAnswer(tables, eventId, knownAt);
  if (found === null) {
    throw new Refused(
      refuse('ENTRY_UNKNOWN', `No entry ${eventId} was known at ${knownAt}; look for it in /api/entries.`),
    );
  }
  const stored = await log.entryAt(found.entry.position);
  if (stored?.eventId !== eventId) throw new Unavailable(`the log has no entry ${eventId} where the tables saw it`);
  const envelope = envelopeOf(stored);
  return { ...found, stored: { ...stored }, envelope, leafHash: leafHash(envelope) };
}
