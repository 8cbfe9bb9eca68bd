import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { ErrorType, EventStoreDBClient } from '@eventstore/db-client';
import { makeCertificate } from '../support/eventstore-node/certificate.js';
import { type RunningNode, startNode } from '../support/eventstore-node/node.js';
import { collect, event, failureOf } from './eventstore-node.harness.js';

describe('a secured loopback node', () => {
  const folder = mkdtempSync(join(tmpdir(), 'eventstore-node-'));
  const authority = join(folder, 'ca.pem');
  const clients: EventStoreDBClient[] = [];
  let node: RunningNode;

  beforeAll(async () => {
    const tls = makeCertificate();
    writeFileSync(authority, tls.certificate);
    const users = [
      { name: 'admin', password: 'changeit', groups: ['$admins'] },
      { name: 'clerk', password: 'p:w', groups: [] },
    ];
    node = await startNode({ folder, tls, users });
  });
  afterAll(async () => {
    await Promise.all(clients.map((client) => client.dispose()));
    await node.stop();
    rmSync(folder, { recursive: true, force: true });
  });

  function as(user: string, ca: string | null = authority): EventStoreDBClient {
    const trust = ca === null ? '' : `&tlsCAFile=${encodeURIComponent(ca)}`;
    const client = EventStoreDBClient.connectionString(`esdb://${user}localhost:${node.port}?tls=true${trust}`);
    clients.push(client);
    return client;
  }
  const admin = (): EventStoreDBClient => as('admin:changeit@');
  const clerk = (): EventStoreDBClient => as('clerk:p%3Aw@');

  it('serves those who trust its certificate, and signed in', async () => {
    const appended = await admin().appendToStream('post-1', event());
    expect(appended.nextExpectedRevision).toBe(0n);
    expect(await collect(clerk().readStream('post-1'))).toHaveLength(1);
    const found = EventStoreDBClient.connectionString(
      `esdb+discover://admin:changeit@localhost:${node.port}?tls=true&tlsCAFile=${encodeURIComponent(authority)}`,
    );
    clients.push(found);
    expect(await collect(found.readStream('post-1'))).toHaveLength(1);
  });

  it('is not reached by those who do not trust its certificate', async () => {
    const failure = await failureOf(as('admin:changeit@', null).appendToStream('post-1', event()));
    expect(String(failure['message'])).toMatch(/self-signed|certificate/);
  });

  it.each([
    ['nobody', ''],
    ['a wrong password', 'admin:wrong@'],
    ['an unknown user', 'pat:changeit@'],
  ])('denies %s reading and writing', async (_name, user) => {
    const stranger = as(user);
    const denied = { type: ErrorType.ACCESS_DENIED };
    expect(await failureOf(collect(stranger.readStream('post-1')))).toMatchObject(denied);
    expect(await failureOf(stranger.appendToStream('post-1', event()))).toMatchObject(denied);
    const credentials = { username: user.split(':')[0]! || 'x', password: 'wrong' };
    expect(await failureOf(stranger.appendToStream('post-1', event(), { credentials }))).toMatchObject(denied);
  });

  it('shows the whole log and system streams to administrators only', async () => {
    expect(await failureOf(collect(clerk().readAll()))).toMatchObject({ type: ErrorType.ACCESS_DENIED });
    expect(await failureOf(collect(clerk().readStream('$users')))).toMatchObject({ type: ErrorType.ACCESS_DENIED });
    expect(await collect(admin().readStream('$users'))).toHaveLength(2);
  });

  it('heeds the access list of a stream', async () => {
    await admin().appendToStream('secret-1', event());
    await admin().setStreamMetadata('secret-1', { acl: { readRoles: 'clerk', writeRoles: ['$admins'] } as never });
    expect(await collect(clerk().readStream('secret-1'))).toHaveLength(1);
    const failure = await failureOf(clerk().appendToStream('secret-1', event()));
    expect(failure).toMatchObject({ type: ErrorType.ACCESS_DENIED });
  });
});
