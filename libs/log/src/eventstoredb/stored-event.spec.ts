import { Unavailable } from '@cadre/kernel';
import fc from 'fast-check';
import { positionOf, type Recorded, toEvent } from './stored-event.js';

const at = (commit: bigint, prepare: bigint): Recorded =>
  ({ streamId: 'cadre.post-1', revision: 3n, position: { commit, prepare } }) as Recorded;

describe('the position of an entry on EventStoreDB', () => {
  it('is the one place where it was prepared and committed', () => {
    expect(positionOf(at(4711n, 4711n))).toBe(4711);
  });

  it.each([
    [4711n, 4700n],
    [2n ** 53n, 2n ** 53n],
    [2n ** 64n - 1n, 2n ** 64n - 1n],
  ])('commit %d and prepare %d are refused loudly', (commit, prepare) => {
    expect(() => positionOf(at(commit, prepare))).toThrow(Unavailable);
    expect(() => positionOf(at(commit, prepare))).toThrow(`commit ${commit}, prepare ${prepare}`);
  });
});

describe('what is stored of an entry', () => {
  it('is the very text the codec made, once the client has written it', () => {
    const seen = { position: 1, recordedAt: null };
    fc.assert(
      fc.property(fc.jsonValue({ stringUnit: 'binary' }), (value) => {
        const data = JSON.stringify({ value, '\ud800': '\u0000', 10: 1, 2: -0, ['__proto__']: [] });
        const stored = { eventId: 'e', type: 'T', schemaVersion: 1, recordedAt: '2024', data, meta: '{"a":"\\ud800"}' };
        const event = toEvent(stored, seen);
        expect(JSON.stringify(event.data)).toBe(data);
        const beside = Buffer.from(event.metadata as Uint8Array).toString();
        expect(beside).toContain('"meta":{"a":"\\ud800"}}');
        expect(JSON.parse(beside)).toMatchObject({ schemaVersion: 1, recordedAt: '2024', seen });
      }),
    );
  });
});
