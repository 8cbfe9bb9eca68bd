import { type Command, type Decider, type Telling } from './decider.js';
import { stateToldFor } from './deciding.js';
import { type DomainEvent, type Entry, streamOf } from './entry.js';
import { isRefusal, type Refusal } from './refusal.js';
import { possibleStates } from './time/as-of.js';
import { type CivilDate, type Instant } from './time/civil-date.js';
import { exactly } from './time/window.js';

/**
 * Contents to try each command of a stream with, in a state and on a day: if any content is permitted there, one of
 * these is. The first says best why none is. The compiler asks for a line for every command.
 */
export type Samples<State, C extends Command> = {
  readonly [T in C['type']]: (state: State, on: CivilDate) => readonly Extract<C, { type: T }>['data'][];
};

/** A command on one thing, and whether its history permits it on a day. */
export interface Move<C extends Command = Command> {
  readonly type: C['type'];
  /** True when one of the states the thing may be in permits it with some content. */
  readonly legal: boolean;
  /** True when all of them do. */
  readonly certain: boolean;
  /** Why the latest of the states that do not permit it does not; null when all do. */
  readonly why: Refusal | null;
  /** The command as the latest of the states that permit it does, told for that day; null when none does. */
  readonly sample: C | null;
}

/** How the commands of a kind of stream are made. */
type Classes<C extends Command> = {
  readonly [T in C['type']]: new (id: string, data: never, telling: Telling) => Extract<C, { type: T }>;
};

/**
 * The states a thing may be in on a day, that which something told for it would find last: telling it can settle an
 * order that was open, so that it finds another state than any that was possible before.
 */
export function statesOn<State, C extends Command, E extends DomainEvent>(
  decider: Decider<State, C, E>,
  entries: readonly Entry<E>[],
  on: CivilDate,
  now: Instant,
): readonly State[] {
  const knownAt = entries.reduce((latest, { recordedAt }) => (recordedAt > latest ? recordedAt : latest), now);
  const time = { recordedAt: knownAt, enteredAt: null };
  const found = stateToldFor(decider, entries, { telling: sampleTelling(on), time, nature: 'decision' });
  return [...possibleStates(decider, entries, { validOn: on, knownAt }), ...(found ? [found.state] : [])];
}

/** What can be said of a thing on a day, in any of the states it may be in, the latest of them last. Pure. */
export function movesIn<State, C extends Command, E extends DomainEvent>(
  decider: Decider<State, C, E>,
  { classes, samples }: { readonly classes: Classes<C>; readonly samples: Samples<State, C> },
  { id, states, on }: { readonly id: string; readonly states: readonly State[]; readonly on: CivilDate },
): readonly Move<C>[] {
  return (Object.keys(classes) as C['type'][]).map((type) => {
    const tried = states.map((state) => {
      const contents = samples[type](state, on);
      return triedIn(
        decider,
        state,
        contents.map((data) => new classes[type](id, data as never, sampleTelling(on)) as C),
      );
    });
    const refusals = tried.filter(isRefusal);
    return {
      type,
      legal: refusals.length < tried.length,
      certain: refusals.length === 0,
      why: refusals.at(-1) ?? null,
      sample: tried.findLast((it): it is C => !isRefusal(it)) ?? null,
    };
  });
}

/** The first of some commands that a state permits, or why it does not permit the first. */
function triedIn<State, C extends Command, E extends DomainEvent>(
  decider: Decider<State, C, E>,
  state: State,
  commands: readonly C[],
): C | Refusal {
  const refusals = commands.map((command) => refusalIn(decider, state, command));
  const permitted = refusals.indexOf(null);
  return permitted < 0 ? refusals[0]! : commands[permitted]!;
}

function refusalIn<State, C extends Command, E extends DomainEvent>(
  decider: Decider<State, C, E>,
  before: State,
  command: C,
): Refusal | null {
  const events = decider.decide(command, before);
  if (isRefusal(events)) return events;
  let state = before;
  for (const event of events) {
    const { effective, reason } = command.telling;
    const told = { event, effective, reason, stream: streamOf(decider.category, command.id) };
    const refusal = decider.permits(state, told);
    if (refusal) return refusal;
    state = decider.evolve(state, told);
  }
  return null;
}

/** A word, or an id, that is none of those taken. */
export function unlike(taken: readonly string[]): string {
  const words = new Set(taken);
  let n = 1;
  while (words.has(`other-${n}`)) n += 1;
  return `other-${n}`;
}

/** Says nothing but the day; whoever gives the command for good says the rest. */
const sampleTelling = (on: CivilDate): Telling => ({
  commandId: 'move',
  actor: { id: 'move', role: 'move' },
  effective: exactly(on),
  source: { kind: 'local-knowledge', who: 'move' },
  reason: 'move',
  precedes: [],
  expectedRevision: null,
  corrections: [],
  correlationId: null,
  causationId: null,
  fact: null,
  carriedOverFrom: null,
});
