import { cpSync, mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { codec } from '@cadre/domain';
import { ALL_SHARES, type EventLog, NO_STREAM, Unavailable } from '@cadre/kernel';
import { openEventStoreLog } from '@cadre/log';
import {
  createRunner,
  leastCheckpoint,
  openPool,
  openPostgresReadModels,
  progressOfOthers,
  tableAnswer,
} from '@cadre/read-models';
import { type RunningNode, startNode } from '../support/eventstore-node/node.js';
import { startPostgres } from '../support/postgres.js';
import { entry } from './event-log.contract.js';

const LIMITS = { appendMs: 1_000, appendTotalMs: 3_000, readMs: 1_000, silenceMs: 300, patienceMs: 20_000 };
const planned = { name: 'Darfur', kind: 'iot', unitId: null, composition: [], strengthWording: null };
const team = (): ReturnType<typeof entry> => entry({ event: { type: 'TeamPlanned', data: planned } });

let folder: string;
let node: RunningNode;
let log: EventLog;
beforeEach(async () => {
  folder = mkdtempSync(join(tmpdir(), 'cadre-older-'));
  node = await startNode({ folder: join(folder, 'now') });
  log = openEventStoreLog({ connectionString: node.connectionString, limits: LIMITS });
});
afterEach(async () => {
  await log.close();
  await node.stop();
  rmSync(folder, { recursive: true, force: true });
});

async function copyAway(): Promise<void> {
  await restartFrom('now', () => cpSync(join(folder, 'now'), join(folder, 'copy'), { recursive: true }));
}

async function restartFrom(name: string, meanwhile: () => void = () => undefined): Promise<void> {
  const { port } = node;
  await node.stop();
  meanwhile();
  node = await startNode({ folder: join(folder, name), port });
}

/** Entries that are lost with the older copy, so that places are written to a second time. */
async function recordToBeLost(): Promise<void> {
  for (let i = 0; i < 20; i++) await log.append(`team-lost-${i}`, NO_STREAM, [team()]);
}

describe('EventStoreDB that is put back to an older copy', () => {
  it('ends a subscription that has read further, rather than pass over what is recorded from there', async () => {
    await log.append('team-kept', NO_STREAM, [team()]);
    await copyAway();
    await recordToBeLost();
    const listen = async (): Promise<void> => {
      for await (const item of log.subscribeAll(0, new AbortController().signal)) {
        if ('caughtUp' in item) await restartFrom('copy');
      }
    };
    const failure = await listen().catch((error: unknown) => error);
    expect(failure).toBeInstanceOf(Unavailable);
    expect((failure as Error).message).toContain('it was restored from a backup');
  });

  it('lets tables in PostgreSQL start over, and tell what was recorded since', async () => {
    const postgres = await startPostgres({ fsync: false });
    const pool = openPool(await postgres.newDatabase());
    const tables = openPostgresReadModels(pool);
    const stop = new AbortController();
    await log.append('team-kept', NO_STREAM, [team()]);
    await copyAway();
    const ended = createRunner({ log, codec, tables }).start(stop.signal);
    await recordToBeLost();
    const progress = progressOfOthers(tables);
    expect(await progress.waitFor((await log.head())!.position, 10_000)).toBe(true);
    await restartFrom('copy');
    const { position } = await log.append('team-since', NO_STREAM, [team()]);
    const namesTold = async (): Promise<readonly string[]> => {
      const dates = { validOn: '2024-06-01', knownAt: '2025-01-01T00:00:00.000Z' };
      return (await tableAnswer(tables, 'teams', dates)).rows.map(({ id }) => id);
    };
    const isSo = async (): Promise<boolean> =>
      (await leastCheckpoint(tables, ALL_SHARES)).position === position && (await namesTold()).includes('since');
    for (const deadline = Date.now() + 15_000; !(await isSo()) && Date.now() < deadline;) {
      await new Promise((resolve) => setTimeout(resolve, 50));
    }
    expect(await namesTold()).toEqual(['kept', 'since']);
    stop.abort();
    await ended;
    await pool.end();
    await postgres.stop();
  }, 60_000);

  it('another log never empties tables that several keep: it is trouble until somebody looks', async () => {
    const postgres = await startPostgres({ fsync: false });
    const pool = openPool(await postgres.newDatabase());
    const tables = openPostgresReadModels(pool);
    await log.append('team-kept', NO_STREAM, [team()]);
    const keeping = new AbortController();
    const kept = createRunner({ log, codec, tables }).start(keeping.signal);
    const { position } = (await log.head())!;
    expect(await progressOfOthers(tables).waitFor(position, 10_000)).toBe(true);
    const other = openEventStoreLog({ connectionString: node.connectionString, prefix: 'other.', limits: LIMITS });
    await other.append('team-other', NO_STREAM, [team()]);
    const stop = new AbortController();
    const runner = createRunner({ log: other, codec, tables });
    const ended = runner.start(stop.signal);
    for (const deadline = Date.now() + 10_000; runner.trouble() === null && Date.now() < deadline;) {
      await new Promise((resolve) => setTimeout(resolve, 50));
    }
    expect(runner.trouble()).toContain('the tables were kept of another log');
    expect((await leastCheckpoint(tables, ALL_SHARES)).position).toBe(position);
    stop.abort();
    keeping.abort();
    await Promise.all([ended, kept]);
    await other.close();
    await pool.end();
    await postgres.stop();
  }, 60_000);
});
