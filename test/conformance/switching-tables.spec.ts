import { codec } from '@cadre/domain';
import { ALL_SHARES, type Entry } from '@cadre/kernel';
import {
  createRunner,
  digest,
  leastCheckpoint,
  openPool,
  openPostgresReadModels,
  openSqliteReadModels,
  progressOfOthers,
  type ReadModels,
  rebuildTables,
  tableAnswer,
  type TableProgress,
} from '@cadre/read-models';
import { entriesOf, followedLog, say, temporaryFolder } from '../../libs/read-models/src/read-models.builders.js';
import { type Postgres, startPostgres } from '../support/postgres.js';

const planned = { name: 'Darfur', kind: 'iot', unitId: null, composition: [], strengthWording: null };
const known = (second: number) => ({ known: `2008-01-01T00:00:0${second}.000Z` });
const LATER = { validOn: '2008-01-01', knownAt: '2009-01-01T00:00:00.000Z' };

/** Three teams, then one of them stands up; each told at a moment of its own, or the first all at one. */
const histories: Readonly<Record<string, readonly Entry[]>> = {
  'told one by one': entriesOf([
    say('team-a', 'TeamPlanned', planned, '2007-01-01', known(1)),
    say('team-b', 'TeamPlanned', { ...planned, name: 'B' }, '2007-01-02', known(2)),
    say('team-c', 'TeamPlanned', { ...planned, name: 'C' }, '2007-01-03', known(3)),
    say('team-b', 'TeamStoodUp', {}, '2007-10-31', known(4)),
  ]),
  'known at one moment': entriesOf([
    say('team-a', 'TeamPlanned', planned, '2007-01-01', known(1)),
    say('team-b', 'TeamPlanned', { ...planned, name: 'B' }, '2007-01-02', known(1)),
    say('team-a', 'TeamStoodUp', {}, '2007-02-01', known(1)),
    say('team-c', 'TeamPlanned', { ...planned, name: 'C' }, '2007-01-03', known(1)),
    say('team-c', 'TeamStoodUp', {}, '2007-10-31', known(4)),
  ]),
};

let server: Postgres;
beforeAll(async () => void (server = await startPostgres({ fsync: false })));
afterAll(() => server.stop());

interface Opened {
  readonly tables: ReadModels;
  close(this: void): Promise<void>;
}

async function inPostgres(): Promise<Opened> {
  const pool = openPool(await server.newDatabase());
  return { tables: openPostgresReadModels(pool), close: () => pool.end() };
}

async function inSqlite(): Promise<Opened> {
  const folder = temporaryFolder();
  const tables = openSqliteReadModels(folder.path);
  const close = async (): Promise<void> => {
    await tables.close();
    folder.remove();
  };
  return { tables, close };
}

/** Tables that a runner keeps while a test does things to them. */
async function whileKept(
  open: () => Promise<Opened>,
  act: (tables: ReadModels, log: ReturnType<typeof followedLog>, progress: TableProgress) => Promise<void>,
): Promise<void> {
  const { tables, close } = await open();
  const log = followedLog();
  const stop = new AbortController();
  const ended = createRunner({ log, codec, tables }).start(stop.signal);
  try {
    await act(tables, log, progressOfOthers(tables));
  } finally {
    stop.abort();
    await ended;
    await close();
  }
}

describe.each([
  ['SQLite', inSqlite],
  ['PostgreSQL', inPostgres],
])('tables in %s that are switched under a runner', (_name, open) => {
  it('go back to those before the last rebuild, and forth again, and are brought up to the log', async () => {
    await whileKept(open, async (tables, log, progress) => {
      const [first, second, ...others] = histories['told one by one']!;
      await progress.waitFor(await log.keep([first!]), 5_000);
      expect(await tables.restorePrevious()).toBe(false);
      await rebuildTables(tables, log);
      await progress.waitFor(await log.keep([second!]), 5_000);
      expect(await tables.restorePrevious()).toBe(true);
      expect(await progressOfOthers(tables).waitFor(2, 5_000)).toBe(true); // though nothing more is recorded
      for (const entry of others) {
        expect(await tables.restorePrevious()).toBe(true);
        expect(await progress.waitFor(await log.keep([entry]), 5_000)).toBe(true);
      }
      expect(await rebuildTables(tables, log)).toMatchObject({ same: true, positionBefore: 4 });
    });
  });

  it.each(Object.entries(histories))('go on as if nothing had happened (%s)', async (_how, entries) => {
    await whileKept(open, async (tables, log, progress) => {
      for (const entry of entries.slice(0, -1)) await progress.waitFor(await log.keep([entry]), 5_000); // each a batch
      expect(await rebuildTables(tables, log)).toMatchObject({ same: true });
      expect(await progress.waitFor(await log.keep(entries.slice(-1)), 5_000)).toBe(true);
      const told = await digest(tables);
      expect(await rebuildTables(tables, log)).toMatchObject({ same: true });
      expect(await digest(tables)).toBe(told);
    });
  });

  it('never tell of less than those they replace', async () => {
    const [first, second] = entriesOf([
      say('team-a', 'TeamPlanned', planned, '2007-01-01', known(1)),
      say('team-b', 'TeamPlanned', planned, '2007-01-02', known(2)),
    ]);
    await whileKept(open, async (tables, log, progress) => {
      await progress.waitFor(await log.keep([first!]), 5_000);
      let isFirst = true;
      // Somebody records while the rebuild compares, and the tables in use tell of it before the switch.
      const compared: ReadModels = {
        ...tables,
        read: async (ask) => {
          if (isFirst) await progress.waitFor(await log.keep([second!]), 5_000);
          isFirst = false;
          return tables.read(ask);
        },
      };
      await rebuildTables(compared, log);
      const { rows } = await tableAnswer(tables, 'teams', LATER);
      expect(rows.map(({ id }) => id)).toEqual(['a', 'b']);
    });
  });
});

describe('tables in PostgreSQL', () => {
  it('stay in use when the answer to their switch was lost on the way', async () => {
    const { tables, close } = await inPostgres();
    const log = followedLog();
    await log.keep(histories['told one by one']!);
    const losing: ReadModels = {
      ...tables,
      async beside() {
        const beside = await tables.beside();
        const putInUse = async (): Promise<boolean> => {
          await beside.putInUse();
          throw new Error('Connection terminated unexpectedly');
        };
        return { ...beside, putInUse };
      },
    };
    await expect(rebuildTables(losing, log)).rejects.toThrow('terminated');
    expect((await leastCheckpoint(tables, ALL_SHARES)).position).toBe(4);
    expect(await rebuildTables(tables, log)).toMatchObject({ same: true });
    await close();
  });

  it('are emptied under readers, by two at once, and every reader sees whole tables', async () => {
    const url = await server.newDatabase();
    const pools = [openPool(url), openPool(url)];
    const [one, other] = pools.map(openPostgresReadModels) as [ReadModels, ReadModels];
    await leastCheckpoint(one, ALL_SHARES);
    let isDone = false;
    const positions = new Set<number>();
    const reading = Array.from({ length: 4 }, async () => {
      while (!isDone) {
        positions.add((await leastCheckpoint(other, ALL_SHARES)).position);
        positions.add((await tableAnswer(other, 'teams', LATER)).asOf.position);
      }
    });
    for (let i = 0; i < 10; i++) await Promise.all([one.reset(), other.reset()]);
    isDone = true;
    await Promise.all(reading);
    expect([...positions]).toEqual([0]);
    for (const pool of pools) await pool.end();
  });

  it('are made anew when somebody dropped them by hand', async () => {
    const pool = openPool(await server.newDatabase());
    const tables = openPostgresReadModels(pool);
    await leastCheckpoint(tables, ALL_SHARES);
    const { rows } = await pool.query<{ build: string }>('SELECT build FROM cadre.tables_in_use');
    await pool.query(`DROP SCHEMA ${rows[0]!.build} CASCADE`);
    expect((await leastCheckpoint(tables, ALL_SHARES)).position).toBe(0);
    await pool.end();
  });
});
