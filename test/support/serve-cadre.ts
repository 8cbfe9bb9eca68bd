import { type Cadre, openCadre, openProjector, type Where } from '@cadre/composition';
import { type Clock } from '@cadre/kernel';
import { fixedClock } from '@cadre/kernel/testing';
import { copyLog } from '@cadre/log';
import { loadExample } from '../../apps/api/src/example.js';
import { serve } from '../../apps/api/src/server.module.js';
import { type Deployment, embedded, type Place } from './deployments.js';

/** A whole Cadre in this process, answering over HTTP on a free loopback port, whose clock the test moves. */
export interface ServedCadre {
  readonly url: string;
  readonly clock: ReturnType<typeof fixedClock>;
  readonly where: Where;
  stop(): Promise<void>;
}

const EXAMPLE = new URL('../../data/a-62-627', import.meta.url).pathname;

export interface Serving {
  /** When the clock stands to begin with. */
  readonly now: string;
  /** True to carry A/62/627 over first. */
  readonly example?: boolean;
  /** Where it is kept; all in one folder when left out. */
  readonly on?: Deployment;
}

/** Opens a new, empty Cadre at a moment, fills it when asked to, and serves it. */
export async function serveCadre({ now, example = false, on = embedded }: Serving): Promise<ServedCadre> {
  return serveFilled(now, on, async (cadre) => {
    if (example) await loadExample(cadre.environment, EXAMPLE, () => undefined);
  });
}

/** A Cadre that follows its log, and a projector beside it where one keeps the tables. */
export interface FollowedCadre {
  readonly cadre: Cadre;
  stop(this: void): Promise<void>;
}

/** Lets tables and policies of an open Cadre follow its log. */
export async function followCadre(cadre: Cadre, clock: Clock): Promise<FollowedCadre> {
  const stop = new AbortController();
  const projector =
    cadre.where.read.engine === 'postgres' ? await openProjector(cadre.where, 'of-the-test', clock) : null;
  const following = Promise.all([cadre.follow(stop.signal), projector?.run(stop.signal)]);
  return {
    cadre,
    stop: async () => {
      stop.abort();
      await following;
      await cadre.close();
      await projector?.close();
    },
  };
}

/** The same, filled in the caller's way before it is served. */
export async function serveFilled(
  now: string,
  on: Deployment,
  fill: (cadre: Cadre) => Promise<void>,
): Promise<ServedCadre> {
  const clock = fixedClock(now);
  const { where, remove } = await on.newPlace();
  if (on.movedUpFrom) await moveUp(await on.movedUpFrom.newPlace(), where, clock, fill);
  const cadre = await openCadre(where, clock);
  if (!on.movedUpFrom) await fill(cadre);
  const followed = await followCadre(cadre, clock);
  const server = await serve(cadre, { host: '127.0.0.1', port: 0, isContained: false });
  return {
    url: server.url,
    clock,
    where,
    stop: async () => {
      await server.close();
      await followed.stop();
      remove();
    },
  };
}

/** Fills one Cadre and copies its log to where another one is kept. */
async function moveUp(
  { where: from, remove }: Place,
  to: Where,
  clock: Clock,
  fill: (cadre: Cadre) => Promise<void>,
): Promise<void> {
  const before = await openCadre(from, clock);
  await fill(before);
  const after = await openCadre(to, clock);
  await copyLog(before.environment.log, after.environment.log);
  await after.close();
  await before.close();
  remove();
}
