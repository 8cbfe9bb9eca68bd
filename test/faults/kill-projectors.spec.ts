import pg from 'pg';
import { ensureBuilt } from '../../scripts/build.mjs';
import { type Cluster, startCluster } from '../support/cluster/cluster.ts';
import { startLoad } from '../support/cluster/load.ts';
import { killProjectors } from '../support/cluster/survive.ts';
import { newTally } from '../support/cluster/tally.ts';
import { verifyHealth, verifyLog, verifyTables } from '../support/cluster/verify.ts';

const KILLED_FOR_MS = 12_000;
const MINUTES = 60_000;

/** How often each event stands in the table of entries in use, for those that do not stand there once. */
async function toldTwice(url: string): Promise<readonly unknown[]> {
  const client = new pg.Client({ connectionString: url });
  await client.connect();
  const { rows } = await client.query<{ build: string }>('select build from cadre.tables_in_use');
  const entries = `"${rows[0]!.build}".entries`;
  const twice = await client.query(`select event_id from ${entries} group by event_id having count(*) > 1`);
  await client.end();
  return twice.rows;
}

describe('three projectors, one of which is killed every second', () => {
  let cluster: Cluster;
  beforeAll(async () => {
    await ensureBuilt({ quiet: true });
    cluster = await startCluster({ apis: 1, projectors: 3 });
  }, 3 * MINUTES);
  afterAll(() => cluster.stop(), MINUTES);

  it(
    'tell everything once, let policies act once, and take over each other’s shares in seconds',
    async () => {
      const tally = newTally();
      const load = startLoad(
        cluster.apis.map((api) => api.said()),
        tally,
        'load',
      );
      await killProjectors(cluster, KILLED_FOR_MS);
      await load.stop();
      expect(tally.breaches).toEqual([]);
      expect(await verifyHealth(cluster)).toEqual([]);
      expect((await verifyLog(cluster, tally)).wrong).toEqual([]);
      expect(await toldTwice(cluster.postgres.url())).toEqual([]);
      expect((await verifyTables(cluster)).wrong).toEqual([]);
      expect(tally.acknowledged.size).toBeGreaterThan(10);
      process.stdout.write(
        `${tally.acknowledged.size} commands taken; answers: ${JSON.stringify([...tally.answers])}\n`,
      );
    },
    3 * MINUTES,
  );
});
