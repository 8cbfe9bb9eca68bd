// The loopback node is held to the rules of a real server here, by the official client: what the adapter's tests rest on.
import { ErrorType } from '@eventstore/db-client';
import { createRecentIds } from '../support/eventstore-node/recent-ids.js';
import { collect, event, events, failureOf, idsOf, nodeForEachTest, userEvents } from './eventstore-node.harness.js';

const under = nodeForEachTest();

/** The client sends an append that carries credentials as `Append`, any other as `BatchAppend`. */
const WAYS = [
  ['Append', { credentials: { username: 'admin', password: 'changeit' } }],
  ['BatchAppend', {}],
] as const;

describe.each(WAYS)('appending by %s to the loopback node', (_, way) => {
  const append = (stream: string, told: ReturnType<typeof event>[], expectedRevision: bigint | Word) =>
    under.client.appendToStream(stream, told, { ...way, expectedRevision });
  type Word = 'any' | 'no_stream' | 'stream_exists';

  it('answers with the revision and the position of the last event', async () => {
    const appended = await append('post-1', events(3), 'no_stream');
    const stored = await collect(under.client.readStream('post-1'));
    expect(appended).toEqual({ success: true, nextExpectedRevision: 2n, position: stored[2]!.event!.position });
    expect((await append('post-1', events(2), 2n)).nextExpectedRevision).toBe(4n);
  });

  it('keeps what it was given: bytes, metadata, types and order', async () => {
    const told = [event('Erwähnt'), { ...event(), metadata: { by: '联合国' } }];
    await append('post-联合国', told, 'no_stream');
    const stored = (await collect(under.client.readStream('post-联合国'))).map((it) => it.event!);
    expect(stored.map(({ id, type, data, metadata }) => ({ id, type, data, metadata }))).toEqual(
      told.map(({ id, type, data, metadata }) => ({ id, type, data, metadata })),
    );
    expect(stored.map(({ streamId, isJson }) => [streamId, isJson])).toEqual(told.map(() => ['post-联合国', true]));
  });

  it.each([
    ['no stream', 'no_stream', 'no_stream', 2n],
    ['a revision behind', 1n, 1n, 2n],
    ['a revision ahead', 7n, 7n, 2n],
  ] as const)('refuses %s on a stream of three, and says what it found', async (_name, asked, expected, actual) => {
    await append('post-1', events(3), 'no_stream');
    expect(await failureOf(append('post-1', events(1), asked))).toMatchObject({
      ...{ type: ErrorType.WRONG_EXPECTED_VERSION, streamName: 'post-1' },
      ...{ expectedVersion: expected, actualVersion: actual },
    });
    expect(await collect(under.client.readStream('post-1'))).toHaveLength(3);
  });

  it.each([
    ['a revision', 0n],
    ['that it exists', 'stream_exists'],
  ] as const)('refuses to expect %s of a stream that does not exist', async (_name, asked) => {
    expect(await failureOf(append('post-1', events(1), asked))).toMatchObject({
      ...{ type: ErrorType.WRONG_EXPECTED_VERSION, expectedVersion: asked, actualVersion: 'no_stream' },
    });
  });

  it('takes an append to any stream, and to one that exists', async () => {
    expect((await append('post-1', events(1), 'any')).nextExpectedRevision).toBe(0n);
    expect((await append('post-1', events(1), 'any')).nextExpectedRevision).toBe(1n);
    expect((await append('post-1', events(1), 'stream_exists')).nextExpectedRevision).toBe(2n);
  });

  it('answers the same event ids at the same revision as the first time, also when the stream has moved on', async () => {
    const told = events(3);
    const first = await append('post-1', told, 'no_stream');
    await append('post-1', events(1), 2n);
    expect(await append('post-1', told, 'no_stream')).toEqual(first);
    expect(await append('post-1', told.slice(1), 0n)).toEqual(first);
    expect(await collect(under.client.readStream('post-1'))).toHaveLength(4);
  });

  it('answers the same event ids to any revision as the first time, as long as it remembers them', async () => {
    const told = events(2);
    const first = await append('post-1', told, 'any');
    await append('post-1', events(1), 'any');
    expect(await append('post-1', told, 'any')).toEqual(first);
    expect(await append('post-1', told, 'stream_exists')).toEqual(first);
    expect(await collect(under.client.readStream('post-1'))).toHaveLength(3);
  });

  it('forgets with a restart what "any" remembers, and never what stands at a revision', async () => {
    const told = events(2);
    const first = await append('post-1', told, 'no_stream');
    await under.restart();
    expect(await append('post-1', told, 'no_stream')).toEqual(first);
    expect((await append('post-1', told, 'any')).nextExpectedRevision).toBe(3n);
  });

  it.each([
    ['some of the ids and one more', (told: ReturnType<typeof events>) => [...told, event()]],
    ['the ids in another order', (told: ReturnType<typeof events>) => told.toReversed()],
    ['one more and some of the ids', (told: ReturnType<typeof events>) => [event(), ...told]],
  ])('refuses %s at the revision of the first append', async (_name, other) => {
    const told = events(2);
    await append('post-1', told, 'no_stream');
    expect(await failureOf(append('post-1', other(told), 'no_stream'))).toMatchObject({
      ...{ type: ErrorType.WRONG_EXPECTED_VERSION, actualVersion: 1n },
    });
    expect(await collect(under.client.readStream('post-1'))).toHaveLength(2);
  });

  it('refuses to any revision ids of which only the first is known', async () => {
    const told = event();
    await append('post-1', [told], 'any');
    expect(await failureOf(append('post-1', [told, event()], 'any'))).toMatchObject({
      ...{ type: ErrorType.WRONG_EXPECTED_VERSION, expectedVersion: 'any', actualVersion: 0n },
    });
  });

  it('takes an event id that stands in another stream, or earlier in the same one', async () => {
    const told = event();
    await append('post-1', [told], 'no_stream');
    await append('post-2', [told], 'no_stream');
    await append('post-1', [told], 0n);
    expect(idsOf(await userEvents(under.client))).toEqual([told.id, told.id, told.id]);
  });

  it('takes no id for a repeat that it remembers from another stream', async () => {
    const told = event();
    await append('post-1', [told], 'any');
    expect((await append('post-2', [told], 'any')).nextExpectedRevision).toBe(0n);
    // Where an id was seen first is all that is remembered of it: best effort.
    expect((await append('post-2', [told], 'any')).nextExpectedRevision).toBe(1n);
    expect((await append('post-1', [told], 'any')).nextExpectedRevision).toBe(0n);
  });

  it('lets exactly one of many appends at one revision win', async () => {
    await append('post-1', events(1), 'no_stream');
    const told = Array.from({ length: 32 }, () => events(2));
    const outcomes = await Promise.allSettled(told.map((batch) => append('post-1', batch, 0n)));
    const winners = told.filter((_batch, i) => outcomes[i]!.status === 'fulfilled');
    expect(winners).toHaveLength(1);
    const stored = await collect(under.client.readStream('post-1', { fromRevision: 1n }));
    expect(idsOf(stored)).toEqual(winners[0]!.map(({ id }) => id));
    const losers = outcomes.flatMap((it) => (it.status === 'rejected' ? [it.reason as { actualVersion: bigint }] : []));
    expect(losers.map(({ actualVersion }) => actualVersion)).toEqual(Array(31).fill(2n));
  });

  it('takes 1 MiB in one append, and refuses one byte more by its own error, storing nothing of it', async () => {
    const besides = '""'.length + 2 * 'Noted'.length; // quotes, and two bytes for every character of the type
    const sized = (bytes: number): ReturnType<typeof event> => ({ ...event(), data: 'x'.repeat(bytes - besides) });
    await append('post-1', [sized(512 * 1024), sized(512 * 1024)], 'no_stream');
    expect(await failureOf(append('post-1', [sized(512 * 1024), sized(512 * 1024 + 1)], 1n))).toMatchObject({
      ...{ type: ErrorType.MAXIMUM_APPEND_SIZE_EXCEEDED, maxAppendSize: 1024 * 1024 },
    });
    expect(await collect(under.client.readStream('post-1'))).toHaveLength(2);
  });

  it('refuses to write to a stream that was ended for ever, whatever is expected', async () => {
    await append('post-1', events(1), 'no_stream');
    await under.client.tombstoneStream('post-1');
    for (const asked of ['any', 'no_stream', 'stream_exists', 0n] as const) {
      expect(await failureOf(append('post-1', events(1), asked))).toMatchObject({
        ...{ type: ErrorType.STREAM_DELETED, streamName: 'post-1' },
      });
    }
  });
});

describe('the event ids the loopback node remembers', () => {
  it('are the latest that fit', () => {
    const recent = createRecentIds(100); // two of them, at 28 bytes and two for each character of the stream
    for (const [i, id] of ['a', 'b', 'c'].entries()) recent.remember(id, 'post-1', i);
    expect(['a', 'b', 'c'].map((id) => recent.revisionIn(id, 'post-1'))).toEqual([null, 1, 2]);
  });
});
