import { type Entry, type EventLog, neverBackwards, typed, Unavailable } from '@cadre/kernel';
import { type Application } from '../application.js';
import { type Policy } from './policy.js';
import { type PolicyAlarm } from './policy-memory.js';

/**
 * Lets policies react to an entry, one after the other, through a log; answers what they could not do.
 * @throws Unavailable when the log fails: they will be asked again
 */
export async function reactionsTo(
  entry: Entry,
  policies: readonly Policy[],
  application: Application,
  log: EventLog,
): Promise<readonly PolicyAlarm[]> {
  const { eventId, stream, position } = entry;
  const alarms: PolicyAlarm[] = [];
  for (const policy of policies.filter(({ on }) => on.includes(entry.event.type))) {
    const sentence = await reaction(policy, reactingTo(entry, application, log), entry);
    if (sentence !== null) alarms.push({ policy: policy.name, eventId, stream, position, sentence });
  }
  return alarms;
}

/** The application for one reaction: what follows from an entry is not known before it, whichever clock is behind. */
function reactingTo(entry: Entry, application: Application, log: EventLog): Application {
  const { environment } = application;
  const clock = neverBackwards(environment.clock, entry.recordedAt);
  return { ...application, environment: { ...environment, log, clock } };
}

/** A refusal, or an entry nobody can read, becomes an alarm; only a failing log stops the runner. */
async function reaction(policy: Policy, application: Application, entry: Entry): Promise<string | null> {
  try {
    return await policy.react(application, typed(application.environment.codec, entry));
  } catch (error) {
    if (error instanceof Unavailable) throw error;
    return (error as Error).message;
  }
}
