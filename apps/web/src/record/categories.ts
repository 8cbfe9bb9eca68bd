import { COMMANDS } from './commands.generated';

/** Kinds of thing that something can be recorded about. */
export const CATEGORIES: readonly string[] = [...new Set(COMMANDS.map(({ category }) => category))];

const MOST_CHARACTERS = 100;

/** A text as an id: small Latin letters, digits and dashes; empty when it holds none. */
export function slugOf(text: string): string {
  return text
    .normalize('NFKD')
    .replace(/\p{M}/gu, '')
    .toLowerCase()
    .replace(/[^a-z0-9]+/g, '-')
    .replace(/^-+|-+$/g, '')
    .slice(0, MOST_CHARACTERS);
}
