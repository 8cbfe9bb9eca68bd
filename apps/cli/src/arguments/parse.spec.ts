import { COMMANDS } from '../commands.js';
import { BadArgument } from './bad-argument.js';
import { parseCall } from './parse.js';

const commandOf = (name: string) => COMMANDS.find((it) => it.name === name)!;

describe('a character that is no writing', () => {
  // No shell can pass NUL on, a terminal any of the others.
  it.each(['\u0000', '\u0007', '\u001b', '\u007f', '\ud800', '\udfff'])(
    'is refused in words and values (%j)',
    (odd) => {
      const inWord = () => parseCall(commandOf('history'), [`post-${odd}`]);
      const inValue = () => parseCall(commandOf('as-of'), ['posts', '--where', `grade=P-4${odd}`]);
      expect(inWord).toThrow(new BadArgument('STREAM holds a character that is no writing; leave it out.'));
      expect(inValue).toThrow(new BadArgument('--where holds a character that is no writing; leave it out.'));
    },
  );

  it('is none of any script, nor a pair of surrogates', () => {
    const { words, options } = parseCall(commandOf('as-of'), ['posts', '--where', 'name=žlutý 部 𝔘']);
    expect([words, options.where]).toEqual([['posts'], { name: ['žlutý 部 𝔘'] }]);
  });
});
