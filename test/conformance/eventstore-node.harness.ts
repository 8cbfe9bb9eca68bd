import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import {
  type AllStreamSubscription,
  EventStoreDBClient,
  jsonEvent,
  type JSONEventData,
  type Position,
  type ResolvedEvent,
} from '@eventstore/db-client';
import { type NodeOptions, type RunningNode, startNode } from '../support/eventstore-node/node.js';

/** A loopback node of its own for each test, and the official client as it is published. */
export interface NodeUnderTest {
  readonly node: RunningNode;
  readonly client: EventStoreDBClient;
  /** Another client of the same node. */
  connect(parameters?: string): EventStoreDBClient;
  /** Stops the node and starts it again with its folder and port; clients stay, and have connected again. */
  restart(): Promise<void>;
}

/** Registers the hooks that start and stop it. */
export function nodeForEachTest(options: Omit<NodeOptions, 'folder'> = {}): NodeUnderTest {
  let [folder, node, clients] = ['', null as unknown as RunningNode, [] as EventStoreDBClient[]];
  const connect = (parameters = ''): EventStoreDBClient => {
    const client = EventStoreDBClient.connectionString(`${node.connectionString}${parameters}`);
    clients.push(client);
    return client;
  };
  beforeEach(async () => {
    folder = mkdtempSync(join(tmpdir(), 'eventstore-node-'));
    node = await startNode({ ...options, folder });
    connect();
  });
  afterEach(async () => {
    await Promise.all(clients.map((client) => client.dispose()));
    clients = [];
    await node.stop();
    rmSync(folder, { recursive: true, force: true });
  });
  return {
    get node() {
      return node;
    },
    get client() {
      return clients[0]!;
    },
    connect,
    async restart() {
      const { port } = node;
      await node.stop();
      node = await startNode({ ...options, folder, port });
      await eventually(() => isReached(clients[0]!));
    },
  };
}

/** A client learns that its connection has gone by a call that fails; a later one connects again. */
export const isReached = (client: EventStoreDBClient): Promise<boolean> =>
  client.getStreamMetadata('none').then(
    () => true,
    () => false,
  );

let serial = 0;

/** An event that differs from every other. */
export const event = (type = 'Noted'): JSONEventData => jsonEvent({ type, data: { serial: serial++ } });

export const events = (count: number, type?: string): JSONEventData[] =>
  Array.from({ length: count }, () => event(type));

export async function collect<T>(items: AsyncIterable<T>): Promise<T[]> {
  const collected: T[] = [];
  for await (const item of items) collected.push(item);
  return collected;
}

export const idsOf = (resolved: readonly ResolvedEvent[]): (string | undefined)[] => resolved.map((it) => it.event?.id);

export const positionsOf = (resolved: readonly ResolvedEvent[]): Position[] =>
  resolved.map((it) => it.event!.position!);

/** The positions of all that was appended by tests, in log order. */
export async function userEvents(client: EventStoreDBClient): Promise<ResolvedEvent[]> {
  return (await collect(client.readAll())).filter((it) => !it.event!.streamId.startsWith('$'));
}

/** What a subscription tells until it has caught up, `n` times. */
export async function untilCaughtUp(subscription: AllStreamSubscription, n = 1): Promise<ResolvedEvent[]> {
  const heard: ResolvedEvent[] = [];
  let left = n;
  await new Promise<void>((resolve, reject) => {
    subscription.on('data', (it: ResolvedEvent) => heard.push(it));
    subscription.on('caughtUp', () => (left -= 1) === 0 && setImmediate(resolve));
    subscription.on('error', reject);
  });
  await subscription.unsubscribe();
  return heard;
}

/** The failure of a promise, as the client names it; a test that expects one fails when there is none. */
export async function failureOf(promise: Promise<unknown>): Promise<Record<string, unknown>> {
  const outcome = await promise.then(
    () => null,
    (error: unknown) => error,
  );
  if (!(outcome instanceof Error)) throw new Error('it succeeded');
  return outcome as unknown as Record<string, unknown>;
}

/** Polls until it holds. @throws after `withinMs` */
export async function eventually(holds: () => boolean | Promise<boolean>, withinMs = 10_000): Promise<void> {
  const deadline = Date.now() + withinMs;
  while (!(await holds())) {
    if (Date.now() > deadline) throw new Error('it never came to hold');
    await new Promise((resolve) => setTimeout(resolve, 10));
  }
}
