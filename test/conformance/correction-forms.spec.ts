import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';

const ROOT = join(import.meta.dirname, '../..');
const DOMAIN = join(ROOT, 'libs/domain/src');

type Data = Readonly<Record<string, unknown>>;

/** The page is a program of its own, with its own way of naming files; so it is loaded and not imported. */
const page = (await import(join(ROOT, 'apps/web/src/corrections/event-form.ts'))) as {
  fieldsOfEvent(category: string, data: Data): readonly unknown[];
  rawOf(data: Data): unknown;
  dataOf(fields: readonly unknown[], raw: unknown): Data;
};

/** Every shape ever stored: kind of thing, event and version, and where its example is. */
const examples = readdirSync(DOMAIN, { recursive: true, encoding: 'utf8' })
  .map((path) => path.replaceAll('\\', '/'))
  .filter((path) => /\/golden\/.*\.json$/.test(path))
  .map((path) => [path.split('/')[0]!, path.split('/').at(-1)!, join(DOMAIN, path)] as const);

it.each(examples)('a %s entry that is told anew without a change says what it said: %s', (category, _name, path) => {
  const { data } = JSON.parse(readFileSync(path, 'utf8')) as { data: Data };
  expect(page.dataOf(page.fieldsOfEvent(category, data), page.rawOf(data))).toMatchObject(data);
});

it('there is an example of every event', () => expect(examples.length).toBeGreaterThan(60));
