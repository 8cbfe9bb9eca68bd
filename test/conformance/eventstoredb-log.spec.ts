import { randomBytes } from 'node:crypto';
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { openEventStoreLog } from '@cadre/log';
import { type RunningNode, startNode } from '../support/eventstore-node/node.js';
import { describeEventLog, type LogUnderTest } from './event-log.contract.js';

let folder: string;
let node: RunningNode;
beforeAll(async () => {
  folder = mkdtempSync(join(tmpdir(), 'cadre-esdb-'));
  node = await startNode({ folder });
});
afterAll(async () => {
  await node.stop();
  rmSync(folder, { recursive: true, force: true });
});

/** A log of its own for each test: entries of the others are foreign to it. */
const newPrefix = (): string => `t${randomBytes(6).toString('hex')}.`;

const on = (connectionString: () => string) => (): LogUnderTest => {
  const prefix = newPrefix();
  return {
    open: () => openEventStoreLog({ connectionString: connectionString(), prefix }),
    dispose: () => undefined,
  };
};

describeEventLog('EventStoreDB on the loopback node', on(() => node.connectionString), { isDurable: true }); // prettier-ignore

const realServer = process.env['EVENTSTOREDB_URL'];
if (realServer) describeEventLog('EventStoreDB on a real server', on(() => realServer), { isDurable: true }); // prettier-ignore
