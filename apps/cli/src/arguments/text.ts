import { isWriting } from '@cadre/kernel';
import { BadArgument } from './bad-argument.js';

/** Refuses what no text of the register holds, as questions over HTTP are. @throws BadArgument */
export function checkWriting(value: string, name: string): void {
  if (!isWriting(value)) throw new BadArgument(`${name} holds a character that is no writing; leave it out.`);
}

/** A value that says something. @throws BadArgument */
export function readText(value: string, name: string): string {
  if (value.trim() === '') throw new BadArgument(`${name} is empty; give it a value.`);
  return value;
}

/** The address of an EventStoreDB. @throws BadArgument, which keeps to itself what may be a password */
export function readServer(value: string, name: string): string {
  if (!/^esdb(\+discover)?:\/\/[^\s/]+/.test(value)) {
    throw new BadArgument(`${name} is no address of EventStoreDB; give one as in esdb://user:password@host:2113.`);
  }
  return value;
}
