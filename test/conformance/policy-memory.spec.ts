import { openPolicyMemory, openPool, openSharedPolicyMemory } from '@cadre/read-models';
import { ALL_SHARES, Unavailable } from '@cadre/kernel';
import Database from 'better-sqlite3';
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { type Postgres, startPostgres } from '../support/postgres.ts';
import { policyMemoryContract } from './policy-memory.contract.js';

describe('the memory of policies in a file', () => {
  let folder: string;
  beforeEach(() => (folder = mkdtempSync(join(tmpdir(), 'cadre-policies-'))));
  afterEach(() => rmSync(folder, { recursive: true, force: true }));

  describe('keeps its promises', () => {
    policyMemoryContract(async () => openPolicyMemory(folder));
  });

  it('a file of before there were shares is understood: its checkpoint holds for every share', async () => {
    const file = new Database(join(folder, 'policies.sqlite'));
    file.exec(`
      create table checkpoint (one integer primary key check (one = 1), position integer not null, event_id text not null);
      create table alarm (event_id text, policy text, stream text, position integer, sentence text, primary key (event_id, policy));
      insert into checkpoint values (1, 41, 'e41');
      insert into alarm values ('e40', 'when-asked-answer', 'post-1', 40, 'It was refused.');
    `);
    file.close();
    const memory = openPolicyMemory(folder);
    const checkpoints = await memory.checkpoints();
    expect([...checkpoints.keys()].sort((a, b) => a - b)).toEqual([...ALL_SHARES]);
    expect(checkpoints.get(7)).toEqual({ position: 41, eventId: 'e41' });
    expect(await memory.alarms()).toHaveLength(1);
    await memory.keep({ shares: [7], checkpoint: { position: 50, eventId: 'e50' }, alarms: [], followed: [] });
    await memory.close();
    const again = openPolicyMemory(folder);
    expect((await again.checkpoints()).get(7)!.position).toBe(50);
    await again.close();
  });
});

describe('the memory of policies that processes share', () => {
  let postgres: Postgres;
  const pools: ReturnType<typeof openPool>[] = [];
  const pooled = (url: string): (typeof pools)[number] => {
    const pool = openPool(url);
    pools.push(pool);
    return pool;
  };
  beforeAll(async () => {
    postgres = await startPostgres({ fsync: false });
  });
  afterAll(() => postgres.stop());
  afterEach(async () => {
    for (const pool of pools.splice(0)) await pool.end();
  });

  describe('keeps the same promises', () => {
    let url: string;
    beforeEach(async () => {
      url = await postgres.newDatabase();
    });
    policyMemoryContract(() => openSharedPolicyMemory(pooled(url)));
  });

  it('several processes may make its tables at once', async () => {
    const url = await postgres.newDatabase();
    const memories = await Promise.all(Array.from({ length: 8 }, () => openSharedPolicyMemory(pooled(url))));
    expect(await memories[7]!.checkpoints()).toEqual(new Map());
  });

  it('goes on in a database that was emptied under it', async () => {
    const pool = pooled(await postgres.newDatabase());
    const memory = await openSharedPolicyMemory(pool);
    const step = { shares: [1], checkpoint: { position: 5, eventId: 'e5' }, alarms: [], followed: [] };
    for (const what of ['schema cadre cascade', 'table cadre.policy_checkpoints']) {
      await memory.keep(step);
      await pool.query(`drop ${what}`);
      expect(await memory.checkpoints()).toEqual(new Map());
    }
    await pool.query('drop schema cadre cascade');
    await memory.keep(step);
    expect((await memory.checkpoints()).get(1)).toEqual(step.checkpoint);
  });

  it('is unavailable while PostgreSQL is down, and there again with it', async () => {
    const memory = await openSharedPolicyMemory(pooled(await postgres.newDatabase()));
    await memory.keep({ shares: [1], checkpoint: { position: 5, eventId: 'e5' }, alarms: [], followed: [] });
    await postgres.kill();
    await expect(memory.checkpoints()).rejects.toThrow(Unavailable);
    await expect(
      memory.keep({ shares: [1], checkpoint: { position: 6, eventId: 'e6' }, alarms: [], followed: [] }),
    ).rejects.toThrow(Unavailable);
    await postgres.restart();
    expect((await memory.checkpoints()).get(1)).toEqual({ position: 5, eventId: 'e5' });
  });
});
