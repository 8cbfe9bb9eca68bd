import { BadArgument } from './arguments/bad-argument.js';

/** The tables that can be asked for. */
export const TABLES = [
  ...['blocks', 'posts', 'recruitment', 'candidacies', 'units', 'teams'],
  ...['evaluations', 'commitments', 'incumbency', 'statements', 'sources', 'names'],
];

/** @throws BadArgument for a table there is not. */
export function checkTable(table: string): void {
  if (!TABLES.includes(table)) throw new BadArgument(`TABLE is "${table}"; it must be one of ${TABLES.join(', ')}.`);
}
