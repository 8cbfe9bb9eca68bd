import { type Command } from '@cadre/kernel';
import { commandTypes, FillPost, streams, type Category } from '@cadre/domain';
import { type Application } from './application.js';
import { type Answer, execute } from './command-handlers.js';
import { CorrectStream, CorrectStreamHandler } from './correct-stream.handler.js';
import { FillPostHandler } from './post.handler.js';

/** Takes a command to an application beside the bus, as its handler there would. @throws Error for a command nobody handles */
export function takeCommand(application: Application, command: Command): Promise<Answer> {
  if (command instanceof FillPost) return new FillPostHandler(application).execute(command);
  if (command instanceof CorrectStream) return new CorrectStreamHandler(application).execute(command);
  const category = (Object.keys(commandTypes) as Category[]).find((it) =>
    Object.hasOwn(commandTypes[it], command.type),
  );
  if (category === undefined) throw new Error(`nobody handles ${command.type}`);
  return execute(application, streams[category], command);
}
