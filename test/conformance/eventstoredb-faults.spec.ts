import { once } from 'node:events';
import { cpSync, mkdtempSync, rmSync } from 'node:fs';
import { type AddressInfo, connect, createServer, type Socket } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { setTimeout as elapsed } from 'node:timers/promises';
import { type CaughtUp, type Entry, NO_STREAM, Unavailable } from '@cadre/kernel';
import { type EventStoreLog, openEventStoreLog } from '@cadre/log';
import { type RunningNode, startNode } from '../support/eventstore-node/node.js';
import { collect, entries, entry, seeded, times } from './event-log.contract.js';

let folder: string;
let node: RunningNode;
let log: EventStoreLog;
/** Short enough for a test to see them pass, long enough for a busy machine to answer. */
const LIMITS = { appendMs: 1_000, appendTotalMs: 3_000, readMs: 1_000, silenceMs: 500, patienceMs: 20_000 };
const open = (): EventStoreLog => openEventStoreLog({ connectionString: node.connectionString, limits: LIMITS });

beforeEach(async () => {
  folder = mkdtempSync(join(tmpdir(), 'cadre-esdb-'));
  node = await startNode({ folder });
  log = open();
});
afterEach(async () => {
  await log.close();
  await node.stop();
  rmSync(folder, { recursive: true, force: true });
});

async function restart(meanwhile = (): void => undefined): Promise<void> {
  const { port } = node;
  await node.stop();
  meanwhile();
  node = await startNode({ folder, port });
}

const idsOf = (all: readonly Entry[]): string[] => all.map(({ eventId }) => eventId);

/** Polls until it is so. */
async function until(isSo: () => boolean | Promise<boolean>): Promise<void> {
  const deadline = Date.now() + 20_000;
  while (!(await isSo())) {
    if (Date.now() > deadline) throw new Error('it did not come to pass within 20 s');
    await elapsed(10);
  }
}

/** Does it again until it is no longer Unavailable. */
async function persist<T>(act: () => Promise<T>): Promise<T> {
  for (;;) {
    try {
      return await act();
    } catch (error) {
      if (!(error instanceof Unavailable)) throw error;
    }
  }
}

/** Listens until `stop`, and keeps what it hears. */
function listen(after = 0, listened = log) {
  const ending = new AbortController();
  const heard: Entry[] = [];
  const marks: CaughtUp[] = [];
  const ended = (async () => {
    for await (const item of listened.subscribeAll(after, ending.signal)) {
      if ('caughtUp' in item) marks.push(item);
      else heard.push(item);
    }
  })();
  ended.catch(() => undefined); // seen by whoever awaits it
  return { heard, marks, ended, stop: () => ending.abort() };
}

describe('an acknowledgement that is lost', () => {
  it.each([
    [2, 'the append'],
    [1, 'the claim of its event id'],
  ])('after write %i (%s) was committed, the append is stored once and answered', async (n) => {
    await log.append('post-0', NO_STREAM, entries(1));
    const told = [entry()];
    node.faults.cutAfterCommit(n);
    const appended = await log.append('post-1', NO_STREAM, told);
    const stored = await log.readStream('post-1');
    expect(idsOf(stored)).toEqual(idsOf(told as Entry[]));
    expect(appended).toEqual({ revision: 0, position: stored[0]!.position });
    expect(await log.append('post-1', NO_STREAM, told)).toEqual(appended);
  });

  it('on the last try, and the server gone after it: unavailable, and the same ids are answered later', async () => {
    const told = entries(2);
    node.faults.cutAfterCommit(3); // two claims, then the append
    const appending = log.append('post-1', NO_STREAM, told);
    const outcome = appending.then(() => null, (error: unknown) => error); // prettier-ignore
    const own = open();
    await until(async () => (await persist(() => own.readStream('post-1'))).length === 2);
    await own.close();
    const failure = await outcome;
    expect(failure === null || failure instanceof Unavailable).toBe(true);
    expect((await persist(() => log.append('post-1', NO_STREAM, told))).revision).toBe(1);
    expect(await log.readStream('post-1')).toHaveLength(2);
  });
});

describe('a server that is away', () => {
  it('opens at once, says so with each call, and is used as soon as it is there', async () => {
    await node.faults.refuse();
    const early = open();
    for (const call of [
      () => early.head(),
      () => early.readStream('post-1'),
      () => early.append('post-1', NO_STREAM, entries(1)),
      () => early.entryAt(1),
      () => collect(early.readAll(0)),
      () => early.checked(),
    ]) {
      await expect(call()).rejects.toBeInstanceOf(Unavailable);
    }
    await node.faults.accept();
    expect((await persist(() => early.append('post-1', NO_STREAM, entries(1)))).revision).toBe(0);
    await early.checked();
    await early.close();
  });

  it('answers nothing (a connection swallowed on the way): unavailable in time, and it recovers', async () => {
    await log.append('post-1', NO_STREAM, entries(1));
    node.faults.blackhole();
    const told = entries(1);
    const outcomes = await Promise.allSettled([log.append('post-1', 0, told), log.readStream('post-1'), log.head()]);
    expect(outcomes.map((it) => (it.status === 'rejected' ? (it.reason as Error).name : 'answered'))).toEqual(
      times(3, () => 'Unavailable'),
    );
    node.faults.heal();
    expect((await persist(() => log.append('post-1', 0, told))).revision).toBe(1);
    expect(await log.readStream('post-1')).toHaveLength(2);
  });

  it('in the middle of a read, whose connection is then given up: unavailable, never a shorter history', async () => {
    const relay = await openRelay(node.port);
    const connectionString = `esdb://127.0.0.1:${relay.port}?tls=false`;
    const far = openEventStoreLog({ connectionString, limits: { ...LIMITS, appendMs: 300, readMs: 10_000 } });
    await far.append('post-1', NO_STREAM, entries(3));
    relay.freeze();
    const read = far.readStream('post-1').then((all) => all.length, (error: unknown) => error); // prettier-ignore
    expect((await far.append('post-2', NO_STREAM, entries(1))).revision).toBe(0); // over the next connection
    expect(await read).toBeInstanceOf(Unavailable);
    await far.close();
    relay.close();
  });

  it('and comes back again and again while others append: nothing acknowledged is lost, nothing stored twice', async () => {
    const streams = times(4, (i) => `post-${i}`);
    const acknowledged: string[] = [];
    const write = async (stream: string): Promise<void> => {
      for (let i = 0; i < 15; i++) {
        const told = entries(2);
        await persist(() => log.append(stream, i * 2 - 1, told));
        acknowledged.push(...told.map(({ eventId }) => eventId));
      }
    };
    const writing = Promise.all(streams.map(write));
    for (let i = 1; i <= 3; i++) {
      await until(() => acknowledged.length >= i * 20);
      await restart();
    }
    await writing;
    const all = await collect(log.readAll(0));
    expect(idsOf(all).toSorted()).toEqual(acknowledged.toSorted());
  });
});

describe('a subscription', () => {
  it('goes on where it was when the server was started again, and says only once that it has caught up', async () => {
    await log.append('post-1', NO_STREAM, entries(5));
    const listener = listen();
    await until(() => listener.marks.length === 1);
    await restart();
    await persist(() => log.append('post-1', 4, entries(5)));
    await until(() => listener.heard.length >= 10);
    await restart();
    await persist(() => log.append('post-1', 9, entries(5)));
    await until(() => listener.heard.length >= 15);
    listener.stop();
    await listener.ended;
    expect(listener.heard).toEqual(await collect(log.readAll(0)));
    expect(listener.marks).toHaveLength(1);
  });

  it('whose connection went dead without a word asks by itself, and begins again over another one', async () => {
    const relay = await openRelay(node.port);
    // Without pings nobody but the subscription can find out.
    const connectionString = `esdb://127.0.0.1:${relay.port}?tls=false&keepAliveInterval=-1`;
    const far = openEventStoreLog({ connectionString, limits: LIMITS });
    await log.append('post-1', NO_STREAM, entries(1));
    const listener = listen(0, far);
    await until(() => listener.marks.length === 1);
    relay.freeze();
    await log.append('post-1', 0, entries(3));
    await until(() => listener.heard.length >= 4);
    listener.stop();
    await listener.ended;
    expect(listener.heard).toEqual(await collect(log.readAll(0)));
    await far.close();
    relay.close();
  });

  it.each([1, 2, 3])('misses nothing and repeats nothing under repeated cuts (seed %i)', async (seed) => {
    const random = seeded(seed);
    await log.append('post-0', NO_STREAM, entries(200));
    const [early, live] = [listen(), listen(0, log)];
    for (let i = 0; i < 30; i++) {
      if (random() < 0.4) node.faults.cutAll();
      await persist(() => log.append(`post-${i % 3}`, i < 3 && i > 0 ? NO_STREAM : revisionOf(i), entries(2)));
    }
    const { position } = (await persist(() => log.head()))!;
    const late = listen();
    node.faults.cutAll();
    for (const listener of [early, live, late]) {
      await until(() => listener.heard.at(-1)?.position === position);
      listener.stop();
      await listener.ended;
      expect(listener.heard).toEqual(await persist(() => collect(log.readAll(0))));
      expect(listener.marks).toHaveLength(1);
    }

    function revisionOf(i: number): number {
      const before = Math.floor(i / 3) * 2;
      return (i % 3 === 0 ? 200 : 0) + before - 1;
    }
  });

  it('of a server that is put back to an older copy of its log is unavailable, and so is one from there', async () => {
    const copy = mkdtempSync(join(tmpdir(), 'cadre-esdb-'));
    await log.append('post-1', NO_STREAM, entries(1));
    await restart(() => cpSync(folder, copy, { recursive: true }));
    await persist(() => log.append('post-2', NO_STREAM, entries(20)));
    const listener = listen();
    await until(() => listener.heard.length === 21);
    const lost = listener.heard.at(-1)!.position;
    await restart(() => cpSync(copy, folder, { recursive: true, force: true }));
    await expect(listener.ended).rejects.toThrow(/restored from a backup/);
    await expect(listener.ended).rejects.toBeInstanceOf(Unavailable);
    await persist(() => log.append('post-9', NO_STREAM, entries(1)));
    await expect(listen(lost).ended).rejects.toThrow(/restored from a backup/);
    expect((await collect(log.readAll(0))).map(({ stream }) => stream)).toEqual(['post-1', 'post-9']);
    rmSync(copy, { recursive: true, force: true });
  });

  it('of a log put back and written past what was read is unavailable too', async () => {
    const copy = mkdtempSync(join(tmpdir(), 'cadre-esdb-'));
    await restart(() => cpSync(folder, copy, { recursive: true }));
    await persist(() => log.append('post-1', NO_STREAM, entries(1)));
    const listener = listen();
    await until(() => listener.heard.length === 1);
    await node.stop();
    cpSync(copy, folder, { recursive: true, force: true });
    const restored = await startNode({ folder });
    const writer = openEventStoreLog({ connectionString: restored.connectionString });
    await writer.append('post-9', NO_STREAM, entries(20));
    await writer.close();
    const { port } = node;
    await restored.stop();
    node = await startNode({ folder, port });
    await expect(listener.ended).rejects.toThrow(/restored from a backup/);
    rmSync(copy, { recursive: true, force: true });
  });

  it('that had no success for too long is unavailable', async () => {
    const impatient = openEventStoreLog({
      connectionString: node.connectionString,
      limits: { ...LIMITS, patienceMs: 200 },
    });
    const listener = listen(0, impatient);
    await until(() => listener.marks.length === 1);
    await node.faults.refuse();
    await expect(listener.ended).rejects.toBeInstanceOf(Unavailable);
    await impatient.close();
  });
});

/** Carries bytes to a port; `freeze` lets the connections there are carry nothing more, and never end. */
async function openRelay(to: number) {
  const sockets = new Set<Socket>();
  const relay = createServer((client) => {
    const server = connect(to, '127.0.0.1');
    client.pipe(server).pipe(client);
    for (const socket of [client, server]) sockets.add(socket.on('error', () => undefined));
  }).listen(0, '127.0.0.1');
  await once(relay, 'listening');
  return {
    port: (relay.address() as AddressInfo).port,
    freeze: () => sockets.forEach((socket) => socket.unpipe().pause()),
    close() {
      for (const socket of sockets) socket.destroy();
      relay.close();
    },
  };
}
