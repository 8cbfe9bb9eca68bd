import { type Clock } from './clock.js';
import { type Codec, type Command, type Correction, type Telling } from './decider.js';
import { type DomainEvent, type Entry, isRetraction, type NewEntry, type Source } from './entry.js';
import { type LogHead } from './event-log.js';
import { canonicalJson, derivedId, sha256 } from './ids.js';
import { isRefusal, refuse, type Refusal } from './refusal.js';
import { dayOf, type Instant, isCivilDate } from './time/civil-date.js';
import { type Natures, retractedIds } from './time/known.js';
import { checkWindow, type Window } from './time/window.js';

/** An event about to be told, with the window and ground of its own telling. */
interface Tale {
  readonly event: DomainEvent;
  readonly effective: Window;
  readonly source: Source;
  readonly reason: string | null;
  readonly precedes: readonly string[];
  readonly retells: string | null;
  readonly pointer: string;
}

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
    const wrong =
      wrongWith(tale, context.natures, context.time) ??
      targetMissing(tale, standing) ??
      precededUnknown(tale, standing);
    if (wrong) return wrong;
    const version = tale.event.type === 'EntryRetracted' ? 1 : context.codec.schemaVersion(tale.event.type);
    const event = context.codec.read(tale.event.type, version, tale.event.data);
    if (isRefusal(event)) return event;
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

function wrongWith(tale: Tale, natures: Natures, time: RecordingTime): Refusal | null {
  if (tale.event.type === 'EntryRetracted' && (tale.reason ?? '').trim() === '') {
    return refuse('REASON_REQUIRED', 'A correction says why: give a reason.', { pointer: `${tale.pointer}/reason` });
  }
  if (tale.event.type !== 'EntryRetracted' && !Object.hasOwn(natures, tale.event.type)) {
    return refuse('EVENT_NOT_OF_STREAM', `${tale.event.type} does not belong to this kind of stream.`, {
      pointer: `${tale.pointer}/event/type`,
    });
  }
  const malformed = checkWindow(tale.effective, `${tale.pointer}/effective`);
  if (malformed) return malformed;
  const today = dayOf(time.recordedAt);
  if (
    natures[tale.event.type] === 'occurrence' &&
    tale.effective.earliest !== null &&
    tale.effective.earliest > today
  ) {
    return refuse(
      'OCCURRENCE_IN_FUTURE',
      `${tale.event.type} cannot have happened on ${tale.effective.earliest}: it is recorded as known on ${today}. Record a commitment instead.`,
      {
        pointer: `${tale.pointer}/effective/earliest`,
      },
    );
  }
  return null;
}

function targetMissing(tale: Tale, standing: readonly Entry[]): Refusal | null {
  if (tale.event.type !== 'EntryRetracted') return null;
  const { eventId } = tale.event.data as { eventId: string };
  const pointer = `${tale.pointer}/eventId`;
  if (!standing.some((entry) => entry.eventId === eventId)) {
    return refuse('CORRECTED_ENTRY_UNKNOWN', `No entry ${eventId} stands in this stream.`, { pointer });
  }
  const retracted = retractedIds(standing);
  const by = standing
    .filter(isRetraction)
    .findLast((entry) => entry.event.data.eventId === eventId && !retracted.has(entry.eventId));
  if (!by) return null;
  return refuse(
    'ENTRY_ALREADY_RETRACTED',
    `Entry ${eventId} was already retracted on ${dayOf(by.recordedAt)}; correct what was told in its place.`,
    { pointer, details: { retractedBy: by.eventId } },
  );
}

function precededUnknown(tale: Tale, standing: readonly Entry[]): Refusal | null {
  const unknown = tale.precedes.find((id) => !standing.some((entry) => entry.eventId === id && !isRetraction(entry)));
  if (unknown === undefined) return null;
  return refuse('PRECEDED_ENTRY_UNKNOWN', `No entry ${unknown} stands in this stream to come before.`, {
    pointer: `${tale.pointer}/precedes`,
  });
}
