// A real PostgreSQL for tests, from the binaries npm brings; Linux only. Plain Node runs this file too.
import { type ChildProcess, spawn } from 'node:child_process';
import { randomBytes, randomInt } from 'node:crypto';
import { existsSync } from 'node:fs';
import { join, resolve } from 'node:path';
import { createInterface, type Interface } from 'node:readline';
import pg from 'pg';
import { type Home, homeIn, otherUser, temporaryFolder } from './postgres/home.ts';
import { killAll } from './postgres/processes.ts';
import { ended, startWatchdog, unref, type Watchdog } from './watchdog.ts';

/** A server of our own on loopback, with a password nobody else knows. */
export interface Postgres {
  /** The same for as long as it lives, over kills and restarts. */
  readonly port: number;
  /** Where a database is reached; without a name, the empty one every server has. */
  url(database?: string): string;
  /** Makes an empty database, ordered by bytes as SQLite orders text. @returns its url */
  newDatabase(): Promise<string>;
  /** Ends the server, and removes its folder unless that was given. */
  stop(): Promise<void>;
  /** Kills every process of the server at once; resolves when all are gone. */
  kill(): Promise<void>;
  /** Starts again with the same port and folder, after a fast shutdown if it still runs. */
  restart(): Promise<void>;
}

/** How a server is to be kept. */
export interface PostgresOptions {
  /** False does not wait for the disk: faster, and still safe from a kill of the server, not of the machine. */
  readonly fsync?: boolean;
  /** Folder to keep it in, a new one or one of a former run; without, a temporary one. */
  readonly folder?: string;
}

const SUPERUSER = 'cadre';
const START_MS = 30_000;
/** How often a port that another program has is given up for another. */
const PORTS_TRIED = 10;
const LINES_KEPT = 20;

/** Starts a server; it ends with this process at the latest, however that ends. @throws Error with PostgreSQL's last words */
export async function startPostgres({ folder, fsync = true }: PostgresOptions = {}): Promise<Postgres> {
  const own = folder === undefined ? temporaryFolder() : resolve(folder);
  const watchdog = startWatchdog(own, folder === undefined ? 'remove' : 'keep');
  try {
    const home = homeIn(own);
    if (!existsSync(join(home.data, 'PG_VERSION'))) await initialise(home, watchdog);
    return await serverIn(home, watchdog, fsync);
  } catch (error) {
    await watchdog.end();
    throw error;
  }
}

async function initialise(home: Home, watchdog: Watchdog): Promise<void> {
  const { child, said } = run(home, watchdog, 'initdb', [
    ...[`--pgdata=${home.data}`, `--username=${SUPERUSER}`, `--pwfile=${home.passwordFile}`],
    ...['--auth=scram-sha-256', '--encoding=UTF8', '--locale=C', '--no-instructions'],
    '--no-sync', // a cluster that was not used yet can be made again
  ]);
  const code = await ended(child);
  if (code !== 0) throw new Error(`initdb ended with ${code}: ${said.join('\n')}`);
}

async function serverIn(home: Home, watchdog: Watchdog, fsync: boolean): Promise<Postgres> {
  let { server, port } = await launchOnSomePort(home, watchdog, fsync);

  const url = (database = 'postgres'): string =>
    `postgres://${SUPERUSER}:${home.password}@127.0.0.1:${port}/${encodeURIComponent(database)}`;
  const hasEnded = (): boolean => server.exitCode !== null || server.signalCode !== null;
  const shutDown = async (): Promise<void> => {
    if (hasEnded()) return;
    server.kill('SIGINT'); // "fast": ends sessions, writes a checkpoint
    await ended(server);
  };

  return {
    port,
    url,
    newDatabase: async () => {
      const name = `cadre_${randomBytes(6).toString('hex')}`;
      const client = new pg.Client({ connectionString: url() });
      await client.connect();
      await client.query(`create database ${name} template template0`);
      await client.end();
      return url(name);
    },
    kill: async () => {
      if (hasEnded()) return;
      await killAll(server.pid!);
      await ended(server);
    },
    restart: async () => {
      await shutDown();
      server = await launch(home, watchdog, fsync, port);
    },
    stop: async () => {
      await shutDown();
      await watchdog.end();
    },
  };
}

async function launchOnSomePort(home: Home, watchdog: Watchdog, fsync: boolean) {
  for (let tries = 1; ; tries += 1) {
    const port = somePort();
    try {
      return { server: await launch(home, watchdog, fsync, port), port };
    } catch (error) {
      if (tries === PORTS_TRIED || !(error as Error).message.includes('Address already in use')) throw error;
    }
  }
}

async function launch(home: Home, watchdog: Watchdog, fsync: boolean, port: number): Promise<ChildProcess> {
  const { child, said, lines } = run(home, watchdog, 'postgres', settings(home.data, port, fsync));
  const ready = await isReady(child, lines);
  child.unref();
  if (!ready) throw new Error(`PostgreSQL did not start: ${said.join('\n')}`);
  return child;
}

/** Runs a program as the user it may run as; `said` keeps its last lines. */
function run(home: Home, watchdog: Watchdog, program: string, args: readonly string[]) {
  const child = spawn(join(home.programs, program), args, {
    cwd: home.folder,
    stdio: ['ignore', 'ignore', 'pipe'],
    detached: true, // Ctrl-C in a terminal is for whoever started it, who then ends it in order
    env: { PATH: process.env['PATH'], LD_LIBRARY_PATH: home.libraries, TZ: 'UTC', LC_ALL: 'C' },
    ...otherUser,
  });
  child.unref();
  unref(child.stderr);
  watchdog.watch(child);
  const said: string[] = [];
  const lines = createInterface(child.stderr);
  lines.on('line', (line) => said.push(line) > LINES_KEPT && said.shift());
  return { child, said, lines };
}

function settings(data: string, port: number, fsync: boolean): string[] {
  const named = {
    listen_addresses: '127.0.0.1',
    unix_socket_directories: '',
    dynamic_shared_memory_type: 'mmap', // in the data folder, so that it goes with it
    shared_buffers: '32MB',
    max_connections: '200',
    log_timezone: 'UTC',
    timezone: 'UTC',
    ...(fsync ? {} : { fsync: 'off', full_page_writes: 'off' }),
  };
  return ['-D', data, '-p', String(port), ...Object.entries(named).flatMap(([name, it]) => ['-c', `${name}=${it}`])];
}

/** True when the server answers, false when it ended before. */
function isReady(child: ChildProcess, lines: Interface): Promise<boolean> {
  child.ref();
  return new Promise((done, fail) => {
    const deadline = setTimeout(() => fail(new Error(`PostgreSQL was not ready after ${START_MS} ms.`)), START_MS);
    const end = (ready: boolean): void => {
      clearTimeout(deadline);
      done(ready);
    };
    lines.on('line', (line) => line.includes('database system is ready to accept connections') && end(true));
    lines.once('close', () => end(false)); // after its last line
    child.once('error', fail);
  });
}

/**
 * A port below those the system hands to outgoing connections: while the server is down one of them could take its
 * port, or a client that tries again and again could even reach itself.
 */
const somePort = (): number => randomInt(20_000, 32_000);
