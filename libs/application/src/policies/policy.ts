import {
  derivedId,
  type Entry,
  isCarriedOver,
  isRefusal,
  type Outcome,
  recordingDay,
  type Refusal,
  type Telling,
  Unavailable,
} from '@cadre/kernel';
import { type Application } from '../application.js';

/**
 * A sentence of the form "when this is recorded, do that", kept durable by a checkpoint: whatever it sends carries a
 * command id derived from the entry it reacts to, so that reacting twice records once.
 */
export interface Policy {
  readonly name: string;
  /** Event types it reacts to. */
  readonly on: readonly string[];
  /** Reacts to one entry. A refusal it cannot act on is returned as a sentence for the alarm list. */
  react(application: Application, entry: Entry): Promise<string | null>;
}

/** What a policy says along with its command: all that the entry said, by whom it was said, caused by it. */
export function tellingFrom(entry: Entry, step: string, changes: Partial<Telling> = {}): Telling {
  return {
    commandId: derivedId(entry.commandId, entry.eventId, step),
    actor: entry.actor,
    effective: entry.effective,
    source: entry.source,
    reason: entry.reason,
    precedes: [],
    expectedRevision: null,
    corrections: [],
    correlationId: entry.correlationId,
    causationId: entry.eventId,
    fact: entry.fact,
    carriedOverFrom: isCarriedOver(entry) ? recordingDay(entry) : null,
    ...changes,
  };
}

/**
 * What an answer to a policy's command is to people: null when it was recorded, the sentence of a refusal otherwise.
 * @throws Unavailable when others wrote faster than it could decide: the policy will be asked again.
 */
export function alarmOf(answer: Outcome | Refusal): string | null {
  if (!isRefusal(answer)) return null;
  if (answer.code === 'STALE_WRITE') throw new Unavailable(answer.sentence);
  return answer.sentence;
}
