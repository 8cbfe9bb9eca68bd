import {
  type Command,
  decideOn,
  type DomainEvent,
  type Environment,
  isRefusal,
  type Move,
  readTyped,
  run,
  statesOn,
  streamOf,
  type Window,
} from '@cadre/kernel';
import { fixedClock, hold, MemoryLog, telling } from '@cadre/kernel/testing';
import fc from 'fast-check';
import { codec } from './catalogue.wire.js';
import { movesOf } from './moves.js';
import { type RandomCommand, randomCommands } from './random-commands.builders.js';
import { type Category, type CommandClass, commandTypes, streams } from './streams.js';

const RUNS = 250;
const categories = Object.keys(streams) as Category[];
const ID = 'thing';
const DAYS = Array.from({ length: 10 }, (_, i) => `2007-10-${String(i + 1).padStart(2, '0')}`);
const day = fc.constantFrom(...DAYS);
const exact = day.map((on): Window => ({ earliest: on, latest: on, phrase: null }));
const fuzzy = fc.tuple(fc.option(day), fc.option(day)).map(([a, b]): Window => {
  const [earliest, latest] = a !== null && b !== null && b < a ? [b, a] : [a, b];
  return { earliest, latest, phrase: 'as told' };
});
const sayings = (category: Category) =>
  fc.array(fc.tuple(randomCommands(category), fc.oneof({ weight: 3, arbitrary: exact }, fuzzy)), {
    ...{ minLength: 3, maxLength: 14 },
  });

const classOf = ({ category, type }: Pick<RandomCommand, 'category' | 'type'>): CommandClass =>
  (commandTypes[category] as unknown as Readonly<Record<string, CommandClass>>)[type]!;

const newEnvironment = (): Environment => ({ log: new MemoryLog(), clock: fixedClock(), codec });

/** The moves of the one thing, as of a day. */
async function movesAt(environment: Environment, category: Category, on: string): Promise<readonly Move[]> {
  const entries = await readTyped<DomainEvent>(environment, streamOf(category, ID));
  const states = statesOn(streams[category], entries, on, environment.clock.now());
  return movesOf(category, { id: ID, states, on });
}

const send = (environment: Environment, category: Category, command: Command) =>
  run(environment, streams[category], command);

describe.each(categories)('on any history of a %s', (category) => {
  it('every command that is accepted for a day was offered for it', async () => {
    await hold(
      fc.asyncProperty(sayings(category), async (history) => {
        const environment = newEnvironment();
        for (const [said, effective] of history) {
          const on = effective.earliest === effective.latest ? effective.earliest : null;
          const move = on && (await movesAt(environment, category, on)).find(({ type }) => type === said.type)!;
          const command = new (classOf(said))(ID, said.data, telling({ effective, reason: 'as told' }));
          const answer = await send(environment, category, command);
          if (move && !isRefusal(answer) && !move.legal) throw new Error(`${said.type} was not offered for ${on}`);
        }
      }),
      RUNS,
    );
  });

  it('what is offered for certain is accepted as it was tried, unless a later fact stands in its way', async () => {
    await hold(
      fc.asyncProperty(sayings(category), day, async (history, on) => {
        const environment = newEnvironment();
        for (const [said, effective] of history) {
          await send(environment, category, new (classOf(said))(ID, said.data, telling({ effective, reason: 'told' })));
        }
        const standing = await readTyped<DomainEvent>(environment, streamOf(category, ID));
        for (const { type, legal, certain, why, sample } of await movesAt(environment, category, on)) {
          if (legal !== (sample !== null) || certain !== (why === null)) throw new Error(`${type} contradicts itself`);
          const answer = certain && sample ? await decideOn(environment, streams[category], sample, standing) : null;
          if (answer && isRefusal(answer) && answer.code !== 'CONTRADICTS_LATER_FACT')
            throw new Error(`${type} was offered, but: ${answer.code} ${answer.sentence}`);
        }
      }),
      RUNS,
    );
  });

  it('no command is dead: each is offered somewhere and accepted there, and is not offered somewhere else', async () => {
    const [accepted, withheld] = [new Set<string>(), new Set<string>()];
    const histories = fc.sample(sayings(category), { numRuns: 200, seed: 7 });
    for (const history of histories) {
      const environment = newEnvironment();
      for (const [said, effective] of history) {
        const standing = await readTyped<DomainEvent>(environment, streamOf(category, ID));
        for (const { type, legal, certain, sample } of await movesAt(environment, category, '2007-10-10')) {
          if (!legal) withheld.add(type);
          if (!certain || accepted.has(type)) continue;
          if (!isRefusal(await decideOn(environment, streams[category], sample!, standing))) accepted.add(type);
        }
        await send(environment, category, new (classOf(said))(ID, said.data, telling({ effective, reason: 'told' })));
      }
    }
    expect([...accepted].sort()).toEqual(Object.keys(commandTypes[category]).sort());
    expect([...withheld].sort()).toEqual(Object.keys(commandTypes[category]).sort());
  });
});
