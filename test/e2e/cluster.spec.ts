import { type ChildProcess, spawn } from 'node:child_process';
import { once } from 'node:events';
import { existsSync } from 'node:fs';
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
