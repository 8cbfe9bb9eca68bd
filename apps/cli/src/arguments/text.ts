import { BadArgument } from './bad-argument.js';

/** A value that says something. @throws BadArgument */
export function readText(value: string, name: string): string {
  if (value.trim() === '') throw new BadArgument(`${name} is empty; give it a value.`);
  return value;
}
