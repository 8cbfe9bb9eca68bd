import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { NO_STREAM } from '@cadre/kernel';
import { openEventStoreLog } from '@cadre/log';
import streamsService from '@eventstore/db-client/generated/streams_grpc_pb.js';
import {
  Metadata,
  Server,
  ServerCredentials,
  type ServerWritableStream,
  type ServiceDefinition,
  status,
} from '@grpc/grpc-js';
import { startNode } from '../support/eventstore-node/node.js';
import { collect, entries } from './event-log.contract.js';

describe('a node that follows another one and lags behind', () => {
  it('is asked nothing: every way of reading goes to the leader', async () => {
    const folder = mkdtempSync(join(tmpdir(), 'cadre-esdb-'));
    const leader = await startNode({ folder });
    const follower = await openFollower(leader.port);
    const direct = openEventStoreLog({ connectionString: leader.connectionString });
    const { position } = await direct.append('post-1', NO_STREAM, entries(3));
    const connectionString = `esdb://127.0.0.1:${follower.port}?tls=false`;
    const [ask, ...others] = [1, 2, 3, 4].map(() => openEventStoreLog({ connectionString }));

    expect(await ask!.readStream('post-1')).toHaveLength(3);
    expect((await others[0]!.head())?.position).toBe(position);
    expect((await others[1]!.entryAt(position))?.revision).toBe(2);
    expect(await collect(others[2]!.readAll(0))).toHaveLength(3);
    expect(follower.answered).toBe(0);

    await Promise.all([direct, ask!, ...others].map((log) => log.close()));
    follower.close();
    await leader.stop();
    rmSync(folder, { recursive: true, force: true });
  });
});

/** Knows nothing yet, and sends whoever needs the leader to it, as the server does. */
async function openFollower(leaderPort: number) {
  let answered = 0;
  const server = new Server();
  server.addService(streamsService.StreamsService as unknown as ServiceDefinition, {
    read(call: ServerWritableStream<unknown, unknown>) {
      if (call.metadata.get('requires-leader')[0] !== 'true') {
        answered += 1;
        call.end();
        return;
      }
      const metadata = new Metadata();
      metadata.set('exception', 'not-leader');
      metadata.set('leader-endpoint-host', '127.0.0.1');
      metadata.set('leader-endpoint-port', `${leaderPort}`);
      call.emit('error', { code: status.NOT_FOUND, details: 'Leader info available', metadata });
    },
  });
  const port = await new Promise<number>((resolve, reject) => {
    server.bindAsync('127.0.0.1:0', ServerCredentials.createInsecure(), (error, bound) =>
      error ? reject(error) : resolve(bound),
    );
  });
  return {
    port,
    get answered() {
      return answered;
    },
    close: () => server.forceShutdown(),
  };
}
