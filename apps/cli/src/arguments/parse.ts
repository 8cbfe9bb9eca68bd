import { parseArgs } from 'node:util';
import { type CommandShape } from '../command-shape.js';
import { BadArgument } from './bad-argument.js';
import { type Call } from './call.js';
import { type OptionName, OPTIONS } from './options.js';
import { checkWriting } from './text.js';

/** Reads the arguments of one command. @throws BadArgument naming the first that makes no sense. */
export function parseCall(command: CommandShape, args: readonly string[]): Call {
  const names = optionsOf(command);
  const { tokens } = parseArgs({
    args: [...args],
    strict: false,
    tokens: true,
    allowPositionals: true,
    options: Object.fromEntries(
      names.map((name) => [name, { type: OPTIONS[name].value === null ? 'boolean' : 'string' } as const]),
    ),
  });
  const words: string[] = [];
  const given = new Map<OptionName, string[]>();
  for (const token of tokens) {
    if (token.kind === 'positional') words.push(token.value);
    if (token.kind !== 'option') continue;
    const name = names.find((it) => it === (token.name === 'h' ? 'help' : token.name));
    if (!name) throw new BadArgument(`${token.rawName} is no option of "${command.name}"; ${askHelp(command)}`);
    given.set(name, [...(given.get(name) ?? []), valueOf(name, token)]);
  }
  const options = Object.fromEntries([...given].map(([name, values]) => [name, readOption(name, values)]));
  if (!options['help']) checkWords(command, words);
  return { words, options };
}

/** Every option a command takes, those all of them take last. */
export function optionsOf(command: CommandShape): readonly OptionName[] {
  return [...command.options, 'json', 'data', 'help'];
}

function valueOf(name: OptionName, { rawName, value }: { readonly rawName: string; readonly value?: string }): string {
  const wanted = OPTIONS[name].value;
  if (wanted === null && value !== undefined) throw new BadArgument(`${rawName} takes no value.`);
  // "--valid-on --json": the next option is not the value that was forgotten.
  if (wanted !== null && (value === undefined || value.startsWith('--'))) {
    throw new BadArgument(`${rawName} needs a value: ${rawName} ${wanted}.`);
  }
  checkWriting(value ?? '', rawName);
  return value ?? '';
}

function readOption(name: OptionName, values: readonly string[]): unknown {
  const { value, repeats, read } = OPTIONS[name];
  if (values.length > 1 && value !== null && !repeats) throw new BadArgument(`--${name} is given more than once.`);
  return read(values, `--${name}`);
}

function checkWords(command: CommandShape, words: readonly string[]): void {
  const missing = command.words.find(({ optional }, i) => !optional && words[i] === undefined);
  if (missing) throw new BadArgument(`${missing.name} is missing: ${command.name} needs ${missing.help}.`);
  command.words.forEach(({ name }, i) => checkWriting(words[i] ?? '', name));
  const extra = words[command.words.length];
  if (extra !== undefined) throw new BadArgument(`"${extra}" is one word too many; ${askHelp(command)}`);
}

const askHelp = ({ name }: CommandShape): string => `see "npm run cadre -- ${name} --help".`;
