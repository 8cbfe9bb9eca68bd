import { type Clock } from './clock.js';
import { type Codec, type Command, type Decider, isPlain, type RecordEvents, type Telling } from './decider.js';
import { draftEntries, recordingTime, type RecordingTime } from './draft.js';
import { type DomainEvent, type Entry, streamOf } from './entry.js';
import { type EventLog } from './event-log.js';
import { couldPrecede, judge, precedenceContradicted, stateBefore, warningsOf } from './place.js';
import { isRefusal, refuse, type Refusal, type Warning } from './refusal.js';
import { dayOf } from './time/civil-date.js';
import { type Nature } from './time/known.js';
import { checkWindow } from './time/window.js';

/** What a decision needs from outside: the log, the clock, the stored shapes. */
export interface Environment {
  readonly log: EventLog;
  readonly clock: Clock;
  readonly codec: Codec;
}

/** What an accepted command will record, placed and judged, and what to look at in it. */
export interface Draft<E extends DomainEvent> {
  readonly entries: readonly Entry<E>[];
  readonly warnings: readonly Warning[];
}

/** Drafts a command's entries on the standing history: corrected, placed, decided and walked again from end to end. */
export async function decideOn<State, C extends Command, E extends DomainEvent>(
  { log, clock, codec }: Environment,
  decider: Decider<State, C, E>,
  command: C | RecordEvents,
  standing: readonly Entry<E>[],
): Promise<Draft<E> | Refusal> {
  const time = recordingTime(
    command.telling,
    clock,
    command.telling.carriedOverFrom === null ? null : await log.head(),
  );
  if (isRefusal(time)) return time;
  const context = { codec, natures: decider.natures, stream: streamOf(decider.category, command.id), time };
  const place = (precedes: readonly string[]): readonly Entry<E>[] | Refusal => {
    const placed = toldToPrecede(command, precedes);
    const corrected = draftEntries(context, placed, [], standing);
    if (isRefusal(corrected)) return corrected;
    const events = decideAtPlace(decider, placed, [...standing, ...(corrected as readonly Entry<E>[])], time);
    if (isRefusal(events)) return events;
    const drafted = draftEntries(context, placed, events, standing) as readonly Entry<E>[] | Refusal;
    return isRefusal(drafted) ? drafted : (judge(decider, standing, drafted) ?? drafted);
  };
  const entries = place(command.telling.precedes);
  if (isRefusal(entries)) {
    if (command.telling.precedes.length > 0) return entries;
    const isLegalBefore = (id: string): boolean => {
      const elsewhere = place([id]);
      return !isRefusal(elsewhere) && elsewhere.length > 0;
    };
    return withCouldPrecede(entries, couldPrecede(decider, standing, isLegalBefore));
  }
  if (entries.length === 0) return refuse('NOTHING_TO_RECORD', 'This command says nothing new; nothing was recorded.');
  const added = new Set(entries.map((entry) => entry.eventId));
  return { entries, warnings: warningsOf(decider, [...standing, ...entries], added) };
}

/**
 * Decides on the state just before the command's own place in the canonical order. An occurrence ends by the day it is
 * recorded and a decision need not; which of them a command tells shows only in its events. Where that moves the place,
 * the answer that fits its own place is taken.
 */
function decideAtPlace<State, C extends Command, E extends DomainEvent>(
  decider: Decider<State, C, E>,
  command: C | RecordEvents,
  entries: readonly Entry<E>[],
  time: RecordingTime,
): readonly E[] | Refusal {
  if (isPlain(command)) return command.data.events as readonly E[];
  const { effective } = command.telling;
  const malformed = checkWindow(effective);
  if (malformed) return malformed;
  const decideAs = (nature: Nature): readonly E[] | Refusal => {
    const before = stateToldFor(decider, entries, { telling: command.telling, time, nature });
    return before === null ? precedenceContradicted() : decider.decide(command, before.state);
  };
  const tellsOccurrences = (answer: readonly E[] | Refusal): boolean =>
    !isRefusal(answer) && answer.every((event) => decider.natures[event.type as E['type']] === 'occurrence');
  const asOccurrence = decideAs('occurrence');
  const isCapped = effective.latest === null || effective.latest > dayOf(time.recordedAt);
  if (!isCapped || tellsOccurrences(asOccurrence)) return asOccurrence;
  const asDecision = decideAs('decision');
  const isNothing = !isRefusal(asDecision) && asDecision.length === 0;
  return tellsOccurrences(asDecision) && !isNothing ? asOccurrence : asDecision;
}

/** The state that whatever is told next, in that way, would find at its place; null when its told precedences contradict the windows. */
export function stateToldFor<State, C extends Command, E extends DomainEvent>(
  decider: Decider<State, C, E>,
  entries: readonly Entry<E>[],
  { telling, time, nature }: { readonly telling: Telling; readonly time: RecordingTime; readonly nature: Nature },
): { readonly state: State } | null {
  const natures = { ...decider.natures, [HERE]: nature };
  return stateBefore({ ...decider, natures }, [...entries, markerOf<E>(telling, time)], HERE);
}

const HERE = 'Here';

/** Stands in the timeline for what is about to be decided: told as the command is, and last in line. */
function markerOf<E extends DomainEvent>(telling: Telling, time: RecordingTime): Entry<E> {
  const event = { type: HERE, data: {} };
  const marker = { ...telling, ...time, eventId: HERE, event, retells: null, revision: 0, position: Infinity };
  return marker as unknown as Entry<E>;
}

/** The same command, told to come before those facts. */
function toldToPrecede<C extends Command>(command: C, precedes: readonly string[]): C {
  return Object.create(command, { telling: { value: { ...command.telling, precedes } } }) as C;
}

function withCouldPrecede(refusal: Refusal, ids: readonly string[]): Refusal {
  return ids.length === 0 ? refusal : { ...refusal, details: { ...refusal.details, couldPrecede: ids } };
}
