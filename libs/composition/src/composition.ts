import { type Application, policies, PolicyRunner, type Surroundings, turnsOfOneProcess } from '@cadre/application';
import { codec } from '@cadre/domain';
import { type CivilDate, type Clock, type Environment, neverBackwards, systemClock, Unavailable } from '@cadre/kernel';
import { LogFileUnusable, openSqliteLog, type SqliteLog } from '@cadre/log';
import {
  createRunner,
  openPolicyMemory,
  openReadModels,
  type ReadModels,
  type Runner,
  possiblyFrom,
  reachedPosition,
  type Filters,
} from '@cadre/read-models';
import { accessSync, closeSync, constants, existsSync, fsyncSync, mkdirSync, openSync } from 'node:fs';
import { dirname, resolve } from 'node:path';

/** The data folder cannot be used; the message is one sentence for the person who named it. */
export class DataFolderUnusable extends Error {
  override readonly name = 'DataFolderUnusable';
}

/** Everything one machine needs: the log, the tables kept from it, the policies that react to it. */
export interface Cadre {
  readonly environment: Environment;
  readonly application: Application;
  readonly tables: ReadModels;
  readonly runner: Runner;
  readonly policyMemory: ReturnType<typeof openPolicyMemory>;
  /** Why the policies cannot go on at the moment, or null. */
  policyTrouble(): string | null;
  /** Lets tables and policies follow the log until the signal ends them; resolves when both have stopped. */
  follow(signal: AbortSignal): Promise<void>;
  close(): Promise<void>;
}

const TABLES_WAIT_MS = 5_000;

/** Opens a data folder, making what is missing. @throws DataFolderUnusable with a sentence when the folder or a file in it cannot be used. */
export async function openCadre(dataFolder: string, clock: Clock = systemClock): Promise<Cadre> {
  const folder = resolve(dataFolder);
  const log = openLog(folder);
  const [tables, policyMemory] = openBeside(folder, log);
  const head = await log.head();
  if (head === null) {
    const checkpoints = [...(await policyMemory.checkpoints()).values()];
    const told = Math.max(...checkpoints.map(({ position }) => position), reachedPosition(tables.db()));
    if (told > 0) {
      await closeAll(log, tables, policyMemory);
      throw new DataFolderUnusable(
        `The log in ${folder} is empty, but its tables tell of ${told} entries: restore log.sqlite from a backup, or empty the folder to start anew.`,
      );
    }
  }
  const environment = { log, clock: neverBackwards(clock, head?.recordedAt ?? null), codec };
  const runner = createRunner({ log, codec, db: () => tables.db() });
  const policyRunner = new PolicyRunner(policies, policyMemory);
  const surroundings = surroundingsOf(environment, tables, runner);
  const application = { environment, surroundings, policies: policyRunner, turns: turnsOfOneProcess() };
  return {
    environment,
    application,
    tables,
    runner,
    policyMemory,
    policyTrouble: () => policyRunner.trouble(),
    follow: async (signal) => {
      await Promise.all([runner.start(signal), policyRunner.follow(application, signal)]);
    },
    close: () => closeAll(log, tables, policyMemory),
  };
}

async function closeAll(log: SqliteLog, ...others: readonly { close(): void | Promise<void> }[]): Promise<void> {
  await log.close();
  for (const other of others) await other.close();
}

function openLog(folder: string): SqliteLog {
  try {
    makeFolder(folder);
    accessSync(folder, constants.W_OK | constants.R_OK);
  } catch (error) {
    throw new DataFolderUnusable(`The data folder ${folder} cannot be written: ${(error as Error).message}.`);
  }
  try {
    return openSqliteLog({ folder });
  } catch (error) {
    if (error instanceof LogFileUnusable) throw new DataFolderUnusable(error.message);
    throw new DataFolderUnusable(`The log in ${folder} cannot be opened: ${(error as Error).message}.`);
  }
}

/** Step by step: a recursive mkdir never returns where the file system answers "no such folder" to making one. */
function makeFolder(folder: string): void {
  if (existsSync(folder)) return;
  const parent = dirname(folder);
  makeFolder(parent);
  mkdirSync(folder);
  const handle = openSync(parent, 'r'); // a power cut must not lose the log with its folder
  fsyncSync(handle);
  closeSync(handle);
}

/** Tables and policy memory can be made again from the log, so a damaged file of theirs costs time, never facts. */
function openBeside(folder: string, log: SqliteLog): [ReadModels, ReturnType<typeof openPolicyMemory>] {
  try {
    return [openReadModels(folder), openPolicyMemory(folder)];
  } catch (error) {
    void log.close();
    const cause = (error as Error).message;
    throw new DataFolderUnusable(
      `The tables in ${folder} are damaged (${cause}); the log is whole: remove read-models* and policies.sqlite* there and start again.`,
    );
  }
}

function surroundingsOf({ log, clock }: Environment, tables: ReadModels, runner: Runner): Surroundings {
  const countFrom = async (table: 'posts' | 'units', from: CivilDate, filters: Filters): Promise<number> => {
    const head = await log.head();
    if (head === null) return 0;
    if (!(await runner.waitFor(head.position, TABLES_WAIT_MS))) throw new Unavailable('the tables are behind the log');
    return possiblyFrom(tables.db(), table, { from, knownAt: clock.now(), filters });
  };
  return {
    livePosts: (unitId, from) => countFrom('posts', from, { unit_id: [unitId], standing: ['live', 'frozen'] }),
    childUnits: (unitId, from) => countFrom('units', from, { parent_id: [unitId], status: ['planned', 'established'] }),
  };
}
