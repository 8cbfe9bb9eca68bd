import { type Actor, type DomainEvent, type Source } from './entry.js';
import { type Refusal, type Warning } from './refusal.js';
import { type CivilDate } from './time/civil-date.js';
import { type Nature } from './time/known.js';
import { type Window } from './time/window.js';

/** What a person says along with a command: who, when it became true, on what ground. */
export interface Telling {
  /** Made by the client; the same id with the same payload is answered as the first time. */
  readonly commandId: string;
  readonly actor: Actor;
  readonly effective: Window;
  readonly source: Source;
  readonly reason: string | null;
  readonly precedes: readonly string[];
  /** Revision the person looked at; the command is refused as stale when the stream has moved. Null asks for no check. */
  readonly expectedRevision: number | null;
  /** Corrections of the same stream to record in the same append, before the command's own events. */
  readonly corrections: readonly Correction[];
  readonly correlationId: string | null;
  readonly causationId: string | null;
  readonly fact: string | null;
  /** The date of an old document this is carried over from; null for everything recorded live. */
  readonly carriedOverFrom: CivilDate | null;
}

/** A retraction and, unless the entry is only withdrawn, what is told in its place. */
export interface Correction {
  readonly eventId: string;
  readonly reason: string;
  readonly retelling: Retelling | null;
}

export interface Retelling {
  readonly event: DomainEvent;
  readonly effective: Window;
  readonly source: Source;
}

/** An order to one thing: `id` names the thing, `data` says what is wanted, `telling` who says so and when it became true. */
export abstract class Command<Data extends object = object> {
  abstract readonly type: string;
  constructor(
    readonly id: string,
    readonly data: Data,
    readonly telling: Telling,
  ) {}
}

/**
 * Tells events as they are, on any stream: how a loaded file and a pure correction (no events, only corrections) reach the log.
 * Rules live in `permits`, so nothing gets in this way that a button could not record.
 */
export class RecordEvents extends Command<{ readonly events: readonly DomainEvent[] }> {
  readonly type = 'RecordEvents';
}

/** True for a command that carries its events ready made. */
export function isPlain(command: Command): command is RecordEvents {
  return command.type === 'RecordEvents';
}

/** An event with what is told along with it: what `permits` and `evolve` see of an entry. */
export interface Told<E extends DomainEvent = DomainEvent> {
  readonly event: E;
  readonly effective: Window;
  /** Why, in the teller's words; some rules ask for one. */
  readonly reason: string | null;
  /** Whose history it belongs to, for rules on what a thing may not do to itself. */
  readonly stream: string;
}

/**
 * One kind of stream as pure functions over one history; nothing here reads a clock, makes an id, awaits or throws.
 * `decide` turns a command into events (or a refusal of the command as such); `permits` judges each event at its place
 * in the canonical order, for new and old entries alike; `evolve` records and never judges.
 */
export interface Decider<State, C extends Command, E extends DomainEvent> {
  readonly category: string;
  readonly initial: State;
  readonly natures: Readonly<Record<E['type'], Nature>>;
  decide(command: C, state: State): readonly E[] | Refusal;
  permits(state: State, told: Told<E>): Refusal | null;
  evolve(state: State, told: Told<E>): State;
  /** What a person should look at although it is accepted. */
  warn?(state: State, told: Told<E>): readonly Warning[];
}

/** Reads and writes stored shapes: upcasts old versions on reading; refuses what no schema allows. */
export interface Codec {
  /** Schema version written today for an event type. @throws when the type is not in the catalogue. */
  schemaVersion(type: string): number;
  /** The event in today's shape, or a refusal naming the field when the data do not fit its schema. */
  read(type: string, schemaVersion: number, data: unknown): DomainEvent | Refusal;
}
