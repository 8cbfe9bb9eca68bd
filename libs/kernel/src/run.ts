import { type Codec, type Command, type Decider, type RecordEvents } from './decider.js';
import { decideOn, type Draft, type Environment } from './deciding.js';
import { asNew, commandHash } from './draft.js';
import { type DomainEvent, type Entry, streamOf } from './entry.js';
import { Conflict, Rejected } from './event-log.js';
import { warningsOf } from './place.js';
import { isRefusal, refuse, type Refusal, type Warning } from './refusal.js';
import { type Instant } from './time/civil-date.js';

/** The answer to an accepted command; the same again when it is repeated. */
export interface Outcome {
  readonly stream: string;
  readonly revision: number;
  readonly position: number;
  readonly eventIds: readonly string[];
  /** Event types, one for each of `eventIds`. */
  readonly types: readonly string[];
  readonly recordedAt: Instant;
  readonly repeated: boolean;
  readonly warnings: readonly Warning[];
}

/** `dryRun` answers what would be recorded, at the revision it would get, and records nothing. Its position is only the least one possible. */
export interface RunOptions {
  readonly dryRun?: boolean;
}

const ATTEMPTS = 8;

/**
 * Takes a command to its stream: read, place, decide, walk the whole timeline again, append at the revision read.
 * A conflict is decided anew on the longer history, a bounded number of times.
 */
export async function run<State, C extends Command, E extends DomainEvent>(
  environment: Environment,
  decider: Decider<State, C, E>,
  command: C | RecordEvents,
  options: RunOptions = {},
): Promise<Outcome | Refusal> {
  const stream = streamOf(decider.category, command.id);
  for (let attempt = 1; ; attempt++) {
    const standing = await readTyped<E>(environment, stream);
    const verdict =
      repeated(decider, command, standing) ??
      stale(command, standing) ??
      (await decideOn(environment, decider, command, standing));
    if (!isDraft(verdict)) return verdict;
    if (options.dryRun) {
      const { revision, position } = verdict.entries.at(-1)!;
      return outcome(verdict.entries, revision, position, false, verdict.warnings);
    }
    try {
      const last = standing.at(-1)?.revision ?? -1;
      const appended = await environment.log.append(stream, last, verdict.entries.map(asNew));
      return outcome(verdict.entries, appended.revision, appended.position, false, verdict.warnings);
    } catch (error) {
      if (error instanceof Rejected && error.code === 'EVENT_ID_TAKEN') {
        return repeated(decider, command, await readTyped<E>(environment, stream)) ?? commandIdReused(command);
      }
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

const isDraft = <E extends DomainEvent>(verdict: Draft<E> | Outcome | Refusal): verdict is Draft<E> =>
  'entries' in verdict;

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
    expected > actual
      ? `You say you looked at revision ${expected}, but the record ${reaches(actual)}; read it again and decide on what it says.`
      : `The record moved from revision ${expected} to ${actual} since you looked; see what changed and decide again.`,
    {
      pointer: '/expectedRevision',
      details: { expectedRevision: expected, actualRevision: actual, since },
    },
  );
}

const reaches = (revision: number): string =>
  revision < 0 ? 'has no entries yet' : `only reaches revision ${revision}`;

/** A command id that something else was said under before. */
export function commandIdReused(command: Command): Refusal {
  return refuse(
    'COMMAND_ID_REUSED',
    'This command id was already used with another content; send the new content under a fresh id.',
    {
      pointer: '/commandId',
      details: { commandId: command.telling.commandId },
    },
  );
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
    types: entries.map((entry) => entry.event.type),
    recordedAt,
    repeated: isRepeat,
    warnings,
  };
}
