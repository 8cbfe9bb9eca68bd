import 'reflect-metadata';
import { CorrectStream } from '@cadre/application';
import { ID, TellingRequest } from '@cadre/contract';
import * as domain from '@cadre/domain';
import { Command, isRefusal, type Telling } from '@cadre/kernel';
import { models } from '@cadre/read-models';
import { getMetadataStorage } from 'class-validator';
import { told } from './http.builders.js';
import { commandRoutes } from './command-routes.js';
import { readRoutes, TABLES } from './read-routes.js';
import { readRequest, type RequestClass } from './read-request.js';

/** Steps that policies take; nobody orders them over HTTP. */
const STEPS_OF_FILLING = ['ReservePerson', 'ReleaseReservation', 'ConfirmEncumbrance', 'ReleaseFromPost'];

const commands = Object.values<unknown>(domain)
  .filter((it) => typeof it === 'function')
  .filter((it) => it.prototype instanceof Command);

const fieldsOf = (request: RequestClass): readonly string[] => {
  const rules = getMetadataStorage().getTargetValidationMetadatas(request, '', true, false);
  return [...new Set(rules.map(({ propertyName }) => propertyName))].sort();
};

describe('the table of commands', () => {
  it('has every command of the domain but the steps of filling, each once', () => {
    const expected = commands.map(({ name }) => name).filter((name) => !STEPS_OF_FILLING.includes(name));
    expect(commandRoutes).toHaveLength(expected.length);
    expect(new Set(commandRoutes.map(({ command }) => command.name))).toEqual(new Set(expected));
  });

  it('gives every command an address of its own', () => {
    const addresses = commandRoutes.map(({ group, step }) => `${group}/${step}`);
    expect(new Set(addresses).size).toBe(addresses.length);
  });

  it.each(commandRoutes.map((route) => [route.command.name, route] as const))(
    '%s asks for the fields it says, and for nothing else',
    (_, { read, request }) => {
      const given = {
        ...told(),
        due: { on: '2008-01-01' },
        until: '2008-01-01',
        count: 1,
      } as unknown as TellingRequest;
      const command = read('some-id', given);
      if (isRefusal(command)) throw new Error(command.sentence);
      const own = fieldsOf(request).filter((field) => !fieldsOf(TellingRequest).includes(field));
      expect(Object.keys(command.data).sort()).toEqual(own);
    },
  );

  it.each(commandRoutes.filter(({ example }) => example).map((route) => [route.command.name, route] as const))(
    'shows an example of %s that can be read',
    async (_, { read, request, example }) => {
      const given = await readRequest(request, told(example!));
      if (isRefusal(given)) throw new Error(`${given.pointer}: ${given.sentence}`);
      expect(read('some-id', given)).toBeInstanceOf(Command);
    },
  );

  it('takes corrections on streams of every kind', () => {
    expect(new CorrectStream('post', 'adviser', told() as unknown as Telling).data.events).toEqual([]);
    expect(Object.keys(domain.streams).every((category) => ID.test(category))).toBe(true);
  });
});

describe('the table of questions', () => {
  it('has every table there is', () => {
    expect([...TABLES].sort()).toEqual([...new Set(models.map(({ table }) => table))].sort());
  });

  it('gives every question an address and a name of its own', () => {
    expect(new Set(readRoutes.map(({ path }) => path)).size).toBe(readRoutes.length);
    expect(new Set(readRoutes.map(({ name }) => name)).size).toBe(readRoutes.length);
  });
});
