import {
  ErrorType,
  type PersistentAction,
  type PersistentSubscriptionToStream,
  PARK,
  persistentSubscriptionToAllSettingsFromDefaults,
  persistentSubscriptionToStreamSettingsFromDefaults,
  type PersistentSubscriptionToStreamResolvedEvent,
  RETRY,
  SKIP,
  START,
  streamNameFilter,
} from '@eventstore/db-client';
import { events, eventually, failureOf, idsOf, nodeForEachTest, userEvents } from './eventstore-node.harness.js';

const under = nodeForEachTest();

type Settings = Parameters<typeof persistentSubscriptionToStreamSettingsFromDefaults>[0];
type Resolved = PersistentSubscriptionToStreamResolvedEvent;

const create = (changes: Settings = {}) =>
  under.client.createPersistentSubscriptionToStream(
    'post-1',
    'clerks',
    persistentSubscriptionToStreamSettingsFromDefaults({ startFrom: START, ...changes }),
  );

/** A subscriber, and what it was handed. */
function subscribe(bufferSize = 10, answer: (it: Resolved, to: PersistentSubscriptionToStream) => unknown = () => {}) {
  const subscription = under.client.subscribeToPersistentSubscriptionToStream('post-1', 'clerks', { bufferSize });
  const handed: Resolved[] = [];
  const ended = new Promise<unknown>((resolve) => subscription.once('error', resolve));
  subscription.on('data', (it: Resolved) => {
    handed.push(it);
    answer(it, subscription);
  });
  return { subscription, handed, ended };
}

const acknowledge = (it: Resolved, to: PersistentSubscriptionToStream) => void to.ack(it);
const info = () => under.client.getPersistentSubscriptionToStreamInfo('post-1', 'clerks');

describe('a persistent subscription to a stream of the loopback node', () => {
  it('hands out history and what follows, no more at once than the subscriber takes', async () => {
    const told = events(5);
    await under.client.appendToStream('post-1', told);
    await create();
    const slow = subscribe(2);
    await eventually(() => slow.handed.length === 2);
    await slow.subscription.ack(...slow.handed);
    await eventually(() => slow.handed.length === 4);
    await slow.subscription.ack(...slow.handed.slice(2));
    const later = events(1);
    await under.client.appendToStream('post-1', later);
    await eventually(() => slow.handed.length === 6);
    expect(slow.handed.map((it) => it.event!.id)).toEqual([...told, ...later].map(({ id }) => id));
    expect(slow.handed.every(({ retryCount }) => retryCount === 0)).toBe(true);
    await slow.subscription.unsubscribe();
  });

  it('divides events between its subscribers, and gives what one left behind to another', async () => {
    await create();
    const [one, other] = [subscribe(3), subscribe(100, acknowledge)];
    await eventually(async () => (await info()).connections.length === 2);
    await under.client.appendToStream('post-1', events(20));
    await eventually(() => one.handed.length === 3 && other.handed.length === 17);
    await one.subscription.unsubscribe();
    await eventually(() => other.handed.length === 20);
    expect(other.handed.filter(({ retryCount }) => retryCount === 1)).toHaveLength(3);
    expect(new Set(other.handed.map((it) => it.event!.id)).size).toBe(20);
    await other.subscription.unsubscribe();
  });

  it('retries, parks and skips as it is told, and replays what was parked', async () => {
    await under.client.appendToStream('post-1', events(3));
    await create({ maxRetryCount: 2 });
    const answers = new Map<bigint, PersistentAction>([
      [0n, RETRY],
      [1n, PARK],
      [2n, SKIP],
    ]);
    let isRefusing = true;
    const stubborn = subscribe(10, (it, to) => {
      if (isRefusing) void to.nack(answers.get(it.event!.revision)!, 'a reason', it);
      else acknowledge(it, to);
    });
    await eventually(() => stubborn.handed.length === 5);
    expect(stubborn.handed.map((it) => [it.event!.revision, it.retryCount])).toEqual(
      expect.arrayContaining([[0n, 0], [0n, 1], [0n, 2], [1n, 0], [2n, 0]]), // prettier-ignore
    );
    await eventually(async () => (await info()).stats.parkedMessageCount === 2n); // the first, of too many retries
    isRefusing = false;
    await under.client.replayParkedMessagesToStream('post-1', 'clerks');
    await eventually(() => stubborn.handed.length === 7);
    expect(new Set(stubborn.handed.slice(5).map((it) => it.event!.revision))).toEqual(new Set([0n, 1n]));
    expect((await info()).stats.parkedMessageCount).toBe(0n);
    await stubborn.subscription.unsubscribe();
  });

  it('goes on from its checkpoint after a restart, not from the start', async () => {
    await under.client.appendToStream('post-1', events(10));
    await create({ checkPointLowerBound: 1, checkPointUpperBound: 1 });
    const first = subscribe(10, (it, to) => it.event!.revision < 6n && acknowledge(it, to));
    await eventually(async () => (await info()).stats.lastCheckpointedEventRevision === 5n);
    first.subscription.on('error', () => {});
    await under.restart();
    const second = subscribe(10, acknowledge);
    await eventually(() => second.handed.length === 4);
    expect(second.handed.map((it) => it.event!.revision)).toEqual([6n, 7n, 8n, 9n]);
    await second.subscription.unsubscribe();
  });

  it('retries what is not answered in time', async () => {
    await under.client.appendToStream('post-1', events(1));
    await create({ messageTimeout: 100 });
    const silent = subscribe();
    await eventually(() => silent.handed.length === 2);
    expect(silent.handed.map(({ retryCount }) => retryCount)).toEqual([0, 1]);
    await silent.subscription.unsubscribe();
  });

  it('cannot be created twice, is told of, changed and deleted; its subscribers learn of it', async () => {
    await create({ maxSubscriberCount: 1 });
    expect(await failureOf(create())).toMatchObject({ type: ErrorType.PERSISTENT_SUBSCRIPTION_EXISTS });
    const only = subscribe();
    await eventually(async () => (await info()).connections.length === 1);
    expect(await subscribe().ended).toMatchObject({ type: ErrorType.MAXIMUM_SUBSCRIBERS_REACHED });
    const changed = persistentSubscriptionToStreamSettingsFromDefaults({ startFrom: START, maxRetryCount: 7 });
    await under.client.updatePersistentSubscriptionToStream('post-1', 'clerks', changed);
    expect(await only.ended).toMatchObject({ type: ErrorType.PERSISTENT_SUBSCRIPTION_DROPPED });
    const [listed] = await under.client.listAllPersistentSubscriptions();
    expect(listed).toMatchObject({ eventSource: 'post-1', groupName: 'clerks', settings: { ...changed } });
    const last = subscribe();
    await eventually(async () => (await info()).connections.length === 1);
    await under.client.deletePersistentSubscriptionToStream('post-1', 'clerks');
    const gone = { type: ErrorType.PERSISTENT_SUBSCRIPTION_DOES_NOT_EXIST, streamName: 'post-1', groupName: 'clerks' };
    expect(await last.ended).toMatchObject(gone);
    expect(await subscribe().ended).toMatchObject(gone);
    expect(await failureOf(info())).toMatchObject(gone);
  });
});

describe('a persistent subscription to the whole log of the loopback node', () => {
  it('hands out what its filter lets through, in log order', async () => {
    await under.client.appendToStream('post-1', events(3));
    await under.client.appendToStream('team-1', events(2));
    const settings = persistentSubscriptionToAllSettingsFromDefaults({ startFrom: START });
    const filter = streamNameFilter({ prefixes: ['post-'] });
    await under.client.createPersistentSubscriptionToAll('clerks', settings, { filter });
    const subscription = under.client.subscribeToPersistentSubscriptionToAll('clerks');
    const handed: Resolved[] = [];
    subscription.on('data', (it: Resolved) => {
      handed.push(it);
      void subscription.ack(it);
    });
    await eventually(() => handed.length === 3);
    await under.client.appendToStream('team-1', events(1));
    await under.client.appendToStream('post-2', events(1));
    await eventually(() => handed.length === 4);
    const posts = (await userEvents(under.client)).filter((it) => it.event!.streamId.startsWith('post-'));
    expect(handed.map((it) => it.event!.id)).toEqual(idsOf(posts));
    expect(await under.client.getPersistentSubscriptionToAllInfo('clerks')).toMatchObject({
      ...{ eventSource: '$all', status: 'Live', settings: { startFrom: START } },
    });
    await subscription.unsubscribe();
  });
});
