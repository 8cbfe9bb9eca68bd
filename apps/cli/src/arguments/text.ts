import { BadArgument } from './bad-argument.js';

/** Control characters and halves of surrogate pairs, as questions over HTTP are refused for them. */
// oxlint-disable-next-line no-control-regex
const NO_WRITING = /[\u0000-\u0008\u000b\u000c\u000e-\u001f\u007f]|\p{Surrogate}/u;

/** Refuses what no text of the register holds; not every engine could look for it. @throws BadArgument */
export function checkWriting(value: string, name: string): void {
  if (NO_WRITING.test(value)) throw new BadArgument(`${name} holds a character that is no writing; leave it out.`);
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
