import { catalogue } from '@cadre/domain';
import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { sentenceOf } from './sentence.js';

const domain = join(import.meta.dirname, '../../../domain/src');
const day = { earliest: '2007-07-01', latest: '2007-07-01' };

/** The stored example of every event type there is. */
const examples = Object.keys(catalogue).flatMap((category) =>
  readdirSync(join(domain, category, 'golden')).map((file) => {
    const golden = JSON.parse(readFileSync(join(domain, category, 'golden', file), 'utf8')) as { data?: object };
    return { category, type: file.split('.')[0]!, data: golden.data ?? golden };
  }),
);

it.each(examples)('$type is one plain sentence', ({ category, type, data }) => {
  const sentence = sentenceOf({ stream: `${category}-x`, type, data, effective: day });
  expect(sentence).toMatch(/^\S.*\.$/);
  expect(sentence).not.toMatch(/undefined|null|\[object|cannot be read/);
});

it('says what was told and when', () => {
  const said = (type: string, data: object, effective: typeof day | { earliest: null; latest: string } = day): string =>
    sentenceOf({ stream: 'team-darfur', type, data, effective });
  expect(said('TeamStoodUp', {}, { earliest: '2007-10-21', latest: '2007-10-31' })).toBe(
    'Team darfur stood up (end of October 2007).',
  );
  expect(said('OrgUnitTransferred', { fromParentId: null, toParentId: null })).toBe(
    'Unit darfur transferred to the top of the organisation (1 July 2007).',
  );
  expect(said('OrgUnitSplit', { into: [{ name: 'A', parentId: 'b' }, { name: 'C' }], ends: false })).toBe(
    'Unit darfur split into "A" in b, "C" (1 July 2007).',
  );
  expect(said('TeamRenamed', { from: 'Darfur team', to: 'Sudan team' })).toBe(
    'Team "Darfur team" renamed "Sudan team" (1 July 2007).',
  );
  expect(said('TeamReassigned', { fromUnitId: null, toUnitId: 'africa-1' })).toBe(
    'Team darfur reassigned to africa-1 (1 July 2007).',
  );
  expect(said('EntryRetracted', { eventId: 'e1' })).toBe('Entry e1 retracted.');
  expect(said('NeverHeardOf', {})).toBe('NeverHeardOf in team-darfur, which cannot be read.');
});
