import { type Cadre, openCadre, openProjector, type Projector, type Where } from '@cadre/composition';
import { type HealthAnswer } from '@cadre/contract';
import { EstablishPost, post } from '@cadre/domain';
import { execute } from '@cadre/application';
import { telling } from '@cadre/kernel/testing';
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { setTimeout as pause } from 'node:timers/promises';
import { healthOf } from '../../apps/api/src/health-of.js';
import { type RunningNode, startNode } from '../support/eventstore-node/node.js';
import { planner } from '../support/planner.js';
import { type Postgres, startPostgres } from '../support/postgres.js';

const unknown = { behind: null, behindSeconds: null };

describe('the health of a node', () => {
  let folder: string;
  let node: RunningNode;
  let postgres: Postgres;
  let where: Where;
  let cadre: Cadre;
  let projector: Projector;
  const stop = new AbortController();
  let working: Promise<void>;
  let position: number;

  beforeAll(async () => {
    folder = mkdtempSync(join(tmpdir(), 'cadre-health-'));
    [node, postgres] = await Promise.all([startNode({ folder: join(folder, 'now') }), startPostgres({ fsync: false })]);
    where = {
      log: { engine: 'eventstoredb', connectionString: node.connectionString, prefix: 'cadre.' },
      read: { engine: 'postgres', url: await postgres.newDatabase() },
    };
    cadre = await openCadre(where);
    projector = await openProjector(where, 'projector-1');
  }, 60_000);

  afterAll(async () => {
    stop.abort();
    await working;
    await projector.close();
    await cadre.close();
    await Promise.all([node.stop(), postgres.stop()]);
    rmSync(folder, { recursive: true, force: true });
  }, 60_000);

  async function until(isSo: (health: HealthAnswer) => boolean): Promise<HealthAnswer> {
    for (const deadline = Date.now() + 20_000; ; await pause(50)) {
      const health = await healthOf(cadre);
      if (isSo(health)) return health;
      if (Date.now() > deadline) throw new Error(`still so after 20 s: ${JSON.stringify(health)}`);
    }
  }
  const isWell = ({ behind, trouble }: HealthAnswer): boolean => behind === 0 && trouble === null;

  it('tells while nobody keeps the tables, and no more once somebody does', async () => {
    await cadre.tables.reset();
    expect(await healthOf(cadre)).toMatchObject({
      ...{ status: 'ok', projectors: [], alarms: [] },
      trouble: expect.stringMatching(/^no projector is at work/) as string,
    });
    working = projector.run(stop.signal);
    await execute(cadre.application, post, new EstablishPost('p1', planner, telling({ on: '2007-07-01' })));
    const health = await until(isWell);
    position = health.position!;
    expect(health).toMatchObject({ status: 'ok', tablesPosition: position, projectors: [{}], parked: [], alarms: [] });
  }, 60_000);

  it('without the log tells what the tables say', async () => {
    const { port } = node;
    await node.stop();
    const health = await until(({ status }) => status === 'unavailable');
    expect(health).toMatchObject({ ...unknown, position: null, tablesPosition: position, parked: [], alarms: [] });
    expect(health.projectors).toHaveLength(1);
    expect(health.trouble).not.toBeNull();
    node = await startNode({ folder: join(folder, 'now'), port });
    await until(isWell);
  }, 60_000);

  it('without the tables tells what the log says', async () => {
    await postgres.kill();
    const health = await until(({ status }) => status === 'unavailable');
    expect(health).toMatchObject({ ...unknown, position, tablesPosition: null, parked: null });
    expect(health).toMatchObject({ projectors: null, alarms: null });
    expect(health.trouble).toMatch(/^PostgreSQL: [^;]*$/);
    await postgres.restart();
    await until(isWell);
  }, 60_000);

  it('says that the tables tell of more than the log holds', async () => {
    const { port } = node;
    await node.stop();
    node = await startNode({ folder: join(folder, 'another'), port });
    const { trouble, behind } = await until(({ status }) => status === 'ok');
    expect(trouble).toContain('the tables tell of more than the log holds: it was restored from a backup');
    expect(behind).toBe(0);
  }, 60_000);
});
