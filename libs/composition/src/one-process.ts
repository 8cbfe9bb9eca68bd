import { policies, PolicyRunner, turnsOfOneProcess } from '@cadre/application';
import { codec } from '@cadre/domain';
import { ALL_SHARES, type Clock, type EventLog, Unavailable } from '@cadre/kernel';
import {
  createRunner,
  leastCheckpoint,
  openPolicyMemory,
  openSqliteReadModels,
  progressOf,
  type ReadModels,
  type StoredPolicyMemory,
} from '@cadre/read-models';
import { type Cadre } from './cadre.js';
import { DataFolderUnusable, ensureFolder } from './data-folder.js';
import { clockOf, openLog } from './open-log.js';
import { previewing } from './previewing.js';
import { tablesStatus } from './status.js';
import { surroundingsOf } from './surroundings.js';
import { type LogSetting, type ReadSetting } from './where.js';

interface Here {
  readonly log: LogSetting;
  readonly read: Extract<ReadSetting, { engine: 'sqlite' }>;
}

/** One process that keeps its tables and runs its policies itself. @throws DataFolderUnusable, CannotStart */
export async function openOneProcess(where: Here, clock: Clock): Promise<Cadre> {
  const log = await openLog(where.log);
  const [tables, policyMemory] = openBeside(where.read.folder, log);
  const close = async (): Promise<void> => {
    await log.close();
    await tables.close();
    await policyMemory.close();
  };
  try {
    await refuseLostLog(where, log, tables, policyMemory);
  } catch (error) {
    await close();
    throw error;
  }
  const forward = await clockOf(log, clock);
  const environment = { log, clock: forward, codec };
  const runner = createRunner({ log, codec, tables });
  runner.onChange(({ knownAt }) => forward.notBefore(knownAt)); // of another machine that writes to the same log
  const progress = progressOf(runner);
  const policyRunner = new PolicyRunner(policies, policyMemory);
  const surroundings = surroundingsOf(environment, tables, progress);
  const application = { environment, surroundings, policies: policyRunner, turns: turnsOfOneProcess() };
  return {
    where,
    environment,
    application,
    tables,
    progress,
    policyMemory,
    preview: previewing(application, tables, progress),
    status: () => tablesStatus(log, tables, Date.now()),
    projectors: async () => [],
    trouble: () => runner.trouble() ?? policyRunner.trouble(),
    followTables: (signal) => runner.start(signal),
    follow: async (signal) => {
      await Promise.all([runner.start(signal), policyRunner.follow(application, signal)]);
    },
    close,
  };
}

/** Tables and policy memory can be made again from the log, so a damaged file of theirs costs time, never facts. */
function openBeside(folder: string, log: EventLog): [ReadModels, StoredPolicyMemory] {
  try {
    ensureFolder(folder);
    return [openSqliteReadModels(folder), openPolicyMemory(folder)];
  } catch (error) {
    void log.close();
    if (error instanceof DataFolderUnusable) throw error;
    const cause = (error as Error).message;
    throw new DataFolderUnusable(
      `The tables in ${folder} are damaged (${cause}); the log is whole: remove read-models* and policies.sqlite* there and start again.`,
    );
  }
}

/** Tables that tell of a log with nothing in it were kept of another one. A log that cannot be reached yet is not lost. */
async function refuseLostLog(
  { log: { engine }, read: { folder } }: Here,
  log: EventLog,
  tables: ReadModels,
  policyMemory: StoredPolicyMemory,
): Promise<void> {
  const isEmpty = await log.head().then(
    (head) => head === null,
    (error: unknown) => {
      if (error instanceof Unavailable && engine !== 'sqlite') return false;
      throw error;
    },
  );
  if (!isEmpty) return;
  const { position } = await leastCheckpoint(tables, ALL_SHARES);
  const reactedTo = [...(await policyMemory.checkpoints()).values()].map((it) => it.position);
  const told = Math.max(position, ...reactedTo);
  if (told === 0) return;
  throw new DataFolderUnusable(
    engine === 'sqlite'
      ? `The log in ${folder} is empty, but its tables tell of ${told} entries: restore log.sqlite from a backup, or empty the folder to start anew.`
      : `The log in EventStoreDB is empty, but the tables in ${folder} tell of one: see that CADRE_LOG and CADRE_LOG_PREFIX name the right log, or empty the folder to start anew.`,
  );
}
