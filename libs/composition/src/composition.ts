import { type Application, policies, PolicyRunner, turnsOfOneProcess } from '@cadre/application';
import { codec } from '@cadre/domain';
import { ALL_SHARES, type Clock, type Environment, type EventLog, neverBackwards, systemClock } from '@cadre/kernel';
import { LogFileUnusable, openSqliteLog } from '@cadre/log';
import {
  createRunner,
  leastCheckpoint,
  openPolicyMemory,
  openSqliteReadModels,
  progressOf,
  type ReadModels,
  type TableProgress,
} from '@cadre/read-models';
import { DataFolderUnusable, ensureFolder } from './data-folder.js';
import { surroundingsOf } from './surroundings.js';
import { tablesStatus, type TablesStatus } from './status.js';
import { type Where } from './where.js';

/** Everything a deployment needs: the log, the tables kept from it, the policies that react to it. */
export interface Cadre {
  readonly where: Where;
  readonly environment: Environment;
  readonly application: Application;
  readonly tables: ReadModels;
  readonly progress: TableProgress;
  readonly policyMemory: ReturnType<typeof openPolicyMemory>;
  /** How far the tables have come. @throws Unavailable when log or tables cannot be reached. */
  status(): Promise<TablesStatus>;
  /** Why tables or policies of this process cannot go on at the moment, or null. */
  trouble(): string | null;
  /** Lets tables follow the log until the signal ends them. */
  followTables(signal: AbortSignal): Promise<void>;
  /** Lets tables and policies follow the log until the signal ends them; resolves when both have stopped. */
  follow(signal: AbortSignal): Promise<void>;
  close(): Promise<void>;
}

/** Opens what the settings name, making what is missing. @throws DataFolderUnusable with a sentence when a folder or a file in it cannot be used. */
export async function openCadre(where: Where, clock: Clock = systemClock): Promise<Cadre> {
  const log = openLog(where);
  const [tables, policyMemory] = openBeside(where, log);
  const close = async (): Promise<void> => {
    await log.close();
    await tables.close();
    await policyMemory.close();
  };
  const head = await log.head();
  if (head === null) {
    const { position } = await leastCheckpoint(tables, ALL_SHARES);
    const reactedTo = [...(await policyMemory.checkpoints()).values()].map((it) => it.position);
    const told = Math.max(position, ...reactedTo);
    if (told > 0) {
      await close();
      throw lostLog(where, told);
    }
  }
  const environment = { log, clock: neverBackwards(clock, head?.recordedAt ?? null), codec };
  const runner = createRunner({ log, codec, tables });
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
    status: () => tablesStatus(log, tables, Date.now()),
    trouble: () => runner.trouble() ?? policyRunner.trouble(),
    followTables: (signal) => runner.start(signal),
    follow: async (signal) => {
      await Promise.all([runner.start(signal), policyRunner.follow(application, signal)]);
    },
    close,
  };
}

function openLog({ log }: Where): EventLog {
  if (log.engine !== 'sqlite') throw new Error(`no engine ${log.engine}`);
  const { folder } = log;
  ensureFolder(folder);
  try {
    return openSqliteLog({ folder });
  } catch (error) {
    if (error instanceof LogFileUnusable) throw new DataFolderUnusable(error.message);
    throw new DataFolderUnusable(`The log in ${folder} cannot be opened: ${(error as Error).message}.`);
  }
}

/** Tables and policy memory can be made again from the log, so a damaged file of theirs costs time, never facts. */
function openBeside({ read }: Where, log: EventLog): [ReadModels, ReturnType<typeof openPolicyMemory>] {
  if (read.engine !== 'sqlite') throw new Error(`no engine ${read.engine}`);
  const { folder } = read;
  ensureFolder(folder);
  try {
    return [openSqliteReadModels(folder), openPolicyMemory(folder)];
  } catch (error) {
    void log.close();
    const cause = (error as Error).message;
    throw new DataFolderUnusable(
      `The tables in ${folder} are damaged (${cause}); the log is whole: remove read-models* and policies.sqlite* there and start again.`,
    );
  }
}

function lostLog({ log }: Where, told: number): DataFolderUnusable {
  const where = log.engine === 'sqlite' ? log.folder : 'EventStoreDB';
  return new DataFolderUnusable(
    `The log in ${where} is empty, but its tables tell of ${told} entries: restore log.sqlite from a backup, or empty the folder to start anew.`,
  );
}
