import { setTimeout as wait } from 'node:timers/promises';
import { type Cluster } from './cluster.ts';
import { startLoad, tell } from './load.ts';
import { exchange, newTally, type Tally } from './tally.ts';
import { verifyHealth, verifyLog, verifyTables } from './verify.ts';

/** How much a cluster has to survive. */
export interface Trials {
  /** How often the log's server and the tables' server are killed and started again. */
  readonly restarts: number;
  /** How long the way to each swallows everything, in ms. */
  readonly blackholeMs: number;
  /** How long one projector is killed every second, in ms; 0 for not at all. */
  readonly killProjectorsMs: number;
}

/** How the cluster came out of one kind of trouble. */
export interface Trial {
  readonly what: string;
  /** From the end of the trouble until every api node takes a command and the tables tell of it, in ms. */
  readonly recoveriesMs: readonly number[];
  /** What was answered during it, by kind. */
  readonly answers: Readonly<Record<string, number>>;
}

export interface Survival {
  readonly trials: readonly Trial[];
  readonly tally: Tally;
  readonly entries: number;
  /** Everything that should not have been; empty when the cluster survived. */
  readonly wrong: readonly string[];
}

export const FULL: Trials = { restarts: 20, blackholeMs: 60_000, killProjectorsMs: 10_000 };
export const QUICK: Trials = { restarts: 3, blackholeMs: 5_000, killProjectorsMs: 5_000 };

const RECOVERY_MS = 10_000;
/** Time without trouble before each, and time a server stays down, in ms. */
const [CALM_MS, DOWN_MS] = [500, 1_000];

/** Puts a cluster through trouble under load, and holds what comes of it against what was promised. */
export async function survive(cluster: Cluster, trials: Trials, say: (line: string) => void): Promise<Survival> {
  const tally = newTally();
  const urls = cluster.apis.map((api) => api.said());
  const probe = newProbe(urls, tally);
  const done: Trial[] = [];
  const load = startLoad(urls, tally, 'load');

  const trial = async (what: string, times: number, trouble: () => Promise<void>): Promise<void> => {
    say(`${what}, ${times === 1 ? 'once' : `${times} times`} ...`);
    const before = new Map(tally.answers);
    const recoveriesMs: number[] = [];
    for (let i = 0; i < times; i += 1) {
      await wait(CALM_MS);
      await trouble();
      recoveriesMs.push(await recovery(probe, tally, what));
    }
    const answers = [...tally.answers].map(([kind, count]) => [kind, count - (before.get(kind) ?? 0)] as const);
    done.push({ what, recoveriesMs, answers: Object.fromEntries(answers.filter(([, count]) => count > 0)) });
  };

  await recovery(probe, tally, 'a start');
  const { eventstore, postgres, wayToLog, wayToTables } = cluster;
  await trial('EventStoreDB killed and restarted', trials.restarts, async () => {
    await eventstore.kill();
    await wait(DOWN_MS);
    await eventstore.start();
  });
  await trial('PostgreSQL killed and restarted', trials.restarts, async () => {
    await postgres.kill();
    await wait(DOWN_MS);
    await postgres.restart();
  });
  for (const [what, way] of [
    ['the way to EventStoreDB a black hole', wayToLog],
    ['the way to PostgreSQL a black hole', wayToTables],
  ] as const) {
    await trial(what, 1, async () => {
      way.blackhole();
      await wait(trials.blackholeMs);
      await way.pass();
    });
  }
  if (trials.killProjectorsMs > 0) {
    await trial('a projector killed every second', 1, () => killProjectors(cluster, trials.killProjectorsMs));
  }

  await load.stop();
  say('comparing the log with what was acknowledged, and the tables with a clean rebuild ...');
  const health = await verifyHealth(cluster);
  const { entries, wrong } = await verifyLog(cluster, tally);
  const tables = await verifyTables(cluster);
  return { trials: done, tally, entries, wrong: [...tally.breaches, ...health, ...wrong, ...tables.wrong] };
}

/** One at a time, so that the others have somebody's work to take over. */
export async function killProjectors({ projectors }: Cluster, forMs: number): Promise<void> {
  for (let i = 0, until = Date.now() + forMs; Date.now() < until; i += 1) {
    const victim = projectors[i % projectors.length]!;
    await victim.kill();
    await Promise.all([wait(1_000), victim.start()]);
  }
}

/** Asks each api node to take a command and to tell of it from the tables; true when all do. */
type Probe = () => Promise<boolean>;

function newProbe(urls: readonly string[], tally: Tally): Probe {
  let probes = 0;
  return async () => {
    const well = urls.map(async (url) => {
      const id = `probe-${++probes}`;
      const content = { name: 'Probe', count: 1, authority: { kind: 'memo', reference: id } };
      const receipt = await tell(() => url, tally, `blocks/${id}/approve`, content, AbortSignal.abort());
      if (receipt === null) return false;
      const answer = await exchange(tally, `${url}/api/blocks?id=${id}&after=${receipt.settledPosition}`, null);
      return answer.kind === 'well';
    });
    return (await Promise.all(well)).every(Boolean);
  };
}

/** How long it takes until all is well again, in ms; a breach when that is too long. */
async function recovery(probe: Probe, tally: Tally, from: string): Promise<number> {
  const began = Date.now();
  while (!(await probe())) {
    if (Date.now() - began > 6 * RECOVERY_MS) {
      tally.breaches.push(`not recovered from ${from} after ${6 * RECOVERY_MS} ms; given up`);
      return Date.now() - began;
    }
  }
  const took = Date.now() - began;
  if (took > RECOVERY_MS) tally.breaches.push(`recovering from ${from} took ${took} ms`);
  return took;
}
