import { telling } from '@cadre/kernel/testing';
import { catalogue } from './catalogue.wire.js';
import { type Category, type CommandClass, commandTypes, deciderOf, streams } from './streams.js';

const categories = Object.keys(streams) as Category[];
const commands = Object.values(commandTypes).flatMap((ofStream) => Object.entries<unknown>(ofStream));

describe('the table of streams', () => {
  it('holds every stream kind of the catalogue and no other', () =>
    expect(categories.toSorted()).toEqual(Object.keys(catalogue).toSorted()));
  it.each(categories)('a %s is filed under its own name', (category) =>
    expect(streams[category].category).toBe(category),
  );
  it.each(categories)('every stored event of a %s has its place in time, and no other has', (category) =>
    expect(Object.keys(streams[category].natures).toSorted()).toEqual(Object.keys(catalogue[category]!).toSorted()),
  );
  it('a stream is told by its name', () => {
    expect(deciderOf('unit-field-support')).toBe(streams.unit);
    expect(deciderOf('weather-today')).toBeNull();
    expect(deciderOf('constructor-1')).toBeNull();
  });
});

describe('the table of commands', () => {
  it.each(commands)('%s is filed under its own type', (type, commandClass) =>
    expect(new (commandClass as CommandClass)('any', {}, telling()).type).toBe(type),
  );
  it('no two commands share a type', () => {
    const types = commands.map(([type]) => type);
    expect(new Set(types).size).toBe(types.length);
  });
});
