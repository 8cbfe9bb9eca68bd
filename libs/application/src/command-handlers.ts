import { Inject, Injectable, type Provider } from '@nestjs/common';
import { CommandHandler } from '@nestjs/cqrs';
import {
  type Command,
  type Decider,
  type DomainEvent,
  isRefusal,
  type Outcome,
  type RecordEvents,
  type Refusal,
  run,
  streamOf,
} from '@cadre/kernel';
import { APPLICATION, type Application } from './application.js';
import { checkAcrossStreams, looksAcross } from './rules/across-streams.js';

/** The class of a command. */
export type CommandClass<C extends Command = Command> = new (id: C['id'], data: never, telling: C['telling']) => C;

/** What was recorded, and the log position at which whatever followed from it stands, too: where to read it all. */
export interface Accepted extends Outcome {
  readonly settledPosition: number;
}

/** What a command bus answers: what was recorded, or why not. */
export type Answer = Accepted | Refusal;

/**
 * Stamps one Nest command handler per command class: rules that look at other streams first, then the one way to decide.
 * Commands stay plain classes; Nest is only seen here and in the few hand-written handlers.
 */
export function commandHandlers<State, C extends Command, E extends DomainEvent>(
  decider: Decider<State, C, E>,
  classes: readonly CommandClass<C>[],
): readonly Provider[] {
  return classes.map((commandClass) => {
    class Handler {
      constructor(readonly application: Application) {}

      async execute(command: C): Promise<Answer> {
        return execute(this.application, decider, command);
      }
    }
    Object.defineProperty(Handler, 'name', { value: `${commandClass.name}Handler` });
    Inject(APPLICATION)(Handler, undefined, 0);
    Injectable()(Handler);
    CommandHandler(commandClass as never)(Handler);
    return Handler;
  });
}

/** The same command, only to be tried: it is decided as always, and nothing is recorded. */
export function onlyTried<C extends Command>(command: C): C {
  return Object.assign(command, { isOnlyTried: true });
}

/** True for a command that is only to be tried. */
export const isOnlyTried = (command: Command): boolean => 'isOnlyTried' in command;

/** Takes one command all the way: recorded, and whatever the policies record because of it, too. */
export async function execute<State, C extends Command, E extends DomainEvent>(
  application: Application,
  decider: Decider<State, C, E>,
  command: C | RecordEvents,
): Promise<Answer> {
  const answer = await record(application, decider, command);
  return isRefusal(answer) ? answer : settled(application, answer, isOnlyTried(command));
}

/** The outcome, once the policies have reacted to it; what was only tried leads to nothing. */
export async function settled({ policies }: Application, outcome: Outcome, isTried: boolean): Promise<Accepted> {
  const settledPosition = isTried ? outcome.position : await policies.settle(outcome);
  return { ...outcome, settledPosition };
}

/** Decides one command: what other streams forbid, then its own history. */
export async function record<State, C extends Command, E extends DomainEvent>(
  application: Application,
  decider: Decider<State, C, E>,
  command: C | RecordEvents,
): Promise<Outcome | Refusal> {
  const act = (): Promise<Outcome | Refusal> => decide(application, decider, command);
  return looksAcross(command) ? application.turns.take(act) : act();
}

async function decide<State, C extends Command, E extends DomainEvent>(
  { environment, surroundings }: Application,
  decider: Decider<State, C, E>,
  command: C | RecordEvents,
): Promise<Outcome | Refusal> {
  const stream = streamOf(decider.category, command.id);
  const standing = await environment.log.readStream(stream);
  // A repeat is answered as the first time, whatever has come to stand in its way since.
  const isRepeat = standing.some((entry) => entry.commandId === command.telling.commandId);
  const forbidden = isRepeat ? null : await checkAcrossStreams(environment, surroundings, command, stream);
  return forbidden ?? run(environment, decider, command, { dryRun: isOnlyTried(command) });
}
