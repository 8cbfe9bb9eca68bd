import { OPTIONS, type OptionName } from './arguments/options.js';
import { optionsOf } from './arguments/parse.js';
import { type CommandShape } from './command-shape.js';
import { COMMANDS } from './commands.js';
import { inColumns } from './words/columns.js';

const CALL = 'npm run --silent cadre --';

/** What the program can do, command by command. */
export function helpOfAll(): readonly string[] {
  return [
    'Cadre: posts, people, teams and promises, for any day as known on any other.',
    '',
    `Usage: ${CALL} COMMAND [options]`,
    '',
    'Commands:',
    ...indented(inColumns(COMMANDS.map(({ usage, summary }) => [usage, summary]))),
    '',
    'Options of every command:',
    ...indented(inColumns((['data', 'json', 'help'] as const).map(optionRow))),
    '',
    `"${CALL} COMMAND --help" says more of one command.`,
    'Exit codes: 0 done; 1 refused, or a rebuild that differs; 2 an argument that makes no sense; 130 stopped by Ctrl-C.',
  ];
}

/** What one command does and takes. */
export function helpOf(command: CommandShape): readonly string[] {
  const words = command.words.map(({ name, help }) => [name, help]);
  return [
    `Usage: ${CALL} ${command.usage} [options]`,
    '',
    `${command.name}: ${command.summary}.`,
    ...command.details,
    '',
    ...indented(inColumns([...words, ...optionsOf(command).map(optionRow)])),
    '',
    'Examples:',
    ...command.examples.map((example) => `  ${CALL} ${example}`),
  ];
}

function optionRow(name: OptionName): readonly string[] {
  const { value, help } = OPTIONS[name];
  return [value === null ? `--${name}` : `--${name} ${value}`, help];
}

const indented = (lines: readonly string[]): readonly string[] => lines.map((line) => `  ${line}`);
