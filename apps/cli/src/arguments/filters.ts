import { BadArgument } from './bad-argument.js';

/** Reads "column=value[,value]", once or more; values given for one column add up. @throws BadArgument */
export function readFilters(values: readonly string[], name: string): Readonly<Record<string, readonly string[]>> {
  const filters = new Map<string, readonly string[]>();
  for (const text of values) {
    const parts = /^([a-z][a-z0-9_]*)=(.+)$/s.exec(text);
    if (!parts) throw new BadArgument(`${name} is "${text}"; write column=value or column=value,value.`);
    const [, column, list] = parts;
    filters.set(column!, [...(filters.get(column!) ?? []), ...list!.split(',')]);
  }
  return Object.fromEntries(filters);
}
