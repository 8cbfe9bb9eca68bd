import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { existsSync, mkdtempSync, rmSync, statSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { createInterface } from 'node:readline';
import { setTimeout as wait } from 'node:timers/promises';
import pg from 'pg';
import { type Postgres, startPostgres } from '../support/postgres.ts';
import { processesOf } from '../support/processes-of.js';

const SUPPORT = new URL('../support/postgres.ts', import.meta.url).href;

const started: Postgres[] = [];
const begun = async (...options: Parameters<typeof startPostgres>): Promise<Postgres> => {
  const postgres = await startPostgres(...options);
  started.push(postgres);
  return postgres;
};
afterEach(async () => {
  for (const postgres of started.splice(0)) await postgres.stop();
});

/** Asks one question over a connection of its own. */
async function ask(url: string, sql: string): Promise<Record<string, unknown>[]> {
  const client = new pg.Client({ connectionString: url });
  client.on('error', () => undefined); // killed with the server
  await client.connect();
  try {
    return (await client.query<Record<string, unknown>>(sql)).rows;
  } finally {
    await client.end();
  }
}

const dataFolder = async (postgres: Postgres): Promise<string> =>
  (await ask(postgres.url(), 'show data_directory'))[0]!['data_directory'] as string;

async function until(isSo: () => boolean): Promise<void> {
  for (const deadline = Date.now() + 10_000; !isSo(); await wait(20)) {
    if (Date.now() > deadline) throw new Error(`still not so after 10 s: ${isSo.toString()}`);
  }
}

describe('PostgreSQL for tests', () => {
  it('keeps what was committed when it is killed, and comes back at the same address', async () => {
    const postgres = await begun();
    const url = await postgres.newDatabase();
    await ask(url, 'create table posts (title text)');
    await ask(url, `insert into posts values ('Chief, Asia Division')`);
    await postgres.kill();
    await expect(ask(url, 'select 1')).rejects.toThrow(/ECONNREFUSED/);
    await postgres.restart();
    expect(await ask(url, 'select title from posts')).toEqual([{ title: 'Chief, Asia Division' }]);
  });

  it('keeps what was committed when it is killed while it does not wait for the disk', async () => {
    const postgres = await begun({ fsync: false });
    const url = await postgres.newDatabase();
    await ask(url, 'create table posts (title text)');
    await ask(url, `insert into posts values ('Chief, Asia Division')`);
    await postgres.kill();
    await postgres.restart();
    expect(await ask(url, 'select title from posts')).toHaveLength(1);
  });

  it('waits for the disk unless told otherwise', async () => {
    const fsyncOf = async (it: Postgres) => (await ask(it.url(), 'show fsync'))[0];
    expect(await fsyncOf(await begun())).toEqual({ fsync: 'on' });
    expect(await fsyncOf(await begun({ fsync: false }))).toEqual({ fsync: 'off' });
  });

  it('restarts while clients are connected', async () => {
    const postgres = await begun({ fsync: false });
    const client = new pg.Client({ connectionString: postgres.url() });
    const ended = new Promise((done) => client.once('end', done));
    client.on('error', () => undefined); // "terminating connection due to administrator command"
    await client.connect();
    await postgres.restart();
    await ended;
    expect(await ask(postgres.url(), 'select 1 as one')).toEqual([{ one: 1 }]);
  });

  it('runs twice at once, each with a password of its own', async () => {
    const [one, other] = await Promise.all([begun({ fsync: false }), begun({ fsync: false })]);
    expect(one.port).not.toBe(other.port);
    await ask(one.url(), 'create table only_here ()');
    expect(await ask(other.url(), `select to_regclass('only_here') as found`)).toEqual([{ found: null }]);
    const withThePasswordOfTheOther = one.url().replace(String(one.port), String(other.port));
    await expect(ask(withThePasswordOfTheOther, 'select 1')).rejects.toThrow(/password authentication failed/);
  });

  it('listens on loopback only, and orders text by its bytes', async () => {
    const postgres = await begun({ fsync: false });
    expect(await ask(postgres.url(), 'show listen_addresses')).toEqual([{ listen_addresses: '127.0.0.1' }]);
    const url = await postgres.newDatabase();
    expect(await ask(url, `select * from (values ('a'), ('B'), ('é'), ('z')) as t (x) order by x`)).toEqual(
      ['B', 'a', 'z', 'é'].map((x) => ({ x })),
    );
  });

  it('does not run as root', async () => {
    const postgres = await begun({ fsync: false });
    const isRoot = process.getuid!() === 0;
    const { uid } = statSync(await dataFolder(postgres));
    expect(uid).toBe(isRoot ? 65_534 : process.getuid!());
  });

  it('keeps a folder it was given, and goes on in it', async () => {
    const folder = mkdtempSync(join(tmpdir(), 'cadre-kept-'));
    const first = await startPostgres({ folder });
    await ask(first.url(), 'create table kept (x int)');
    await first.stop();
    const second = await begun({ folder });
    expect(await ask(second.url(), 'select * from kept')).toEqual([]);
    await second.stop();
    rmSync(folder, { recursive: true });
  });
});

describe('what PostgreSQL for tests leaves behind', () => {
  it('is nothing after a stop, also when it was killed before', async () => {
    const postgres = await startPostgres({ fsync: false });
    const folder = await dataFolder(postgres);
    await postgres.kill();
    await postgres.stop();
    expect(existsSync(join(folder, '..'))).toBe(false);
    expect(processesOf(folder)).toEqual([]);
  });

  it.each(['SIGKILL', 'SIGTERM', 'SIGINT'] as const)('is nothing when its test ends by %s', async (signal) => {
    const script = `
      const { startPostgres } = await import(${JSON.stringify(SUPPORT)});
      const postgres = await startPostgres({ fsync: false });
      console.log(postgres.url());
      setInterval(() => {}, 1000);`;
    const child = spawn(process.execPath, ['--input-type=module', '-e', script], {
      stdio: ['ignore', 'pipe', 'inherit'],
    });
    const [url] = (await once(createInterface(child.stdout), 'line')) as [string];
    const folder = (await ask(url, 'show data_directory'))[0]!['data_directory'] as string;
    expect(processesOf(folder)).not.toEqual([]);
    child.kill(signal);
    await until(() => processesOf(folder).length === 0 && !existsSync(join(folder, '..')));
  });
});
