import { ALL_SHARES, SHARES } from '@cadre/kernel';
import { type Leases, openLeases, openPool } from '@cadre/read-models';
import assert from 'node:assert/strict';
import { setTimeout as pause } from 'node:timers/promises';
import type pg from 'pg';
import { type Postgres, startPostgres } from '../support/postgres.ts';

const TIMES = { leaseMs: 1_200, beatMs: 100 };

/** One projector of the test, as far as it takes part in the division. */
interface Projector {
  readonly name: string;
  readonly leases: Leases;
  readonly pool: pg.Pool;
  /** Ends in order. */
  stop(): Promise<void>;
}

describe('leases on shares', () => {
  let postgres: Postgres;
  let url: string;
  let watcher: pg.Pool;
  let running: Projector[] = [];
  let everTwice: string[] = [];
  let sampling: NodeJS.Timeout;

  beforeAll(async () => {
    postgres = await startPostgres({ fsync: false });
  });
  afterAll(() => postgres.stop());

  beforeEach(async () => {
    url = await postgres.newDatabase();
    watcher = openPool(url);
    await openLeases(watcher, 'makes the tables');
    await watcher.query(RECORD_EARLY_TAKING);
    everTwice = [];
    // All projectors of the test live in this process, so that one look sees what each holds at the same moment.
    sampling = setInterval(() => {
      for (const share of ALL_SHARES) {
        const holders = running.filter(({ leases }) => leases.held().has(share)).map(({ name }) => name);
        if (holders.length > 1) everTwice.push(`${share}: ${holders.join(', ')}`);
      }
    }, 2);
  });

  afterEach(async () => {
    clearInterval(sampling);
    await Promise.all(running.map((it) => it.stop()));
    running = [];
    const early = await watcher.query('select * from early_taking');
    await watcher.end();
    assert.deepEqual({ everTwice, early: early.rows }, { everTwice: [], early: [] });
  });

  async function begin(name: string, answersAfterMs = 0): Promise<Projector> {
    const pool = openPool(url, { most: 2 });
    if (answersAfterMs > 0) delayAnswers(pool, answersAfterMs);
    const leases = await openLeases(pool, name, TIMES);
    const stop = new AbortController();
    const ended = leases.start(stop.signal);
    const projector: Projector = {
      name,
      leases,
      pool,
      stop: async () => {
        stop.abort();
        await ended;
        if (!pool.ended) await pool.end();
      },
    };
    running.push(projector);
    return projector;
  }

  /** From now on it can ask PostgreSQL nothing, as if its machine were cut off or gone. */
  const cutOff = (projector: Projector): Promise<void> => projector.pool.end();

  const counts = (): number[] => running.map(({ leases }) => leases.held().size);
  const allHeld = (): boolean => counts().reduce((sum, count) => sum + count, 0) === SHARES;
  const areDivided = (...parts: readonly number[]) => until(() => sorted(counts()).join() === sorted(parts).join());

  it('one projector alone holds every share', async () => {
    const { leases } = await begin('a');
    await areDivided(16);
    expect(leases.held()).toEqual(ALL_SHARES);
    expect(await leases.status()).toMatchObject([{ holder: 'a', shares: [...ALL_SHARES] }]);
  });

  it('three divide them evenly, five and twenty as evenly as can be', async () => {
    for (const name of ['c', 'a', 'b']) await begin(name);
    await areDivided(6, 5, 5);
    for (const name of ['e', 'd']) await begin(name);
    await areDivided(4, 3, 3, 3, 3);
    for (let i = 0; i < 15; i++) await begin(`n${i}`);
    await areDivided(...Array<number>(16).fill(1), 0, 0, 0, 0);
  });

  it('a newcomer gets its part while those already there give some of theirs up', async () => {
    const first = await begin('a');
    await areDivided(16);
    const changed = first.leases.changed(first.leases.held(), new AbortController().signal);
    await begin('b');
    await changed;
    await areDivided(8, 8);
  });

  it('what is given up is not held any more when another takes it, however late the answer comes', async () => {
    await begin('a', 2 * TIMES.beatMs);
    await areDivided(16);
    await begin('b');
    await areDivided(8, 8);
  });

  it('shares of one that ends in order are taken at once', async () => {
    const [first] = [await begin('a'), await begin('b')];
    await areDivided(8, 8);
    await first.stop();
    running = running.filter((it) => it !== first);
    const left = performance.now();
    await areDivided(16);
    expect(performance.now() - left).toBeLessThan(TIMES.leaseMs); // it need not wait for a lease to run out
    expect(await running[0]!.leases.status()).toHaveLength(1);
  });

  it('shares of a dead one are taken over when its lease has run out; it had stopped before', async () => {
    const [dead] = [await begin('a'), await begin('b'), await begin('c')];
    await areDivided(6, 5, 5);
    const told = dead.leases.changed(dead.leases.held(), new AbortController().signal);
    await cutOff(dead);
    await told;
    expect(dead.leases.held().size).toBe(0);
    await areDivided(8, 8, 0);
    expect(await running[2]!.leases.status()).toMatchObject([{ holder: 'b' }, { holder: 'c' }]);
  });

  it('when all are gone, the next one finds everything', async () => {
    const gone = [await begin('a'), await begin('b')];
    await areDivided(8, 8);
    await Promise.all(gone.map(cutOff));
    await until(() => counts().every((count) => count === 0));
    await begin('c');
    await areDivided(0, 0, 16);
  });

  it('while PostgreSQL is away nobody holds anything for long, and afterwards all is as before', async () => {
    await Promise.all(['a', 'b', 'c'].map((name) => begin(name)));
    await areDivided(6, 5, 5);
    await postgres.kill();
    await until(() => counts().every((count) => count === 0));
    await until(() => running.every(({ leases }) => leases.trouble()?.startsWith('PostgreSQL: ') ?? false));
    await postgres.restart();
    await areDivided(6, 5, 5);
    await until(() => running.every(({ leases }) => leases.trouble() === null));
    await postgres.restart(); // too short to be missed
    await until(allHeld);
  });

  it('in a database that was emptied under it a projector goes on', async () => {
    const { leases } = await begin('a');
    await areDivided(16);
    await watcher.query('drop schema cadre cascade'); // and with it what is recorded for afterwards
    await until(async () => (await leases.status()).some(({ shares }) => shares.length === SHARES));
    expect(leases.trouble()).toBeNull();
    await watcher.query(RECORD_EARLY_TAKING);
  });

  it('many coming and going at random never hold a share twice', async () => {
    for (let round = 0; round < 8; round++) {
      await Promise.all([0, 1].map((i) => begin(`r${round}.${i}`)));
      await pause(TIMES.beatMs * (round % 3));
      const leaving = running[round % running.length]!;
      if (round % 2 === 0) await leaving.stop();
      else await cutOff(leaving);
      running = running.filter((it) => it !== leaving || round % 2 === 1);
    }
    await until(allHeld);
  });
});

/** Notes every lease that goes to another one before its time, by PostgreSQL's own clock. */
const RECORD_EARLY_TAKING = `
  create table early_taking (share integer, was text, until timestamptz, becomes text, at timestamptz);
  create function note_early_taking() returns trigger language plpgsql as $$ begin
    insert into early_taking values (old.share, old.holder, old.until, new.holder, clock_timestamp());
    return new;
  end $$;
  create trigger early_taking before update on cadre.leases for each row
    when (old.holder <> new.holder and old.until > clock_timestamp()) execute function note_early_taking();
`;

/** PostgreSQL does what it is asked at once, but its answers are long under way. */
function delayAnswers(pool: pg.Pool, ms: number): void {
  const query = pool.query.bind(pool) as (asked: pg.QueryConfig) => Promise<pg.QueryResult>;
  const late = async (asked: pg.QueryConfig): Promise<pg.QueryResult> => {
    const answer = await query(asked);
    await pause(ms);
    return answer;
  };
  Object.assign(pool, { query: late });
}

const sorted = (numbers: readonly number[]): number[] => numbers.toSorted((a, b) => a - b);

/** Looks again and again until it is so. */
async function until(isSo: () => boolean | Promise<boolean>): Promise<void> {
  for (const deadline = Date.now() + 15_000; !(await isSo()); await pause(10)) {
    if (Date.now() > deadline) throw new Error(`still not so after 15 s: ${isSo.toString()}`);
  }
}
