import { policies, PolicyReader, turnsAmongProcesses } from '@cadre/application';
import { codec } from '@cadre/domain';
import { aborted, type Clock } from '@cadre/kernel';
import { progressOfOthers } from '@cadre/read-models';
import { type Cadre } from './cadre.js';
import { clockOf, openLog } from './open-log.js';
import { openShared } from './shared.js';
import { previewing } from './previewing.js';
import { tablesStatus } from './status.js';
import { surroundingsOf } from './surroundings.js';
import { type LogSetting, type ReadSetting } from './where.js';

interface Beyond {
  readonly log: LogSetting;
  readonly read: Extract<ReadSetting, { engine: 'postgres' }>;
}

/** One of several processes that take commands and questions and keep nothing themselves. @throws DataFolderUnusable, CannotStart */
export async function openNode(where: Beyond, clock: Clock): Promise<Cadre> {
  const log = await openLog(where.log);
  const shared = openShared(where.read.url);
  const { tables, policyMemory } = shared;
  const forward = await clockOf(log, clock);
  const environment = { log, clock: forward, codec };
  // Whoever waits for what another node wrote must then ask as of a moment at which it is known.
  const progress = progressOfOthers(tables, ({ knownAt }) => forward.notBefore(knownAt));
  const application = {
    environment,
    surroundings: surroundingsOf(environment, tables, progress),
    policies: new PolicyReader(policies, policyMemory),
    turns: turnsAmongProcesses(shared.turns),
  };
  return {
    where,
    environment,
    application,
    tables,
    progress,
    policyMemory,
    preview: previewing(application, tables, progress),
    status: () => tablesStatus(log, tables, Date.now()),
    projectors: () => shared.projectors(),
    trouble: () => null,
    followTables: aborted,
    follow: aborted,
    close: async () => {
      await log.close();
      await shared.close();
    },
  };
}
