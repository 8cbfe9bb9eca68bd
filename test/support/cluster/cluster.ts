import { chmodSync, mkdirSync } from 'node:fs';
import { join, resolve } from 'node:path';
import { launchNode, type LaunchedNode } from '../eventstore-node/launch.ts';
import { type Postgres, startPostgres } from '../postgres.ts';
import { temporaryFolder } from '../postgres/home.ts';
import { startWatchdog, type Watchdog } from '../watchdog.ts';
import { type Program, startProgram } from './program.ts';
import { startForwarder, type TcpForwarder } from './tcp-forwarder.ts';

/** The deployment for several machines as plain processes on loopback, each to be killed and each way to be broken. */
export interface Cluster {
  readonly folder: string;
  readonly apis: readonly Program[];
  readonly projectors: readonly Program[];
  readonly eventstore: LaunchedNode;
  readonly postgres: Postgres;
  /** The way from the programs to EventStoreDB. */
  readonly wayToLog: TcpForwarder;
  /** The way from the programs to PostgreSQL. */
  readonly wayToTables: TcpForwarder;
  /** Settings for a program more, such as the command line. */
  readonly settings: Readonly<Record<string, string>>;
  /** Ends all of it in order; removes the folder unless it was given. */
  stop(): Promise<void>;
}

export interface ClusterOptions {
  /** Where the data are, of a former run or to be; without, a temporary folder. */
  readonly folder?: string;
  /** Fills an empty log with A/62/627. */
  readonly example?: boolean;
  readonly apis?: number;
  readonly projectors?: number;
  /** Hears what is being done. */
  readonly say?: (line: string) => void;
  /** Gives up the start when it aborts. */
  readonly signal?: AbortSignal;
}

/** EventStoreDB's own greatest, so that the stand-in refuses no entry that the real server takes. */
const MOST_BYTES_IN_AN_APPEND = 16 * 1024 * 1024 - 10_000;

/** Starts all of it; the programs have to be built. @throws Error when a part does not start or the signal aborts, after ending the others */
export async function startCluster(options: ClusterOptions = {}): Promise<Cluster> {
  const folder = options.folder === undefined ? temporaryFolder('cadre-cluster-') : resolve(options.folder);
  mkdirSync(folder, { recursive: true });
  chmodSync(folder, 0o711); // PostgreSQL may run as another user, and has its folder in here
  const watchdog = startWatchdog(folder, options.folder === undefined ? 'remove' : 'keep');
  const ends: (() => Promise<unknown>)[] = [() => watchdog.end()];
  const stop = async (): Promise<void> => {
    for (const end of ends.splice(0).reverse()) await end();
  };
  try {
    return { ...(await startParts(folder, watchdog, ends, options)), folder, stop };
  } catch (error) {
    await stop();
    throw error;
  }
}

type Parts = Omit<Cluster, 'folder' | 'stop'>;

/** In the order of who needs whom; what was started can be ended by what is in `ends`, last first. */
async function startParts(
  folder: string,
  watchdog: Watchdog,
  ends: (() => Promise<unknown>)[],
  { example = false, apis = 2, projectors = 2, say = () => undefined, signal }: ClusterOptions,
): Promise<Parts> {
  const ending = <T>(part: T, end: (part: T) => Promise<unknown>): T => {
    ends.push(() => end(part));
    return part;
  };
  say('starting the loopback EventStoreDB and PostgreSQL ...');
  const eventstore = ending(await launchEventStore(folder), (it) => it.stop());
  signal?.throwIfAborted();
  const postgres = ending(await startPostgres({ folder: join(folder, 'postgres') }), (it) => it.stop());
  const wayToLog = ending(await startForwarder(eventstore.port), (it) => it.close());
  const wayToTables = ending(await startForwarder(postgres.port), (it) => it.close());
  const settings = {
    CADRE_LOG: throughPort(eventstore.connectionString, wayToLog.port),
    CADRE_READ: throughPort(postgres.url(), wayToTables.port),
    CADRE_DATA: join(folder, 'data'),
  };
  const start = async (app: string, number: number, ready: RegExp, more: Record<string, string>): Promise<Program> => {
    signal?.throwIfAborted();
    say(`starting ${app} ${number} ...`);
    const environment = { ...settings, ...more };
    return ending(await startProgram({ app, number, environment, ready, watchdog }), (it) => it.stop());
  };
  const started: { apis: Program[]; projectors: Program[] } = { apis: [], projectors: [] };
  for (let i = 1; i <= apis; i += 1) {
    const more = { PORT: '0', CADRE_EXAMPLE: example && i === 1 ? 'a-62-627' : 'none' };
    started.apis.push(await start('api', i, /Cadre answers at (http:\S+)/, more));
  }
  for (let i = 1; i <= projectors; i += 1) {
    started.projectors.push(
      await start('projector', i, /Cadre's projector (\S+) works/, { CADRE_PROJECTOR_ID: `projector-${i}` }),
    );
  }
  signal?.throwIfAborted();
  return { ...started, eventstore, postgres, wayToLog, wayToTables, settings };
}

/** The first part of all, so its lock keeps others out of the folder. */
async function launchEventStore(folder: string): Promise<LaunchedNode> {
  const own = join(folder, 'eventstore');
  mkdirSync(own, { recursive: true });
  try {
    return await launchNode({ folder: own, maxAppendSize: MOST_BYTES_IN_AN_APPEND });
  } catch (error) {
    if (!(error as Error).message.includes('database is locked')) throw error;
    throw new Error(`${folder} is in use by another cluster:local`, { cause: error });
  }
}

/** The same address, reached by way of another port. */
const throughPort = (address: string, port: number): string => address.replace(/(127\.0\.0\.1):\d+/, `$1:${port}`);
