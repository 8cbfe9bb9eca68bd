import { type Clock } from './clock.js';
import { type Codec, type Command, type Correction, type Telling } from './decider.js';
import { type DomainEvent, type Entry, type NewEntry } from './entry.js';
import { type LogHead } from './event-log.js';
import { canonicalJson, derivedId, sha256 } from './ids.js';
import { isRefusal, refuse, type Refusal } from './refusal.js';
import { type Tale, wrongWithTale } from './tale.js';
import { dayOf, type Instant, isCivilDate } from './time/civil-date.js';
import { type Natures } from './time/known.js';

/** Both clocks of an entry about to be recorded. */
export interface RecordingTime {
  readonly recordedAt: Instant;
  readonly enteredAt: Instant | null;
}

/**
 * When a telling counts as known: now, or for a document from before go-live the document's date,
 * as long as nothing later stands in the log.
 */
export function recordingTime(
  telling: Pick<Telling, 'carriedOverFrom'>,
  clock: Clock,
  head: LogHead | null,
): RecordingTime | Refusal {
  const now = clock.now();
  const date = telling.carriedOverFrom;
  if (date === null) return { recordedAt: now, enteredAt: null };
  if (!isCivilDate(date)) {
    return refuse('DATE_NOT_READABLE', `"${String(date)}" is not a calendar day; write YYYY-MM-DD.`, {
      pointer: '/carriedOverFrom',
    });
  }
  if (date > dayOf(now)) {
    return refuse(
      'DOCUMENT_FROM_THE_FUTURE',
      `The document's date ${date} lies after today, ${dayOf(now)}; correct it.`,
      { pointer: '/carriedOverFrom' },
    );
  }
  const documentTime = `${date}T00:00:00.000Z`;
  const isFirst = head === null || head.recordedAt <= documentTime;
  return isFirst ? { recordedAt: documentTime, enteredAt: now } : { recordedAt: now, enteredAt: null };
}

/** The hash that tells a repeated command from another one under the same id: everything said, less how it travelled. */
export function commandHash(command: Command): string {
  const { commandId: _commandId, correlationId: _correlationId, causationId: _causationId, ...said } = command.telling;
  return sha256(canonicalJson({ type: command.type, id: command.id, data: command.data, said }));
}

/** Drafts the entries of a command: its corrections first, then its events; or the first thing wrong with one of them. */
export function draftEntries(
  context: { readonly codec: Codec; readonly natures: Natures; readonly stream: string; readonly time: RecordingTime },
  command: Command,
  events: readonly DomainEvent[],
  standing: readonly Entry[],
): readonly Entry[] | Refusal {
  const tales = [
    ...command.telling.corrections.flatMap((correction, i) => correctionTales(correction, standing, i)),
    ...ownTales(command.telling, events),
  ];
  const hash = commandHash(command);
  const [revision, position] = [standing.at(-1)?.revision ?? -1, standing.at(-1)?.position ?? 0];
  const drafts: Entry[] = [];
  for (const [i, tale] of tales.entries()) {
    const wrong = wrongWithTale(tale, context.natures, dayOf(context.time.recordedAt), standing);
    if (wrong) return wrong;
    const version = tale.event.type === 'EntryRetracted' ? 1 : context.codec.schemaVersion(tale.event.type);
    const event = context.codec.read(tale.event.type, version, tale.event.data);
    if (isRefusal(event)) return tale.retells === null ? event : within(`${tale.pointer}/event`, event);
    drafts.push({
      ...entryOf(tale, command.telling, context.time, hash, i),
      event,
      schemaVersion: version,
      stream: context.stream,
      revision: revision + 1 + i,
      position: position + 1 + i,
    });
  }
  return drafts;
}

/** A refusal of a part, pointing from the whole. */
const within = (pointer: string, refusal: Refusal): Refusal => ({
  ...refusal,
  pointer: `${pointer}${refusal.pointer ?? ''}`,
});

/** The entry as the log takes it: without the place the log will give it. */
export function asNew({ stream: _stream, revision: _revision, position: _position, ...entry }: Entry): NewEntry {
  return entry;
}

function correctionTales(correction: Correction, standing: readonly Entry[], i: number): readonly Tale[] {
  const target = standing.find((entry) => entry.eventId === correction.eventId);
  const pointer = `/corrections/${i}`;
  const today = { earliest: null, latest: null, phrase: 'correction of the record' };
  const source = correction.retelling?.source ?? target?.source ?? { kind: 'local-knowledge', who: 'correction' };
  const retraction: Tale = {
    event: { type: 'EntryRetracted', data: { eventId: correction.eventId } },
    effective: today,
    source,
    reason: correction.reason,
    precedes: [],
    retells: null,
    pointer,
  };
  if (correction.retelling === null) return [retraction];
  return [
    retraction,
    {
      ...correction.retelling,
      reason: correction.reason,
      precedes: target?.precedes ?? [],
      retells: correction.eventId,
      pointer: `${pointer}/retelling`,
    },
  ];
}

function ownTales(telling: Telling, events: readonly DomainEvent[]): readonly Tale[] {
  const { effective, source, reason, precedes } = telling;
  return events.map((event) => ({ event, effective, source, reason, precedes, retells: null, pointer: '' }));
}

function entryOf(
  tale: Tale,
  telling: Telling,
  time: RecordingTime,
  hash: string,
  index: number,
): Omit<NewEntry, 'event' | 'schemaVersion'> {
  const { commandId, actor, causationId, fact } = telling;
  const { effective, source, reason, precedes, retells } = tale;
  return {
    eventId: derivedId(commandId, index),
    effective,
    source,
    reason,
    precedes,
    retells,
    actor,
    commandId,
    commandHash: hash,
    correlationId: telling.correlationId ?? commandId,
    causationId,
    fact,
    ...time,
  };
}
