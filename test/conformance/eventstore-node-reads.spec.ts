import {
  BACKWARDS,
  END,
  ErrorType,
  FORWARDS,
  type Position,
  type Direction,
  type ResolvedEvent,
  START,
} from '@eventstore/db-client';
import {
  collect,
  event,
  events,
  failureOf,
  nodeForEachTest,
  positionsOf,
  userEvents,
} from './eventstore-node.harness.js';

const under = nodeForEachTest();

const append = (stream: string, told: ReturnType<typeof event>[]) => under.client.appendToStream(stream, told);

describe('reading a stream of the loopback node', () => {
  const revisions = async (direction: Direction, fromRevision: bigint | 'start' | 'end', maxCount = 1000) =>
    (await collect(under.client.readStream('post-1', { direction, fromRevision, maxCount }))).map((it) =>
      Number(it.event!.revision),
    );
  const upTo = (last: number) => Array.from({ length: last + 1 }, (_, i) => i);

  it('begins with the revision asked for, in both directions, across pages', async () => {
    await append('post-1', events(100));
    expect(await revisions(FORWARDS, START)).toEqual(upTo(99));
    expect(await revisions(FORWARDS, 40n)).toEqual(upTo(99).slice(40));
    expect(await revisions(BACKWARDS, END)).toEqual(upTo(99).toReversed());
    expect(await revisions(BACKWARDS, 40n)).toEqual(upTo(40).toReversed());
    expect(await revisions(FORWARDS, 40n, 3)).toEqual([40, 41, 42]);
    expect(await revisions(BACKWARDS, END, 35)).toEqual(upTo(99).toReversed().slice(0, 35));
    expect(await revisions(FORWARDS, 100n)).toEqual([]);
  });

  it('says that a stream is not there, and which', async () => {
    expect(await failureOf(collect(under.client.readStream('post-none')))).toMatchObject({
      ...{ type: ErrorType.STREAM_NOT_FOUND, streamName: 'post-none' },
    });
  });

  it('gives each event the position it has in the whole log, and its time in ticks of 100 ns', async () => {
    const before = Date.now();
    await append('post-1', events(3));
    const stored = await collect(under.client.readStream('post-1'));
    expect(positionsOf(stored)).toEqual(positionsOf(await userEvents(under.client)));
    for (const { event: it } of stored) {
      expect(it!.created.getTime()).toBeGreaterThanOrEqual(before);
      expect(it!.created.getTime()).toBeLessThanOrEqual(Date.now());
    }
  });

  it('heeds the metadata of the stream: truncation, greatest count and greatest age', async () => {
    await append('post-1', events(5));
    await under.client.setStreamMetadata('post-1', { truncateBefore: 2 });
    expect(await revisions(FORWARDS, START)).toEqual([2, 3, 4]);
    expect(await revisions(BACKWARDS, END)).toEqual([4, 3, 2]);
    await under.client.setStreamMetadata('post-1', { maxCount: 1, by: 'hand' });
    expect(await revisions(FORWARDS, START)).toEqual([4]);
    expect(await under.client.getStreamMetadata('post-1')).toMatchObject({ metadata: { maxCount: 1, by: 'hand' } });
    expect(await collect(under.client.readStream('$$post-1'))).toHaveLength(1); // of a metastream only the last
    await under.client.setStreamMetadata('post-1', { maxAge: 3600 });
    expect(await revisions(FORWARDS, START)).toEqual([0, 1, 2, 3, 4]);
    await under.client.setStreamMetadata('post-1', { maxAge: -3600 });
    expect(await revisions(FORWARDS, START)).toEqual([]);
  });

  it('follows links to other streams where it is told to', async () => {
    await append('post-1', events(2));
    const link = { ...event('$>'), contentType: 'application/octet-stream' as const, data: Buffer.from('1@post-1') };
    await under.client.appendToStream('links', link as never);
    const [plain] = await collect(under.client.readStream('links'));
    const [followed] = await collect(under.client.readStream('links', { resolveLinkTos: true }));
    expect(plain!.event!.streamId).toBe('links');
    expect([followed!.event!.streamId, followed!.event!.revision]).toEqual(['post-1', 1n]);
    expect(followed!.link!.id).toBe(plain!.event!.id);
  });
});

describe('deleting a stream of the loopback node', () => {
  it('leaves it as if it never was, until it is written again where it left off', async () => {
    await append('post-1', events(3));
    await under.client.deleteStream('post-1', { expectedRevision: 2n });
    expect(await failureOf(collect(under.client.readStream('post-1')))).toMatchObject({
      type: ErrorType.STREAM_NOT_FOUND,
    });
    expect(await userEvents(under.client)).toHaveLength(3); // the whole log forgets nothing
    const again = await under.client.appendToStream('post-1', events(2), { expectedRevision: 'no_stream' });
    expect(again.nextExpectedRevision).toBe(4n);
    const left = await collect(under.client.readStream('post-1'));
    expect(left.map((it) => it.event!.revision)).toEqual([3n, 4n]);
  });

  it('is refused at another revision, and where there is nothing to delete', async () => {
    await append('post-1', events(3));
    expect(await failureOf(under.client.deleteStream('post-1', { expectedRevision: 1n }))).toMatchObject({
      ...{ type: ErrorType.WRONG_EXPECTED_VERSION, streamName: 'post-1', expectedVersion: 1n, actualVersion: 2n },
    });
    expect(await failureOf(under.client.deleteStream('post-none'))).toMatchObject({
      type: ErrorType.WRONG_EXPECTED_VERSION,
    });
  });

  it('for ever makes every reader learn of it, also after a restart', async () => {
    await append('post-1', events(3));
    const { position } = await under.client.tombstoneStream('post-1', { expectedRevision: 2n });
    const deleted = { type: ErrorType.STREAM_DELETED, streamName: 'post-1' };
    expect(await failureOf(collect(under.client.readStream('post-1')))).toMatchObject(deleted);
    expect(await failureOf(under.client.tombstoneStream('post-1'))).toMatchObject(deleted);
    const last = (await userEvents(under.client)).at(-1)!.event!;
    expect(last).toMatchObject({ type: '$streamDeleted', revision: 2n ** 63n - 1n, position });
    await under.restart();
    const again = under.connect();
    expect(await failureOf(collect(again.readStream('post-1')))).toMatchObject(deleted);
    expect(await failureOf(collect(again.readStream('$$post-1')))).toMatchObject({
      ...deleted,
      streamName: '$$post-1',
    });
  });
});

describe('reading the whole log of the loopback node', () => {
  const read = (direction: Direction, fromPosition: Position | 'start' | 'end', maxCount = 1000) =>
    collect(under.client.readAll({ direction, fromPosition, maxCount }));
  let all: ResolvedEvent[];
  beforeEach(async () => {
    for (let i = 0; i < 40; i++) await append(`post-${i % 3}`, events(2));
    all = await read(FORWARDS, START);
  });

  it('gives every event in the order of commits, at positions that rise like bytes in a file', () => {
    const positions = positionsOf(all);
    expect(all.filter((it) => !it.event!.streamId.startsWith('$'))).toHaveLength(80);
    expect(positions[0]!.commit).toBeGreaterThan(0n);
    const sizes = positions.slice(1).map(({ commit }, i) => Number(commit - positions[i]!.commit));
    expect(Math.min(...sizes)).toBeGreaterThan(80);
    expect(positions.every(({ commit, prepare }) => commit === prepare)).toBe(true);
  });

  it('shows what the server itself wrote, except for its epochs', () => {
    const types = all.filter((it) => it.event!.streamId.startsWith('$')).map((it) => it.event!.type);
    expect(types).toEqual(['$UserCreated', '$User', '$UserCreated', '$User']);
  });

  it('forwards includes the event at the position, backwards it does not', async () => {
    const middle = all[40]!.event!.position!;
    expect(await read(FORWARDS, middle)).toEqual(all.slice(40));
    expect(await read(FORWARDS, middle, 3)).toEqual(all.slice(40, 43));
    expect(await read(BACKWARDS, middle)).toEqual(all.slice(0, 40).toReversed());
    expect(await read(BACKWARDS, END)).toEqual(all.toReversed());
    expect(await read(BACKWARDS, END, 1)).toEqual(all.slice(-1));
    expect(await read(FORWARDS, END)).toEqual([]);
    expect(await read(BACKWARDS, START)).toEqual([]);
  });

  it('refuses a position between two events, and is silent about one behind the end', async () => {
    const { commit } = all[40]!.event!.position!;
    const between = { commit: commit + 1n, prepare: commit + 1n };
    for (const direction of [FORWARDS, BACKWARDS] as const) {
      expect(String((await failureOf(read(direction, between)))['message'])).toContain('invalid position');
    }
    const behind = { commit: commit + 1_000_000n, prepare: commit + 1_000_000n };
    expect(await read(FORWARDS, behind)).toEqual([]);
    const failure = await failureOf(read(BACKWARDS, behind));
    expect(String(failure['message'])).toContain('Unexpected ReadAllResult: Error');
  });

  it('keeps every event at its revision and its position across a restart', async () => {
    await under.restart();
    const client = under.connect();
    expect(await collect(client.readAll())).toEqual(all);
    const appended = await client.appendToStream('post-0', event(), { expectedRevision: 27n });
    expect(appended.position!.commit).toBeGreaterThan(all.at(-1)!.event!.position!.commit);
  });
});
