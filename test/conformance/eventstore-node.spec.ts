import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { EventStoreDBClient, jsonEvent, streamNameFilter } from '@eventstore/db-client';
import { type RunningNode, startNode } from '../support/eventstore-node/node.js';

describe('smoke', () => {
  const folder = mkdtempSync(join(tmpdir(), 'esnode-'));
  let node: RunningNode;
  let client: EventStoreDBClient;
  beforeAll(async () => {
    node = await startNode({ folder });
    client = EventStoreDBClient.connectionString`${node.connectionString}`;
  });
  afterAll(async () => {
    await client.dispose();
    await node.stop();
    rmSync(folder, { recursive: true });
  });
  it('works', async () => {
    const e = () => jsonEvent({ type: 'T', data: { a: 1 } });
    const es = [e(), e(), e()];
    console.log(await client.appendToStream('s-1', es, { expectedRevision: 'no_stream' }));
    console.log(await client.appendToStream('s-1', es, { expectedRevision: 'no_stream' }));
    console.log(await client.appendToStream('s-1', es, { expectedRevision: 'any' }));
    console.log(await client.appendToStream('s-1', [e()], { expectedRevision: 7n }).catch((x) => [x.type, x.expectedVersion, x.actualVersion]));
    console.log(await client.appendToStream('s-1', [e()], { expectedRevision: 'no_stream', credentials: {username: 'a', password: 'b'} }).catch((x) => [x.type, x.expectedVersion, x.actualVersion]));
    console.log(await client.appendToStream('s-1', [e()], { expectedRevision: 2n, credentials: {username: 'a', password: 'b'} }));
    for await (const r of client.readStream('s-1')) console.log(r.event!.revision, r.event!.position, r.event!.created, r.commitPosition);
    for await (const r of client.readAll()) console.log(r.event!.streamId, r.event!.type, r.event!.position);
    for await (const r of client.readAll({ direction: 'backwards', fromPosition: 'end', maxCount: 2 })) console.log(r.event!.streamId, r.event!.revision);
    await expect((async () => { for await (const r of client.readStream('nope')) void r; })()).rejects.toThrow('not found');
    console.log(await client.setStreamMetadata('s-1', { truncateBefore: 2 }), await client.getStreamMetadata('s-1'));
    for await (const r of client.readStream('s-1')) console.log(r.event!.revision);
    console.log(await client.deleteStream('s-1'));
    await expect((async () => { for await (const r of client.readStream('s-1')) void r; })()).rejects.toThrow('not found');
    console.log(await client.appendToStream('s-1', [e()], { expectedRevision: 'no_stream' }));
    for await (const r of client.readStream('s-1')) console.log(r.event!.revision);
    const sub = client.subscribeToAll({ filter: streamNameFilter({ prefixes: ['s-'], checkpointReached: async (_s, p) => console.log('checkpoint', p) }) });
    sub.on('caughtUp' as never, () => { console.log('caught up'); void client.tombstoneStream('s-1').then(console.log); });
    for await (const r of sub) { console.log(r.event!.revision, r.event!.type); if (r.event!.type === '$streamDeleted') break; }
    console.log(await client.appendToStream('s-1', [e()]).catch((x) => [x.type, x.streamName]));
  });
});
