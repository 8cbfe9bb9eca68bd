import { type Turns, turnsAmongProcesses, turnsOfOneProcess } from '@cadre/application';
import { Unavailable } from '@cadre/kernel';
import { openPool, turnsInPostgres, type TurnsOptions } from '@cadre/read-models';
import { setImmediate as nextTurn } from 'node:timers/promises';
import pg from 'pg';
import { type Postgres, startPostgres } from '../support/postgres.ts';

/** Counts who acts at the same time as somebody else. */
function stage() {
  let acting = 0;
  let [most, acts] = [0, 0];
  return {
    most: () => most,
    acts: () => acts,
    act: async (): Promise<void> => {
      acting += 1;
      acts += 1;
      most = Math.max(most, acting);
      for (let i = 0; i < 3; i++) await nextTurn();
      acting -= 1;
    },
  };
}

/** An act that goes on until it is told to end. */
function lasting() {
  let end = (): void => undefined;
  let begin = (): void => undefined;
  const begun = new Promise<void>((resolve) => (begin = resolve));
  const ended = new Promise<string>((resolve) => (end = () => resolve('done')));
  const act = (): Promise<string> => {
    begin();
    return ended;
  };
  return { act, begun, end: () => end() };
}

describe('turns of one process', () => {
  it('are taken in the order they were asked for, and one that fails holds nobody up', async () => {
    const turns = turnsOfOneProcess();
    const order: number[] = [];
    const answers = await Promise.allSettled(
      [1, 2, 3].map((n) =>
        turns.take(async () => {
          await nextTurn();
          order.push(n);
          if (n === 2) throw new Error('refused');
          return n;
        }),
      ),
    );
    expect(order).toEqual([1, 2, 3]);
    expect(answers.map(({ status }) => status)).toEqual(['fulfilled', 'rejected', 'fulfilled']);
  });
});

describe('turns among processes', () => {
  let postgres: Postgres;
  let url: string;
  const pools: pg.Pool[] = [];
  /** The turns of one more process. */
  const process = (options: TurnsOptions = {}): Turns => {
    pools.push(openPool(url, { most: 2 }));
    return turnsAmongProcesses(turnsInPostgres(pools.at(-1)!, options), options.waitMs);
  };
  beforeAll(async () => {
    postgres = await startPostgres({ fsync: false });
  });
  afterAll(() => postgres.stop());
  beforeEach(async () => {
    url = await postgres.newDatabase();
  });
  afterEach(async () => {
    for (const pool of pools.splice(0)) await pool.end();
  });

  it('are taken one at a time', async () => {
    const { act, acts, most } = stage();
    const processes = [process(), process(), process()];
    await Promise.all(Array.from({ length: 60 }, (_, i) => processes[i % 3]!.take(act)));
    expect({ acts: acts(), most: most() }).toEqual({ acts: 60, most: 1 });
  });

  it('give what was answered, and pass on what went wrong', async () => {
    const turns = process();
    expect(await turns.take(async () => 7)).toBe(7);
    await expect(turns.take(() => Promise.reject(new RangeError('wrong')))).rejects.toThrow(RangeError);
    expect(await turns.take(async () => 8)).toBe(8);
  });

  it('are not waited for for ever: nothing is done then', async () => {
    const [slow, other] = [process(), process({ waitMs: 100 })];
    const { act, begun, end } = lasting();
    const holding = slow.take(act);
    await begun;
    const { act: late, acts } = stage();
    // The first waits in PostgreSQL, the second behind it in its process.
    const answers = await Promise.allSettled([other.take(late), other.take(late)]);
    expect(answers.map((it) => it.status === 'rejected' && it.reason instanceof Unavailable)).toEqual([true, true]);
    end();
    expect(await holding).toBe('done');
    await other.take(late);
    expect(acts()).toBe(1);
  });

  it('go on when the process that had one is gone', async () => {
    const [dying, other] = [process(), process()];
    const { act, begun, end } = lasting();
    const holding = dying.take(act);
    await begun;
    const waiting = other.take(async () => 'mine');
    await endSessionsThatHoldLocks(url);
    expect(await waiting).toBe('mine');
    end();
    expect(await holding).toBe('done'); // what it recorded stands
    expect(await dying.take(async () => 'again')).toBe('again');
  });

  it('go on when one lasts far too long', async () => {
    const [frozen, other] = [process({ longestMs: 200 }), process()];
    const { act, begun, end } = lasting();
    const holding = frozen.take(act);
    await begun;
    expect(await other.take(async () => 'mine')).toBe('mine');
    end();
    expect(await holding).toBe('done');
  });

  it('are unavailable while PostgreSQL is down, and there again with it', async () => {
    const turns = process();
    await turns.take(async () => undefined);
    await postgres.kill();
    const { act, acts } = stage();
    await expect(turns.take(act)).rejects.toThrow(Unavailable);
    await postgres.restart();
    await turns.take(act);
    expect(acts()).toBe(1);
  });
});

async function endSessionsThatHoldLocks(url: string): Promise<void> {
  const client = new pg.Client({ connectionString: url });
  await client.connect();
  await client.query("select pg_terminate_backend(pid) from pg_locks where locktype = 'advisory' and granted");
  await client.end();
}
