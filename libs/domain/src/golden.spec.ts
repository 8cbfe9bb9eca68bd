import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { catalogue, codec } from './catalogue.wire.js';

interface Stored {
  readonly type: string;
  readonly schemaVersion: number;
  readonly data: unknown;
}

const src = import.meta.dirname;
const files = readdirSync(src, { recursive: true, encoding: 'utf8' })
  .filter((path) => /(^|\/)golden\/[^/]+\.json$/.test(path.replaceAll('\\', '/')))
  .sort();
const stored = (file: string): Stored => JSON.parse(readFileSync(join(src, file), 'utf8')) as Stored;

/** Version 1 up to today's of every event type there is. */
const versions = [...Object.values(catalogue).flatMap((shapes) => Object.keys(shapes)), 'EntryRetracted'].flatMap(
  (type) => Array.from({ length: codec.schemaVersion(type) }, (_, i) => `${type}.v${i + 1}.json`),
);

describe('stored shapes', () => {
  it('every version of every event type ever written is kept as an example', () => {
    const kept = files.map((file) => file.replace(/^.*[/\\]/, ''));
    expect(kept.toSorted()).toEqual(versions.toSorted());
  });

  it.each(files)('%s is still readable', (file) => {
    const { type, schemaVersion, data } = stored(file);
    expect(file.replace(/^.*[/\\]/, '')).toBe(`${type}.v${schemaVersion}.json`);
    expect(codec.read(type, schemaVersion, data)).toHaveProperty('type', type);
  });

  const todays = files.map(stored).filter(({ type, schemaVersion }) => schemaVersion === codec.schemaVersion(type));
  it.each(todays)('$type is written just so today', ({ type, schemaVersion, data }) =>
    expect(codec.read(type, schemaVersion, data)).toStrictEqual({ type, data }),
  );

  it('nothing that the schema does not name is stored along', () => {
    expect(codec.read('TeamStoodUp', 1, { by: 'someone' })).toMatchObject({ code: 'DATA_NOT_READABLE' });
  });
});
