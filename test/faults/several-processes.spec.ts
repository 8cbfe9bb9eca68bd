import { openCadre, openProjector, type Where } from '@cadre/composition';
import { type Problem, type Receipt, type TableAnswer } from '@cadre/contract';
import { fixedClock } from '@cadre/kernel/testing';
import { openPool, turnsInPostgres } from '@cadre/read-models';
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { serve } from '../../apps/api/src/server.module.js';
import { type Desk, deskOf, idsOf } from '../acceptance/support.js';
import { until } from '../support/policy-processes.js';
import { type Postgres, startPostgres } from '../support/postgres.ts';

/** Two api nodes whose clocks differ by a minute, and two projectors between them. All share a log and PostgreSQL, nothing else. */
describe('several processes on one log', () => {
  let postgres: Postgres;
  let folder: string;
  let where: Where;
  let ahead: Desk;
  let behind: Desk;
  let ends: (() => Promise<void>)[];

  beforeAll(async () => {
    postgres = await startPostgres({ fsync: false });
  });
  afterAll(() => postgres.stop());

  beforeEach(async () => {
    folder = mkdtempSync(join(tmpdir(), 'cadre-several-'));
    where = {
      log: { engine: 'sqlite', folder },
      read: { engine: 'postgres', url: await postgres.newDatabase() },
    };
    ends = [];
    ahead = await node('2008-09-01T09:01:00.000Z');
    behind = await node('2008-09-01T09:00:00.000Z');
    await projector('one', '2008-09-01T09:00:30.000Z');
    await projector('two', '2008-09-01T08:59:30.000Z');
  });
  afterEach(async () => {
    for (const end of ends) await end();
    rmSync(folder, { recursive: true, force: true });
  });

  async function node(now: string): Promise<Desk> {
    const clock = fixedClock(now);
    const cadre = await openCadre(where, clock);
    const server = await serve(cadre, { host: '127.0.0.1', port: 0, isContained: false });
    ends.push(async () => {
      await server.close();
      await cadre.close();
    });
    const desk = deskOf({ url: server.url, clock });
    const body: Desk['body'] = (said) => ({ ...desk.body(said), commandId: `${now}-${commands++}` });
    return {
      ...desk,
      body,
      tell: async (path, said) => (await sent(desk, path, body(said))) as Receipt,
    };
  }
  let commands = 0;

  async function projector(name: string, now: string): Promise<() => Promise<void>> {
    const stop = new AbortController();
    const opened = await openProjector(where, name, fixedClock(now));
    const running = opened.run(stop.signal);
    let ending: Promise<void> | null = null;
    const end = (): Promise<void> =>
      (ending ??= (async () => {
        stop.abort();
        await running;
        await opened.close();
      })());
    ends.push(end);
    return end;
  }

  async function sent(desk: Desk, path: string, body: Record<string, unknown>): Promise<Receipt | Problem> {
    const answer = await desk.send(path, body);
    return answer.body as Receipt | Problem;
  }
  const unit = (at: Desk, id: string) =>
    at.tell(`units/${id}/establish`, { when: '2008-01-01', name: `Unit ${id}`, parentId: null });
  const post = (at: Desk, id: string, unitId: string | null = null) =>
    at.tell(`posts/${id}/establish`, { when: '2008-01-01', title: 'Planner', occupancy: 'vacant', unitId });
  const abolished = (at: Desk, id: string) =>
    at.send(`units/${id}/abolish`, at.body({ when: '2008-09-01', successorIds: [] }));

  it('what one node wrote another one shows, though its clock is behind', async () => {
    const { settledPosition } = await post(ahead, 'p1');
    expect(idsOf(await behind.ask<TableAnswer>('posts', { after: settledPosition }))).toEqual(['p1']);
    const later = await post(behind, 'p2');
    expect(idsOf(await behind.ask<TableAnswer>('posts', { after: later.settledPosition }))).toEqual(['p1', 'p2']);
  });

  it('a unit with a post in it is not ended by a node whose clock is behind', async () => {
    await unit(ahead, 'u1');
    await post(ahead, 'p1', 'u1');
    expect(await abolished(behind, 'u1')).toMatchObject({ status: 409, body: { code: 'UNIT_HAS_LIVE_POSTS' } });
  });

  it('what looks across streams waits while another process decides such a thing', async () => {
    await unit(ahead, 'u1');
    const pool = openPool(where.read.engine === 'postgres' ? where.read.url : '');
    ends.push(() => pool.end());
    let release = (): void => undefined;
    let begin = (): void => undefined;
    const begun = new Promise<void>((resolve) => (begin = resolve));
    const taken = turnsInPostgres(pool).take(() => {
      begin();
      return new Promise<void>((resolve) => (release = resolve));
    });
    await begun;
    const answers = Promise.all([abolished(ahead, 'u1'), abolished(behind, 'u1')]);
    await until(async () => (await pool.query(WAITING_FOR_A_TURN)).rowCount === 2); // one of each node
    release();
    await taken;
    expect(statuses(await answers)).toEqual([201, 409]);
  });

  it('a post is filled once, whichever node is asked, and each answers when that has come to its end', async () => {
    await post(ahead, 'p1');
    const filling = (personId: string) => ({ when: '2008-08-01', personId });
    const answers = await Promise.all([
      ahead.send('posts/p1/fill', ahead.body(filling('pat'))),
      behind.send('posts/p1/fill', behind.body(filling('kim'))),
    ]);
    expect(statuses(answers)).toEqual([201, 409]);
    const { settledPosition } = answers.find(({ status }) => status === 201)!.body as Receipt;
    const incumbents = await behind.ask<TableAnswer>('incumbency', { after: settledPosition });
    expect(incumbents.rows).toHaveLength(1);
  });

  it('what policies decide across streams takes its turn among the commands of all nodes', async () => {
    for (const id of ['big', 'small']) await unit(ahead, id);
    const merged = await ahead.tell('units/big/merge', { when: '2008-08-01', absorbedUnitIds: ['small'] });
    const units = await behind.ask<TableAnswer>('units', { after: merged.settledPosition, status: 'abolished' });
    expect(idsOf(units)).toEqual(['small']);
  });

  it('a projector that ends is missed for no more than a moment', async () => {
    const third = await projector('three', '2008-09-01T09:00:00.000Z');
    for (let i = 0; i < 12; i++) {
      if (i === 6) await third();
      await post(i % 2 ? ahead : behind, `p${i}`);
      const filled = await ahead.tell(`posts/p${i}/fill`, { when: '2008-08-01', personId: `person-${i}` });
      expect(filled).toMatchObject({ repeated: false, stream: `post-p${i}` });
    }
  });
});

const statuses = (answers: readonly { readonly status: number }[]): readonly number[] =>
  answers.map(({ status }) => status).toSorted((a, b) => a - b);

/** Turns are the second of our locks; the first is taken by whoever makes tables. */
const WAITING_FOR_A_TURN = `select 1 from pg_locks where locktype = 'advisory' and objid = 2 and not granted
  and database = (select oid from pg_database where datname = current_database())`;
