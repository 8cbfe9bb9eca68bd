import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { ErrorType, EventStoreDBClient } from '@eventstore/db-client';
import { launchNode } from '../support/eventstore-node/launch.js';
import { startNode } from '../support/eventstore-node/node.js';
import {
  collect,
  event,
  events,
  eventually,
  failureOf,
  idsOf,
  isReached,
  nodeForEachTest,
} from './eventstore-node.harness.js';

/** The client sends an append that carries credentials as `Append`, any other as `BatchAppend`. */
const WAYS = [
  ['Append', { credentials: { username: 'admin', password: 'changeit' } }],
  ['BatchAppend', {}],
] as const;

describe.each(WAYS)('faults of the loopback node, met by %s', (_, way) => {
  const under = nodeForEachTest();

  it('a connection cut after the commit and before the answer fails the append, which stands all the same', async () => {
    const told = events(2);
    under.node.faults.cutAfterCommit(2);
    await under.client.appendToStream('post-1', events(1), { ...way, expectedRevision: 'no_stream' });
    const failure = failureOf(under.client.appendToStream('post-1', told, { ...way, expectedRevision: 0n }));
    expect(await failure).toMatchObject({ type: ErrorType.UNAVAILABLE });
    await eventually(() => isReached(under.client));
    const stored = await collect(under.client.readStream('post-1', { fromRevision: 1n }));
    expect(idsOf(stored)).toEqual(told.map(({ id }) => id));
    const again = await under.client.appendToStream('post-1', told, { ...way, expectedRevision: 0n });
    expect(again).toMatchObject({ nextExpectedRevision: 2n, position: stored[1]!.event!.position });
    expect(await collect(under.client.readStream('post-1'))).toHaveLength(3);
  });

  it('a deadline that has passed before the append is told as such', async () => {
    const failure = failureOf(under.client.appendToStream('post-1', event(), { ...way, deadline: 0 }));
    expect(await failure).toMatchObject({ type: ErrorType.DEADLINE_EXCEEDED });
    expect(await collect(under.client.readAll())).toHaveLength(4);
  });

  it('in a blackhole appends are stored and not answered; the answers come when it heals', async () => {
    await under.client.appendToStream('post-1', event(), way);
    under.node.faults.blackhole();
    let isAnswered = false;
    const appended = under.client
      .appendToStream('post-1', event(), { ...way, deadline: 20_000 })
      .finally(() => (isAnswered = true));
    const other = failureOf(under.client.tombstoneStream('post-2', { deadline: 300 }));
    expect(await other).toMatchObject({ type: ErrorType.DEADLINE_EXCEEDED });
    expect(isAnswered).toBe(false);
    under.node.faults.heal();
    expect((await appended).nextExpectedRevision).toBe(1n);
    const all = await collect(under.client.readAll());
    expect(
      all
        .slice(4)
        .map((it) => it.event!.streamId)
        .toSorted(),
    ).toEqual(['post-1', 'post-1', 'post-2']);
  });

  it('answers that are late come late, in their order', async () => {
    await under.client.appendToStream('post-1', event(), way);
    under.node.faults.delayAnswers(200);
    const begun = performance.now();
    await under.client.appendToStream('post-1', event(), way);
    expect(performance.now() - begun).toBeGreaterThan(190);
    await Promise.all(events(20).map((told) => under.client.appendToStream('post-1', told, way)));
    under.node.faults.delayAnswers(0);
    expect(await collect(under.client.readStream('post-1'))).toHaveLength(22);
  });
});

describe('the loopback node', () => {
  const under = nodeForEachTest();

  it('passes a deadline over late answers to Append, and BatchAppend waits for them', async () => {
    const credentials = { username: 'admin', password: 'changeit' };
    await under.client.appendToStream('post-1', event());
    under.node.faults.delayAnswers(400);
    const late = failureOf(under.client.appendToStream('post-1', event(), { credentials, deadline: 100 }));
    expect(await late).toMatchObject({ type: ErrorType.DEADLINE_EXCEEDED });
    expect((await under.client.appendToStream('post-1', event(), { deadline: 100 })).nextExpectedRevision).toBe(2n);
  });

  it('refuses connections and ends those it has, until it accepts again', async () => {
    await under.client.appendToStream('post-1', event());
    const subscription = under.client.subscribeToAll();
    const ended = new Promise((resolve) => subscription.once('error', resolve));
    subscription.on('data', () => {});
    await new Promise((resolve) => subscription.once('caughtUp', resolve));
    await under.node.faults.refuse();
    expect(await ended).toMatchObject({ type: ErrorType.UNAVAILABLE });
    expect(await isReached(under.client)).toBe(false);
    await under.node.faults.accept();
    await eventually(() => isReached(under.client));
    expect((await under.client.appendToStream('post-1', event())).nextExpectedRevision).toBe(1n);
  });

  it('takes larger appends where it is told to, also in several chunks', async () => {
    const folder = mkdtempSync(join(tmpdir(), 'eventstore-node-'));
    const node = await startNode({ folder, maxAppendSize: 6 * 1024 * 1024 });
    const client = EventStoreDBClient.connectionString(node.connectionString);
    const told = events(3).map((it) => ({ ...it, data: 'x'.repeat(1.5 * 1024 * 1024) }));
    await client.appendToStream('post-1', told, { batchAppendSize: 2 * 1024 * 1024 });
    expect(idsOf(await collect(client.readStream('post-1')))).toEqual(told.map(({ id }) => id));
    await client.dispose();
    await node.stop();
    rmSync(folder, { recursive: true });
  });

  it('is found by discovery', async () => {
    const found = EventStoreDBClient.connectionString(`esdb+discover://127.0.0.1:${under.node.port}?tls=false`);
    expect((await found.appendToStream('post-1', event())).nextExpectedRevision).toBe(0n);
    await found.dispose();
  });
});

describe('the loopback node as a process of its own', () => {
  const folder = mkdtempSync(join(tmpdir(), 'eventstore-node-'));
  afterAll(() => rmSync(folder, { recursive: true, force: true }));

  it('loses nothing it has acknowledged when it is killed, and comes back on its port', async () => {
    const node = await launchNode({ folder });
    const client = EventStoreDBClient.connectionString(node.connectionString);
    const acknowledged: string[] = [];
    for (let cycle = 0; cycle < 5; cycle++) {
      await eventually(() => isReached(client));
      const target = acknowledged.length + 20;
      const writers = Array.from({ length: 8 }, async (_, i) => {
        for (;;) {
          const told = events(3);
          await client.appendToStream(`post-${i}`, told);
          acknowledged.push(...told.map(({ id }) => id));
        }
      });
      const ended = Promise.allSettled(writers);
      await eventually(() => acknowledged.length >= target);
      await node.kill();
      await ended;
      await node.start();
    }
    await eventually(() => isReached(client));
    const positions = new Map<string, bigint>();
    for await (const { event: it } of client.readAll()) positions.set(it!.id, it!.position!.commit);
    expect(acknowledged.filter((id) => !positions.has(id))).toEqual([]);
    expect(acknowledged.length).toBeGreaterThanOrEqual(100);
    await node.fault('cutAfterCommit', 1);
    expect(await failureOf(client.appendToStream('post-0', event()))).toMatchObject({ type: ErrorType.UNAVAILABLE });
    await client.dispose();
    await node.stop();
  });

  it('keeps its folder to itself', async () => {
    const node = await launchNode({ folder });
    await expect(startNode({ folder })).rejects.toThrow('locked');
    await expect(launchNode({ folder })).rejects.toThrow('locked');
    await node.stop();
  });
});
