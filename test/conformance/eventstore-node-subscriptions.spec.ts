import {
  END,
  ErrorType,
  eventTypeFilter,
  type Filter,
  type Position,
  type ResolvedEvent,
  START,
  streamNameFilter,
} from '@eventstore/db-client';
import {
  collect,
  event,
  events,
  eventually,
  idsOf,
  nodeForEachTest,
  untilCaughtUp,
  userEvents,
} from './eventstore-node.harness.js';

const under = nodeForEachTest();

const append = (stream: string, told: ReturnType<typeof event>[]) => under.client.appendToStream(stream, told);

/** Events the server reads, or looks at, in one page. */
const PAGE = 32;

describe('subscribing to the whole log of the loopback node', () => {
  it('hands over history, says that it has caught up, then what is appended, in log order', async () => {
    await append('post-1', events(70));
    const subscription = under.client.subscribeToAll({ filter: streamNameFilter({ prefixes: ['post-'] }) });
    const heard: string[] = [];
    subscription.on('confirmation', () => heard.push('confirmed'));
    subscription.on('caughtUp', () => {
      heard.push('caught up');
      void append('post-2', events(2)).then(() => append('post-1', events(1)));
    });
    await new Promise<void>((resolve) => {
      subscription.on('data', ({ event: it }: ResolvedEvent) => {
        heard.push(`${it!.streamId} ${it!.revision}`);
        if (it!.revision === 70n) resolve();
      });
    });
    await subscription.unsubscribe();
    const history = Array.from({ length: 70 }, (_, i) => `post-1 ${i}`);
    expect(heard).toEqual(['confirmed', ...history, 'caught up', 'post-2 0', 'post-2 1', 'post-1 70']);
  });

  it('begins behind the position it is given, not with it', async () => {
    await append('post-1', events(10));
    const all = await collect(under.client.readAll());
    for (const i of [0, 5, all.length - 2, all.length - 1]) {
      const heard = await untilCaughtUp(under.client.subscribeToAll({ fromPosition: all[i]!.event!.position! }));
      expect(idsOf(heard)).toEqual(idsOf(all.slice(i + 1)));
    }
    expect(idsOf(await untilCaughtUp(under.client.subscribeToAll({ fromPosition: START })))).toEqual(idsOf(all));
    expect(await untilCaughtUp(under.client.subscribeToAll({ fromPosition: END }))).toEqual([]);
  });

  it('refuses a position between two events, and silently waits at one behind the end', async () => {
    await append('post-1', events(3));
    const [, middle, last] = (await userEvents(under.client)).map((it) => it.event!.position!.commit);
    const at = (commit: bigint): Position => ({ commit, prepare: commit });
    const refused = untilCaughtUp(under.client.subscribeToAll({ fromPosition: at(middle! + 1n) }));
    await expect(refused).rejects.toThrow('invalid position');
    const heard: ResolvedEvent[] = [];
    const early = under.client.subscribeToAll({ fromPosition: at(last! + 120n) });
    early.on('data', (it: ResolvedEvent) => heard.push(it));
    await new Promise((resolve) => early.once('caughtUp', resolve));
    await append('post-1', events(2)); // the first begins before the position: never heard
    await eventually(() => heard.length === 1);
    expect(heard[0]!.event!.revision).toBe(4n);
    await early.unsubscribe();
  });

  it('misses nothing and repeats nothing while others append faster than it reads', async () => {
    const subscription = under.client.subscribeToAll({ filter: streamNameFilter({ prefixes: ['post-'] }) });
    const heard: (string | undefined)[] = [];
    let [caughtUp, isSlow] = [0, true];
    subscription.on('caughtUp', () => (caughtUp += 1));
    const reading = (async () => {
      for await (const it of subscription) {
        heard.push(it.event!.id);
        if (isSlow) await new Promise((resolve) => setImmediate(resolve));
        if (it.event!.streamId === 'post-end') break;
      }
    })();
    await eventually(() => caughtUp === 1);
    const writers = Array.from({ length: 4 }, async (_, i) => {
      for (let n = 0; n < 30; n++) await append(`post-${i}`, events(10));
    });
    await Promise.all(writers);
    isSlow = false;
    await append('post-end', events(1));
    await reading;
    expect(heard).toEqual(idsOf(await userEvents(under.client)));
    expect(heard).toHaveLength(1201);
  });
});

describe('filtering a subscription to the loopback node', () => {
  beforeEach(async () => {
    await append('post-1', [event('PostFilled'), event('PostClosed')]);
    await append('team-1', [event('TeamFormed'), event('$hidden')]);
    await append('post-2', [event('PostFilled')]);
    await append('outpost-1', [event('Post')]);
  });

  it.each<[string, Filter, string[]]>([
    ['a prefix of stream names', streamNameFilter({ prefixes: ['post-'] }), ['post-1', 'post-1', 'post-2']],
    ['several prefixes', streamNameFilter({ prefixes: ['team-', 'post-2'] }), ['team-1', 'team-1', 'post-2']],
    [
      'a pattern in stream names',
      streamNameFilter({ regex: 'post-\\d$' }),
      ['post-1', 'post-1', 'post-2', 'outpost-1'],
    ],
    ['a prefix of event types', eventTypeFilter({ prefixes: ['PostF', 'Team'] }), ['post-1', 'team-1', 'post-2']],
    ['a pattern in event types', eventTypeFilter({ regex: '^Post$' }), ['outpost-1']],
  ])('by %s gives what matches, and no more', async (_name, filter, expected) => {
    const heard = await untilCaughtUp(under.client.subscribeToAll({ filter }));
    expect(heard.map((it) => it.event!.streamId)).toEqual(expected);
  });
});

describe('checkpoints of a filtered subscription to the loopback node', () => {
  /** Where every record of the log begins, the server's hidden first one included. */
  const begins = async (): Promise<bigint[]> => [
    0n,
    ...(await collect(under.client.readAll())).map((it) => it.event!.position!.commit),
  ];
  const rare = (told: Position[], interval = 1) =>
    streamNameFilter({
      prefixes: ['rare-'],
      checkpointInterval: interval,
      checkpointReached: async (_subscription, position) => void told.push(position),
    });

  it('stand where a page began, and are no position of an event seen', async () => {
    await append('post-1', events(100));
    const told: Position[] = [];
    expect(await untilCaughtUp(under.client.subscribeToAll({ filter: rare(told) }))).toEqual([]);
    const at = await begins();
    expect(at).toHaveLength(105);
    // The prepare position 0 says: nothing of the record at the commit position has been looked at.
    expect(told).toEqual([0, PAGE, 2 * PAGE, 3 * PAGE].map((i) => ({ commit: at[i], prepare: 0n })));
  });

  it('stand at the last event sent, when that is later', async () => {
    await append('post-1', events(10));
    await append('rare-1', events(1));
    await append('post-1', events(3));
    const told: Position[] = [];
    const [heard] = await untilCaughtUp(under.client.subscribeToAll({ filter: rare(told) }));
    expect(told).toEqual([heard!.event!.position]);
  });

  it('come as rarely as asked for', async () => {
    await append('post-1', events(200));
    const told: Position[] = [];
    await untilCaughtUp(under.client.subscribeToAll({ filter: rare(told, 3) }));
    const at = await begins();
    // After every third page, where that page began; and where the last page began.
    expect(told.map(({ commit }) => commit)).toEqual([at[2 * PAGE], at[5 * PAGE], at[6 * PAGE]]);
  });

  it('lose and repeat nothing when a subscription goes on from one of them', async () => {
    for (let i = 0; i < 20; i++) {
      await append(`post-${i}`, events(7));
      if (i % 3 === 0) await append(`rare-${i}`, events(2));
    }
    const told: Position[] = [];
    const filter = rare(told);
    const all = await untilCaughtUp(under.client.subscribeToAll({ filter }));
    expect(all).toHaveLength(14);
    expect(told.length).toBeGreaterThan(4);
    for (const position of [...told]) {
      const heardBefore = all.filter(({ event: it }) => isUpTo(it!.position!, position));
      const heardAfter = await untilCaughtUp(under.client.subscribeToAll({ filter, fromPosition: position }));
      expect(idsOf([...heardBefore, ...heardAfter])).toEqual(idsOf(all));
    }
  });

  it('come live after so many events, whether they match or not', async () => {
    const told: Position[] = [];
    const subscription = under.client.subscribeToAll({ filter: rare(told), fromPosition: END });
    await new Promise((resolve) => subscription.once('caughtUp', resolve));
    for (let i = 0; i < 70; i++) await append('post-1', events(1));
    await eventually(() => told.length === 2);
    const appended = (await userEvents(under.client)).map((it) => it.event!.position);
    expect(told).toEqual([appended[PAGE - 1], appended[2 * PAGE - 1]]);
    await subscription.unsubscribe();
  });

  const isUpTo = (a: Position, b: Position): boolean =>
    a.commit < b.commit || (a.commit === b.commit && a.prepare <= b.prepare);
});

describe('subscribing to a stream of the loopback node', () => {
  it('begins behind the revision it is given, and goes on live', async () => {
    await append('post-1', events(50));
    const subscription = under.client.subscribeToStream('post-1', { fromRevision: 9n });
    subscription.once('caughtUp', () => void append('post-1', events(2)));
    const heard: bigint[] = [];
    for await (const { event: it } of subscription) {
      heard.push(it!.revision);
      if (it!.revision === 51n) break;
    }
    expect(heard).toEqual(Array.from({ length: 42 }, (_, i) => BigInt(i + 10)));
  });

  it('waits for a stream that does not exist yet, and ends with one that is ended for ever', async () => {
    const subscription = under.client.subscribeToStream('post-1');
    subscription.once(
      'caughtUp',
      () => void append('post-1', events(1)).then(() => under.client.tombstoneStream('post-1')),
    );
    const heard: string[] = [];
    const ended = await new Promise((resolve) => {
      subscription.on('data', (it: ResolvedEvent) => heard.push(it.event!.type));
      subscription.on('error', resolve);
    });
    expect(heard).toEqual(['Noted', '$streamDeleted']);
    expect(ended).toMatchObject({ type: ErrorType.STREAM_DELETED, streamName: 'post-1' });
  });
});
