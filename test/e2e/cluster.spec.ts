import { type ChildProcess, spawn } from 'node:child_process';
import { once } from 'node:events';
import { existsSync, mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { createInterface } from 'node:readline';
import { setTimeout as wait } from 'node:timers/promises';
import pg from 'pg';
import { ensureBuilt } from '../../scripts/build.mjs';
import { type Cluster, startCluster } from '../support/cluster/cluster.ts';
import { reportOf } from '../support/cluster/report.ts';
import { QUICK, survive } from '../support/cluster/survive.ts';
import { verifyLog, verifyTables } from '../support/cluster/verify.ts';
import { processesOf } from '../support/processes-of.ts';

const ROOT = new URL('../..', import.meta.url).pathname;
const MINUTES = 60_000;

beforeAll(() => ensureBuilt({ quiet: true }), 3 * MINUTES);

async function until(isSo: () => boolean): Promise<void> {
  for (const deadline = Date.now() + 60_000; !isSo(); await wait(50)) {
    if (Date.now() > deadline) throw new Error(`still not so after 60 s: ${isSo.toString()}`);
  }
}

describe('the deployment for several machines', () => {
  let cluster: Cluster;
  beforeAll(async () => (cluster = await startCluster()), 2 * MINUTES);
  afterAll(() => cluster.stop(), MINUTES);

  it(
    'survives servers killed, networks that swallow everything and projectors that die, and loses and doubles nothing',
    async () => {
      const survival = await survive(cluster, QUICK, () => undefined);
      process.stdout.write(`${reportOf(survival).join('\n')}\n`);
      expect(survival.wrong).toEqual([]);
      expect(survival.trials.map(({ recoveriesMs }) => recoveriesMs.length)).toEqual([3, 3, 1, 1, 1]);
      expect(survival.tally.acknowledged.size).toBeGreaterThan(20);
      expect(survival.tally.answers.get('unavailable')).toBeGreaterThan(0);

      // The same comparisons find what is wrong when something is.
      const { acknowledged } = survival.tally;
      const [, receipt] = [...acknowledged][0]!;
      const neverRecorded = { ...receipt, eventIds: ['00000000-0000-8000-8000-000000000000'] };
      const told = { ...survival.tally, acknowledged: new Map([['never-recorded', neverRecorded]]) };
      expect((await verifyLog(cluster, told)).wrong).toEqual([
        'never-recorded was acknowledged, and its event 00000000-0000-8000-8000-000000000000 is there 0 times',
        'never-recorded was acknowledged and is lost',
      ]);
      await changeOneRow(cluster.postgres.url());
      expect((await verifyTables(cluster)).wrong).toEqual([expect.stringMatching(/posts .* differs/)]);
    },
    4 * MINUTES,
  );
});

/** Spoils one post in the tables in use, as no program of ours would. */
async function changeOneRow(url: string): Promise<void> {
  const client = new pg.Client({ connectionString: url });
  await client.connect();
  const { rows } = await client.query<{ build: string }>('select build from cadre.tables_in_use');
  await client.query(
    `update "${rows[0]!.build}".posts set title = 'spoilt' where ctid = (select min(ctid) from "${rows[0]!.build}".posts)`,
  );
  await client.end();
}

describe('npm run cluster:local', () => {
  let local: ChildProcess;
  const said: string[] = [];
  const folder = (): string => /^data in (\S+), until Ctrl-C$/.exec(said.at(-1)!)![1]!;
  const isGone = (): boolean => processesOf(folder()).length === 0 && !existsSync(folder());

  beforeEach(async () => {
    said.length = 0;
    local = spawn(process.execPath, ['scripts/cluster-local.mjs'], {
      cwd: ROOT,
      stdio: ['ignore', 'pipe', 'inherit', 'ipc'],
    });
    createInterface(local.stdout!).on('line', (line) => said.push(line));
    await until(() => said.some((line) => line.startsWith('data in ')));
  }, 2 * MINUTES);
  afterEach(() => void local.kill('SIGINT'));

  it(
    'answers at two addresses with the example in it, and leaves nothing behind after Ctrl-C',
    async () => {
      const urls = said.flatMap((line) => /^api \d answers at (\S+)/.exec(line)?.[1] ?? []);
      expect(urls).toHaveLength(2);
      for (const url of urls) {
        const answer = await fetch(`${url}/api/teams-overview?validOn=2007-10-25&after=1`);
        expect(answer.status).toBe(200);
      }
      expect(processesOf(folder())).not.toEqual([]);
      local.kill('SIGINT');
      const [code] = (await once(local, 'exit')) as [number | null];
      expect(code).toBe(0);
      await until(isGone);
    },
    2 * MINUTES,
  );

  it(
    'leaves nothing behind when it is killed',
    async () => {
      expect(processesOf(folder())).not.toEqual([]);
      local.kill('SIGKILL');
      await until(isGone);
    },
    2 * MINUTES,
  );

  it(
    'ends when what started it is gone',
    async () => {
      local.disconnect();
      await once(local, 'exit');
      await until(isGone);
    },
    2 * MINUTES,
  );
});

describe('npm run cluster:local in a folder', () => {
  const folder = mkdtempSync(join(tmpdir(), 'cadre-local-'));
  const started: ChildProcess[] = [];
  afterAll(async () => {
    for (const local of started) local.kill('SIGINT');
    await until(() => processesOf(folder).length === 0);
    rmSync(folder, { recursive: true, force: true });
  }, 2 * MINUTES);

  /** As in a terminal of its own, where Ctrl-C reaches every process that is not set apart. */
  function start() {
    const local = spawn(process.execPath, ['scripts/cluster-local.mjs', '--data', folder], {
      cwd: ROOT,
      stdio: ['ignore', 'pipe', 'pipe'],
      detached: true,
    });
    started.push(local);
    const [said, complained]: [string[], string[]] = [[], []];
    createInterface(local.stdout).on('line', (line) => said.push(line));
    createInterface(local.stderr).on('line', (line) => complained.push(line));
    const ended = once(local, 'close').then(([code]) => code as number | null);
    return { said, complained, ended, interrupt: () => process.kill(-local.pid!, 'SIGINT') };
  }

  it.each(['the loopback EventStoreDB', 'api 1'])(
    'ends quietly when Ctrl-C comes while it is starting %s',
    async (part) => {
      const local = start();
      await until(() => local.said.some((line) => line.startsWith(`starting ${part} `)));
      local.interrupt();
      expect([await local.ended, local.complained]).toEqual([0, []]);
      await until(() => processesOf(folder).length === 0);
    },
    2 * MINUTES,
  );

  it(
    'says that another one works in it, which goes on',
    async () => {
      const first = start();
      await until(() => first.said.some((line) => line.startsWith('data in ')));
      const second = start();
      expect(await second.ended).toBe(1);
      expect(second.complained).toEqual([`cadre: ${folder} is in use by another cluster:local`]);
      const url = /answers at (\S+)/.exec(first.said.join('\n'))![1]!;
      expect((await fetch(`${url}/api/health`)).status).toBe(200);
      first.interrupt();
      expect([await first.ended, first.complained]).toEqual([0, []]);
    },
    3 * MINUTES,
  );
});
