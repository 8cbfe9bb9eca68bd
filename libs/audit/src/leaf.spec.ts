import { createHash } from 'node:crypto';
import fc from 'fast-check';
import { type Entry } from '@cadre/kernel';
import { envelopeOf } from './envelope.js';
import { leafHash } from './leaf.js';

const entry: Entry = {
  position: 7,
  stream: 'team-darfur',
  revision: 1,
  eventId: 'e-7',
  schemaVersion: 1,
  event: { type: 'TeamStoodUp', data: {} },
  effective: { earliest: '2007-10-21', latest: '2007-10-31', phrase: 'end of October 2007' },
  recordedAt: '2007-12-13T00:00:00.000Z',
  enteredAt: '2026-01-15T10:00:00.000Z',
  actor: { id: 'clerk', role: 'importer' },
  source: { kind: 'document', document: 'A/1', paragraph: '12' },
  reason: null,
  commandId: 'c-7',
  commandHash: '00',
  correlationId: 'c-7',
  causationId: null,
  precedes: [],
  retells: null,
  fact: 'T07',
};
const sha256 = (bytes: string): string => createHash('sha256').update(bytes).digest('hex');

describe('the leaf of an entry', () => {
  it('can be computed by anyone from the canonical text of its envelope', () => {
    const dataHash = sha256('{}');
    const metaHash = sha256(
      '{"actorRole":"importer","causationId":null,"commandHash":"00","enteredAt":"2026-01-15T10:00:00.000Z","fact":"T07","precedes":[],"reason":null,"retells":null,"source":{"document":"A/1","kind":"document","paragraph":"12"}}',
    );
    const envelope = `{"actorId":"clerk","commandId":"c-7","correlationId":"c-7","dataHash":"${dataHash}","effective":{"earliest":"2007-10-21","latest":"2007-10-31","phrase":"end of October 2007"},"eventId":"e-7","metaHash":"${metaHash}","recordedAt":"2007-12-13T00:00:00.000Z","revision":1,"schemaVersion":1,"stream":"team-darfur","type":"TeamStoodUp","v":1}`;
    expect(envelopeOf(entry)).toEqual(JSON.parse(envelope));
    expect(leafHash(envelopeOf(entry))).toBe(sha256(`\u0000${envelope}`));
  });

  it('does not depend on the position an engine gave the entry', () => {
    expect(leafHash(envelopeOf({ ...entry, position: 70_000 }))).toBe(leafHash(envelopeOf(entry)));
  });

  it('changes with anything else the entry says', () => {
    const others: fc.Arbitrary<Partial<Entry>> = fc.oneof(
      ...(['stream', 'eventId', 'recordedAt', 'enteredAt', 'reason', 'commandId', 'commandHash'] as const).map((name) =>
        fc.string().map((text) => ({ [name]: `other ${text}` })),
      ),
      ...(['correlationId', 'causationId', 'retells', 'fact'] as const).map((name) =>
        fc.string().map((text) => ({ [name]: `other ${text}` })),
      ),
      fc.integer({ min: 2 }).map((revision) => ({ revision })),
      fc.integer({ min: 2 }).map((schemaVersion) => ({ schemaVersion })),
      fc.constant({ event: { type: 'TeamStoodDown', data: {} } }),
      fc.dictionary(fc.constantFrom('a', 'b'), fc.integer(), { minKeys: 1 }).map((data) => ({
        event: { ...entry.event, data },
      })),
      fc.constant({ effective: { ...entry.effective, phrase: 'late October 2007' } }),
      fc.constant({ effective: { ...entry.effective, earliest: '2007-10-20' } }),
      fc.constant({ actor: { ...entry.actor, id: 'other' } }),
      fc.constant({ actor: { ...entry.actor, role: 'other' } }),
      fc.constant({ source: { kind: 'local-knowledge', who: 'officer-1' } as const }),
      fc.constant({ precedes: ['e-6'] }),
    );
    fc.assert(
      fc.property(others, (other) => {
        expect(leafHash(envelopeOf({ ...entry, ...other }))).not.toBe(leafHash(envelopeOf(entry)));
      }),
    );
  });
});
