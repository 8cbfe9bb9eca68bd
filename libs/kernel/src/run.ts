import { type Clock } from './clock.js';
import { type Codec, type Command, type Decider, isPlain } from './decider.js';
import { asNew, commandHash, draftEntries, recordingTime, type RecordingTime } from './draft.js';
import { type DomainEvent, type Entry, streamOf } from './entry.js';
import { Conflict, type EventLog, Rejected } from './event-log.js';
import { couldPrecede, judge, stateBefore, warningsOf } from './place.js';
import { isRefusal, refuse, type Refusal, type Warning } from './refusal.js';
import { type Instant } from './time/civil-date.js';

/** What a decision needs from outside: the log, the clock, the stored shapes. */
export interface Environment {
  readonly log: EventLog;
  readonly clock: Clock;
  readonly codec: Codec;
}

/** The answer to an accepted command; the same again when it is repeated. */
export interface Outcome {
  readonly stream: string;
  readonly revision: number;
  readonly position: number;
  readonly eventIds: readonly string[];
  readonly recordedAt: Instant;
  readonly repeated: boolean;
  readonly warnings: readonly Warning[];
}

const ATTEMPTS = 8;

/**
 * Takes a command to its stream: read, place, decide, walk the whole timeline again, append at the revision read.
 * A conflict is decided anew on the longer history, a bounded number of times.
 */
export async function run<State, C extends Command, E extends DomainEvent>(
  environment: Environment,
  decider: Decider<State, C, E>,
  command: C,
): Promise<Outcome | Refusal> {
  const stream = streamOf(decider.category, command.id);
  for (let attempt = 1; ; attempt++) {
    const standing = await readTyped<E>(environment, stream);
    const verdict =
      repeated(decider, command, standing) ??
      stale(command, standing) ??
      (await decideOn(environment, decider, command, standing));
    if (!isDraft(verdict)) return verdict;
    try {
      const last = standing.at(-1)?.revision ?? -1;
      const appended = await environment.log.append(stream, last, verdict.entries.map(asNew));
      return outcome(verdict.entries, appended.revision, appended.position, false, verdict.warnings);
    } catch (error) {
      if (error instanceof Rejected && error.code === 'EVENT_ID_TAKEN') return commandIdReused(command);
      if (!(error instanceof Conflict)) throw error;
      if (attempt === ATTEMPTS)
        return staleWrite(error.expectedRevision, error.actualRevision, await readTyped(environment, stream));
    }
  }
}

/** Reads a stream in today's shapes. @throws Error when a stored entry fits no schema: its stream takes no commands until mended. */
export async function readTyped<E extends DomainEvent>(
  environment: Pick<Environment, 'log' | 'codec'>,
  stream: string,
): Promise<readonly Entry<E>[]> {
  const entries = await environment.log.readStream(stream);
  return entries.map((entry) => typed<E>(environment.codec, entry));
}

/** An entry with its event in today's shape. @throws Error when it fits no schema. */
export function typed<E extends DomainEvent>(codec: Codec, entry: Entry): Entry<E> {
  const event = codec.read(entry.event.type, entry.schemaVersion, entry.event.data);
  if (isRefusal(event)) throw new Error(`entry ${entry.eventId} of ${entry.stream} is unreadable: ${event.sentence}`);
  return { ...entry, event: event as E };
}

interface Draft<E extends DomainEvent> {
  readonly entries: readonly Entry<E>[];
  readonly warnings: readonly Warning[];
}

const isDraft = <E extends DomainEvent>(verdict: Draft<E> | Outcome | Refusal): verdict is Draft<E> =>
  'entries' in verdict;

async function decideOn<State, C extends Command, E extends DomainEvent>(
  { log, clock, codec }: Environment,
  decider: Decider<State, C, E>,
  command: C,
  standing: readonly Entry<E>[],
): Promise<Draft<E> | Refusal> {
  const time = recordingTime(
    command.telling,
    clock,
    command.telling.carriedOverFrom === null ? null : await log.head(),
  );
  if (isRefusal(time)) return time;
  const context = { codec, natures: decider.natures, stream: streamOf(decider.category, command.id), time };
  const draft = (precedes: readonly string[]): readonly Entry<E>[] | Refusal => {
    const placed = { ...command, telling: { ...command.telling, precedes } };
    const corrected = draftEntries(context, placed, [], standing);
    if (isRefusal(corrected)) return corrected;
    const events = decideAtPlace(decider, placed, [...standing, ...(corrected as readonly Entry<E>[])], time);
    return isRefusal(events)
      ? events
      : (draftEntries(context, placed, events, standing) as readonly Entry<E>[] | Refusal);
  };
  const entries = draft(command.telling.precedes);
  if (isRefusal(entries)) return entries;
  if (entries.length === 0) return refuse('NOTHING_TO_RECORD', 'This command says nothing new; nothing was recorded.');
  const refusal = judge(decider, standing, entries);
  if (refusal)
    return withCouldPrecede(
      refusal,
      command.telling.precedes.length > 0 ? [] : couldPrecede(decider, standing, (id) => draft([id])),
    );
  return {
    entries,
    warnings: warningsOf(decider, [...standing, ...entries], new Set(entries.map((entry) => entry.eventId))),
  };
}

/** Decides on the state just before the command's own place in the canonical order. */
function decideAtPlace<State, C extends Command, E extends DomainEvent>(
  decider: Decider<State, C, E>,
  command: C,
  entries: readonly Entry<E>[],
  time: RecordingTime,
): readonly E[] | Refusal {
  const marker = {
    ...command.telling,
    ...time,
    eventId: 'here',
    event: { type: 'Here', data: {} },
    retells: null,
    revision: 0,
    position: Number.MAX_SAFE_INTEGER,
  };
  const state = stateBefore(decider, [...entries, marker as unknown as Entry<E>], 'here');
  if (state === null)
    return refuse(
      'PRECEDENCE_CONTRADICTED',
      'The dates recorded already say which of these came first; drop "precedes" or correct a date.',
      { pointer: '/precedes' },
    );
  return isPlain(command) ? (command.data.events as readonly E[]) : decider.decide(command, state);
}

/** The first answer to a command already taken, warnings and all; null for a new one. */
function repeated<State, E extends DomainEvent>(
  decider: Decider<State, never, E>,
  command: Command,
  standing: readonly Entry<E>[],
): Outcome | Refusal | null {
  const first = standing.filter((entry) => entry.commandId === command.telling.commandId);
  const last = first.at(-1);
  if (!last) return null;
  if (last.commandHash !== commandHash(command)) return commandIdReused(command);
  const then = standing.filter((entry) => entry.revision <= last.revision);
  const warnings = warningsOf(decider, then, new Set(first.map((entry) => entry.eventId)));
  return outcome(first, last.revision, last.position, true, warnings);
}

function stale<E extends DomainEvent>(command: Command, standing: readonly Entry<E>[]): Refusal | null {
  const { expectedRevision } = command.telling;
  const actual = standing.at(-1)?.revision ?? -1;
  return expectedRevision === null || expectedRevision === actual
    ? null
    : staleWrite(expectedRevision, actual, standing);
}

function staleWrite(expected: number, actual: number, standing: readonly Entry[]): Refusal {
  const since = standing
    .filter((entry) => entry.revision > expected)
    .map(({ eventId, revision, event, effective, recordedAt, actor, source }) => ({
      eventId,
      revision,
      type: event.type,
      data: event.data,
      effective,
      recordedAt,
      actor,
      source,
    }));
  return refuse(
    'STALE_WRITE',
    `The record moved from revision ${expected} to ${actual} since you looked; see what changed and decide again.`,
    {
      pointer: '/expectedRevision',
      details: { expectedRevision: expected, actualRevision: actual, since },
    },
  );
}

function commandIdReused(command: Command): Refusal {
  return refuse(
    'COMMAND_ID_REUSED',
    'This command id was already used with another content; send the new content under a fresh id.',
    {
      pointer: '/commandId',
      details: { commandId: command.telling.commandId },
    },
  );
}

function withCouldPrecede(refusal: Refusal, ids: readonly string[]): Refusal {
  return ids.length === 0 ? refusal : { ...refusal, details: { ...refusal.details, couldPrecede: ids } };
}

function outcome(
  entries: readonly Entry[],
  revision: number,
  position: number,
  isRepeat: boolean,
  warnings: readonly Warning[],
): Outcome {
  const { stream, recordedAt } = entries[0]!;
  return {
    stream,
    revision,
    position,
    eventIds: entries.map((entry) => entry.eventId),
    recordedAt,
    repeated: isRepeat,
    warnings,
  };
}
