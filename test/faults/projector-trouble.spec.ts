import { openCadre, openProjector } from '@cadre/composition';
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { setTimeout as pause } from 'node:timers/promises';
import pg from 'pg';
import { type Postgres, startPostgres } from '../support/postgres.js';

let postgres: Postgres;
let folder: string;
beforeAll(async () => {
  postgres = await startPostgres({ fsync: false });
  folder = mkdtempSync(join(tmpdir(), 'cadre-projector-'));
}, 60_000);
afterAll(async () => {
  await postgres.stop();
  rmSync(folder, { recursive: true, force: true });
}, 60_000);

async function until(isSo: () => boolean | Promise<boolean>): Promise<void> {
  for (const deadline = Date.now() + 20_000; !(await isSo()); await pause(20)) {
    if (Date.now() > deadline) throw new Error(`still not so after 20 s: ${isSo.toString()}`);
  }
}

describe('the trouble of a projector', () => {
  it('tells of heartbeats that fail after it holds nothing any more, and is over with the first that does not', async () => {
    const url = await postgres.newDatabase();
    const where = { log: { engine: 'sqlite', folder }, read: { engine: 'postgres', url } } as const;
    const cadre = await openCadre(where);
    const watcher = new pg.Client({ connectionString: url });
    await watcher.connect();
    const projector = await openProjector(where, 'projector-1');
    const stop = new AbortController();
    const working = projector.run(stop.signal);
    const lasting = async (): Promise<number> => {
      const { rows } = await watcher.query<{ held: number }>(
        'select count(*)::integer as held from cadre.leases where until > now()',
      );
      return rows[0]!.held;
    };
    try {
      await until(async () => (await cadre.projectors()).some(({ shares }) => shares.length > 0));
      await until(() => projector.trouble() === null);
      // Not missing, so not made again; and nothing but the heartbeat asks for it.
      await watcher.query('alter table cadre.projectors rename column seen to glimpsed');
      await until(async () => (await lasting()) === 0);
      await until(() => projector.trouble()?.includes('seen') ?? false);
      await watcher.query('alter table cadre.projectors rename column glimpsed to seen');
      await until(async () => (await lasting()) > 0 && projector.trouble() === null);
    } finally {
      stop.abort();
      await working;
      await projector.close();
      await watcher.end();
      await cadre.close();
    }
  }, 90_000);
});
