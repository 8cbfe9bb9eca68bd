import { mkdtempSync, rmSync } from 'node:fs';
import { randomUUID } from 'node:crypto';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { NO_STREAM, Unavailable } from '@cadre/kernel';
import { openCadre, type Where } from '@cadre/composition';
import { LogUnusable, openEventStoreLog } from '@cadre/log';
import { EventStoreDBClient, jsonEvent } from '@eventstore/db-client';
import { type RunningNode, startNode } from '../support/eventstore-node/node.js';
import { entries, times } from './event-log.contract.js';
import { eventually } from './eventstore-node.harness.js';

let folder: string;
let node: RunningNode;

beforeEach(async () => {
  folder = mkdtempSync(join(tmpdir(), 'cadre-esdb-'));
  node = await startNode({ folder: join(folder, 'node') });
});
afterEach(async () => {
  await node.stop();
  rmSync(folder, { recursive: true, force: true });
});

const here = (): Where => ({
  log: { engine: 'eventstoredb', connectionString: node.connectionString, prefix: 'cadre.' },
  read: { engine: 'sqlite', folder: join(folder, 'tables') },
});

/** Lets another program act on the same server. */
async function byAnother(act: (client: EventStoreDBClient) => Promise<unknown>): Promise<void> {
  const client = EventStoreDBClient.connectionString(node.connectionString);
  await act(client);
  await client.dispose();
  node.faults.cutAll();
}

describe('the connections of a log', () => {
  it('are closed with it', async () => {
    const log = openEventStoreLog({ connectionString: node.connectionString });
    await log.append('post-1', NO_STREAM, entries(1));
    expect(node.faults.connections()).toBe(1);
    await log.close();
    await eventually(() => node.faults.connections() === 0);
  });

  it('are closed when another one takes their place', async () => {
    const limits = { appendMs: 150, appendTotalMs: 300, readMs: 150 };
    const log = openEventStoreLog({ connectionString: node.connectionString, limits });
    await log.append('post-1', NO_STREAM, entries(1));
    node.faults.blackhole();
    for (let i = 0; i < 5; i++) await expect(log.head()).rejects.toBeInstanceOf(Unavailable);
    node.faults.heal();
    await eventually(() => log.head().then(() => true, () => false)); // prettier-ignore
    await eventually(() => node.faults.connections() <= 1);
    await log.close();
  });

  it('are closed when the log is refused', async () => {
    await byAnother((client) => client.setStreamMetadata('cadre.post-1', { maxCount: 10 }));
    await expect(openCadre(here())).rejects.toThrow(/told to delete entries/);
    await eventually(() => node.faults.connections() === 0);
  });
});

describe('settings that delete entries', () => {
  it('behind a long log of others are found, however little is heard on the way', async () => {
    const several = (): ReturnType<typeof jsonEvent>[] =>
      times(500, () => jsonEvent({ id: randomUUID(), type: 'X', data: {} }));
    await byAnother(async (client) => {
      for (let i = 0; i < 60; i++) await client.appendToStream(`invoice-${i}`, several());
      await client.setStreamMetadata('cadre.post-1', { maxCount: 10 });
    });
    const log = openEventStoreLog({ connectionString: node.connectionString, limits: { readMs: 150 } }); // less than it all takes
    await expect(log.checked()).rejects.toBeInstanceOf(LogUnusable);
    await log.close();
  });

  it('are looked for again when the server fell silent', async () => {
    await byAnother((client) => client.setStreamMetadata('cadre.post-1', { maxCount: 10 }));
    node.faults.delayAnswers(150); // to each question an answer, but too late
    const log = openEventStoreLog({ connectionString: node.connectionString, limits: { readMs: 100 } });
    await expect(log.checked()).rejects.toBeInstanceOf(Unavailable);
    node.faults.delayAnswers(0);
    await expect(log.checked()).rejects.toBeInstanceOf(LogUnusable);
    await log.close();
  });
});

describe('tables that are ahead of their log', () => {
  it('are told as such in the status', async () => {
    const cadre = await openCadre(here());
    const stop = new AbortController();
    await cadre.environment.log.append('post-1', NO_STREAM, entries(3));
    const following = cadre.followTables(stop.signal);
    const head = (await cadre.environment.log.head())!;
    await cadre.progress.waitFor(head.position, 5_000);
    expect((await cadre.status()).isAhead).toBe(false);
    stop.abort();
    await following;
    await node.stop();
    const { port } = node;
    node = await startNode({ folder: join(folder, 'older'), port });
    await eventually(async () => (await cadre.status()).isAhead);
    await cadre.close();
  });
});
