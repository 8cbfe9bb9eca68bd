import { globSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { catalogue } from '@cadre/domain';
import { models } from '@cadre/read-models';
import { LANGUAGES, readWords } from '../support/web-words.js';

const root = join(import.meta.dirname, '../..');
const read = (path: string): string => readFileSync(join(root, path), 'utf8');

/** Keys of a family of words in English; the other languages have the same (web-words.spec.ts). */
const keysOf = (folder: string, family: string): ReadonlySet<string> =>
  new Set(
    [...readWords(folder, 'en').keys()]
      .filter((key) => key.startsWith(`${family}.`))
      .map((key) => key.slice(family.length + 1)),
  );

/** Says which words are wanting and which are too many. */
function expectSame(had: Iterable<string>, wanted: Iterable<string>): void {
  const [has, wants] = [new Set(had), new Set(wanted)];
  expect({
    wanting: [...wants].filter((it) => !has.has(it)).toSorted(),
    unused: [...has].filter((it) => !wants.has(it)).toSorted(),
  }).toEqual({ wanting: [], unused: [] });
}

/** Event types and the fields of their data, as the catalogue has them. */
const events = read('docs/event-catalogue.md')
  .split('\n')
  .map((line) => line.split(/(?<!\\)\|/).map((cell) => cell.trim()))
  .filter(([, name]) => /^`[A-Z]\w+`$/.test(name ?? ''))
  .filter((cells) => cells.length === 7)
  .map((cells) => ({
    type: cells[1]!.slice(1, -1),
    fields: [...cells[5]!.matchAll(/(?:^|<br>)`(\w+)` `/g)].map((found) => found[1]!),
  }));

const sources = globSync(['libs/**/*.ts', 'apps/{api,cli}/**/*.ts'], { cwd: root })
  .filter((path) => !/\.(spec|builders)\.ts$|\/testing\//.test(path))
  .map((path) => [path, read(path)] as const);
const CODE = '[A-Z][A-Z0-9]*(?:_[A-Z0-9]+)*';
const found = (text: string, pattern: string): readonly string[] =>
  [...text.matchAll(new RegExp(pattern, 'g'))].map((it) => it[1]!);

/** Tables whose words are stages of recruitment, the same in each. */
const STAGED = new Set(['recruitment', 'candidacies']);

/** Codes of everything the business or the server can refuse. */
const refusals = sources.flatMap(([path, text]) => [
  ...found(text, `\\brefuse\\(\\s*'(${CODE})'`),
  ...found(text, `\\brefuse\\(\\s*(${CODE}),`),
  ...found(text, `\\bproblem\\(\\s*\\d+,\\s*'(${CODE})'`),
  ...(path.endsWith('/http/problem.ts') ? found(text, `\\['(${CODE})', '[A-Z][a-z]`) : []),
]);
const warnings = sources.flatMap(([, text]) => found(text, `code: '(${CODE})',\\s*sentence`));

describe('the words of the record', () => {
  it('has a sentence for every event of the catalogue, and none for any other', () => {
    expect(events.length).toBeGreaterThan(60);
    const types = [...Object.values(catalogue).flatMap((shapes) => Object.keys(shapes)), 'EntryRetracted'];
    expectSame(
      events.map(({ type }) => type),
      types,
    );
    const withoutVariant = [...keysOf('vocabulary', 'events')].map((key) => key.replace(/_[a-z]+$/, ''));
    expectSame(withoutVariant, types);
  });

  it('fills no hole of a sentence that its event does not have', () => {
    const words = readWords('vocabulary', 'en');
    const besides = ['id', 'posts', 'members'];
    const unfilled = [...words].flatMap(([key, text]) => {
      const type = /^events\.(\w+?)(?:_[a-z]+)?$/.exec(key)?.[1];
      const fields = events.find((event) => event.type === type)?.fields;
      if (fields === undefined) return [];
      return found(text, '\\{\\{(\\w+)\\}\\}')
        .filter((hole) => !fields.includes(hole) && !besides.includes(hole))
        .map((hole) => `${key}: ${hole}`);
    });
    expect(unfilled).toEqual([]);
  });

  it('has a label for every field of an event', () => {
    expectSame(
      keysOf('vocabulary', 'fields'),
      events.flatMap(({ fields }) => fields),
    );
  });

  it('has a name for every kind of stream and every table', () => {
    expectSame(keysOf('vocabulary', 'kinds'), Object.keys(catalogue));
    expectSame(
      keysOf('vocabulary', 'tables'),
      models.map(({ table }) => table),
    );
  });

  it('has a label for every column, those that belong together under one', () => {
    const parts = /_(at_least|at_most|wording|earliest|latest|phrase)$/;
    const names = models.flatMap(({ columns }) => Object.keys(columns));
    expectSame(
      keysOf('vocabulary', 'columns'),
      names.map((name) => name.replace(parts, '')),
    );
    expectSame(
      keysOf('vocabulary', 'columnParts'),
      names.flatMap((name) => parts.exec(name)?.[1] ?? []),
    );
  });

  it('has every word that a column can say', () => {
    const said = models.flatMap(({ table, words = {} }) =>
      Object.values(words)
        .filter((all) => all?.join() !== 'no,yes')
        .flatMap((all) => (all ?? []).map((word) => ({ table, word }))),
    );
    const [stages, states] = [
      said.filter(({ table }) => STAGED.has(table)),
      said.filter(({ table }) => !STAGED.has(table)),
    ];
    expectSame(
      keysOf('vocabulary', 'states'),
      states.map(({ table, word }) => `${table}.${word}`),
    );
    expectSame(
      keysOf('vocabulary', 'stages'),
      stages.map(({ word }) => word),
    );
  });

  it('has one sentence for every refusal and every warning, and none for any other', () => {
    expect(new Set(refusals).size).toBeGreaterThan(150);
    expectSame(keysOf('problems', 'problems'), refusals);
    expectSame(keysOf('problems', 'warnings'), warnings);
  });

  it('says of every number that is derived how', () => {
    const derived = sources.flatMap(([, text]) => found(text, "'([a-z ]+ less [a-z ]+)'"));
    expectSame(keysOf('vocabulary', 'derivations'), derived);
  });

  it('says each in every language in words of its own', () => {
    const english = readWords('problems', 'en');
    const copied = LANGUAGES.filter((language) => language !== 'en').flatMap((language) =>
      [...readWords('problems', language)].filter(([key, text]) => text === english.get(key)).map(([key]) => key),
    );
    expect(copied).toEqual([]);
  });
});

describe('the words of the status report', () => {
  const written = sources.filter(([path]) => path.includes('/narrative/')).map(([, text]) => text);
  const quoted = (text: string): readonly string[] => found(text, "'([a-z]+(?: ?[A-Za-z]+)*)'");

  it('has every sentence that the report can hold, and no other', () => {
    const keys = written.flatMap((text) => found(text, '\\bkey(?::| =)([^,;]*)').flatMap(quoted));
    expect(keys.length).toBeGreaterThan(40);
    expectSame(
      keysOf('statement', 'sentences'),
      keys.filter((key) => key !== 'block'), // it is put together of stages
    );
  });

  it('has a title for every part', () => {
    const sections = written.flatMap((text) => found(text, 'const SECTIONS[^=]*= (\\[[^;]*\\]);').flatMap(quoted));
    expectSame(keysOf('statement', 'sections'), sections);
  });
});
