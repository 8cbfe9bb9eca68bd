import { BadArgument } from './arguments/bad-argument.js';
import { parseCall } from './arguments/parse.js';
import { STOPPED, type Surroundings } from './command-shape.js';
import { COMMANDS } from './commands.js';
import { helpOf, helpOfAll } from './help.js';

const [REFUSED, BAD_ARGUMENT] = [1, 2];

/** Runs the program with its arguments; resolves to the exit code. Says what went wrong in one sentence, never a stack. */
export async function run(args: readonly string[], surroundings: Surroundings): Promise<number> {
  const { output, signal } = surroundings;
  try {
    return await dispatch(args, surroundings);
  } catch (error) {
    if (signal.aborted) {
      output.note('stopped');
      return STOPPED;
    }
    output.note(sentenceOf(error));
    return isBadArgument(error) ? BAD_ARGUMENT : REFUSED;
  }
}

async function dispatch(args: readonly string[], surroundings: Surroundings): Promise<number> {
  const { output } = surroundings;
  const [name, ...rest] = args[0] === 'help' ? [...args.slice(1, 2), '--help'] : args;
  if (name === undefined || name === '--help' || name === '-h') {
    for (const line of helpOfAll()) output.line(line);
    return name === undefined ? BAD_ARGUMENT : 0;
  }
  const command = COMMANDS.find((it) => it.name === name);
  if (!command) {
    throw new BadArgument(
      name.startsWith('-')
        ? `${name} stands before the command; name the command first.`
        : `"${name}" is no command; there are ${COMMANDS.map((it) => it.name).join(', ')}.`,
    );
  }
  const call = parseCall(command, rest);
  if (call.options.help) {
    for (const line of helpOf(command)) output.line(line);
    return 0;
  }
  const work = await command.load();
  return work(call, surroundings);
}

/** A question the tables cannot answer as it is put is an argument at fault as well; its class is not loaded for that. */
const isBadArgument = (error: unknown): boolean =>
  error instanceof BadArgument || (error as { name?: unknown } | null)?.name === 'UnknownQuestion';

function sentenceOf(error: unknown): string {
  const { message, name } = error as Error;
  const sentence = message.split('\n')[0]!;
  const named = name === 'UnknownQuestion' ? `--where: ${sentence}` : sentence;
  return /[.!?]$/.test(named) ? named : `${named}.`;
}
