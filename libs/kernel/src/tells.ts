import { type Command } from './decider.js';
import { type DomainEvent } from './entry.js';
import { type Refusal } from './refusal.js';

/**
 * What each command of a stream tells: the type of the event that takes its data as it is, or, where the event says
 * more than the command does ("from" beside "to"), a function of the command and the state at its place.
 */
export type Tells<State, C extends Command, E extends DomainEvent> = {
  readonly [T in C['type']]:
    AsItIs<Extract<C, { type: T }>, E> | ((command: Extract<C, { type: T }>, state: State) => readonly E[] | Refusal);
};

/** Types of the events whose data a command carries ready made; the compiler refuses any other name. */
type AsItIs<C extends Command, E extends DomainEvent> = {
  [T in E['type']]: C['data'] extends Extract<E, { type: T }>['data'] ? T : never;
}[E['type']];

/** The `decide` of a stream whose commands only translate: `decide: decideBy<Post, PostCommand, PostEvent>({ FillPost: 'PostFilled', … })`. */
export function decideBy<State, C extends Command, E extends DomainEvent>(
  tells: Tells<State, C, E>,
): (command: C, state: State) => readonly E[] | Refusal {
  return (command, state) => {
    const told = tells[command.type as C['type']] as string | ((command: C, state: State) => readonly E[] | Refusal);
    return typeof told === 'function' ? told(command, state) : [{ type: told, data: command.data } as unknown as E];
  };
}
