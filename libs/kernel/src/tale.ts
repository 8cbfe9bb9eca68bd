import { type DomainEvent, type Entry, isRetraction, type Source } from './entry.js';
import { refuse, type Refusal } from './refusal.js';
import { type CivilDate, dayOf } from './time/civil-date.js';
import { type Natures, retractedIds } from './time/known.js';
import { checkWindow, type Window } from './time/window.js';

/** An event about to be told, with the window and ground of its own telling. */
export interface Tale {
  readonly event: DomainEvent;
  readonly effective: Window;
  readonly source: Source;
  readonly reason: string | null;
  readonly precedes: readonly string[];
  readonly retells: string | null;
  readonly pointer: string;
}

/** The first thing wrong with a tale told on a day to a standing history, before anything is said of its place; or null. */
export function wrongWithTale(
  tale: Tale,
  natures: Natures,
  today: CivilDate,
  standing: readonly Entry[],
): Refusal | null {
  return wrongInItself(tale, natures, today) ?? targetMissing(tale, standing) ?? precededUnknown(tale, standing);
}

function wrongInItself(tale: Tale, natures: Natures, today: CivilDate): Refusal | null {
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
  if (
    natures[tale.event.type] === 'occurrence' &&
    tale.effective.earliest !== null &&
    tale.effective.earliest > today
  ) {
    return refuse(
      'OCCURRENCE_IN_FUTURE',
      `${tale.event.type} cannot have happened on ${tale.effective.earliest}: it would be recorded as known on ${today} (days are UTC). Record it from that day on, or record a commitment now.`,
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
