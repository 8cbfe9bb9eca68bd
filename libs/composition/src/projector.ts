import { setTimeout as pause } from 'node:timers/promises';
import { policies, PolicyRunner, turnsAmongProcesses } from '@cadre/application';
import { codec } from '@cadre/domain';
import { type Clock, systemClock } from '@cadre/kernel';
import { createRunner, type Leases, progressOfOthers, type ProjectorStatus } from '@cadre/read-models';
import { randomUUID } from 'node:crypto';
import { clockOf, openLog } from './open-log.js';
import { CannotStart } from './setting-readers.js';
import { openShared } from './shared.js';
import { surroundingsOf } from './surroundings.js';
import { type Where } from './where.js';

/** A process that keeps tables and runs policies for the shares of the log it holds a lease on. */
export interface Projector {
  /** The name it holds leases under: its own, and one for this life of it. */
  readonly holder: string;
  /** Works until the signal ends it; failures of log or PostgreSQL are tried again. */
  run(signal: AbortSignal): Promise<void>;
  /** Why it cannot go on at the moment, or null. */
  trouble(): string | null;
  close(): Promise<void>;
}

/** How often a PostgreSQL that cannot be reached at the start is tried, in ms. */
const TRY_MS = 500;

/** Opens a projector; neither log nor PostgreSQL need to be reachable yet. @throws CannotStart when the tables are kept in SQLite */
export async function openProjector(where: Where, name: string, clock: Clock = systemClock): Promise<Projector> {
  const { log: logSetting, read } = where;
  if (read.engine !== 'postgres') {
    throw new CannotStart(
      'A projector shares its work through PostgreSQL: set CADRE_READ=postgres://…, or let npm start keep the tables itself.',
    );
  }
  const log = await openLog(logSetting);
  const shared = openShared(read.url);
  const forward = await clockOf(log, clock);
  const environment = { log, clock: forward, codec };
  const progress = progressOfOthers(shared.tables, ({ knownAt }) => forward.notBefore(knownAt));
  const surroundings = surroundingsOf(environment, shared.tables, progress);
  const holder = `${name}.${randomUUID().slice(0, 8)}`;
  let trouble = (): string | null => 'waiting for PostgreSQL';
  const tell = (error: Error): void => void (trouble = () => error.message);

  async function run(signal: AbortSignal): Promise<void> {
    const leases = await reached(() => shared.leases(holder), tell, signal);
    if (!leases) return;
    const runner = createRunner({ log, codec, tables: shared.tables, shares: leases });
    const policyRunner = new PolicyRunner(policies, shared.policyMemory, leases);
    const application = {
      ...{ environment, surroundings, policies: policyRunner, turns: turnsAmongProcesses(shared.turns) },
    };
    trouble = () => leases.trouble() ?? runner.trouble() ?? policyRunner.trouble();
    await Promise.all([leases.start(signal), runner.start(signal), policyRunner.follow(application, signal)]);
  }
  return {
    holder,
    run,
    trouble: () => trouble(),
    close: async () => {
      await log.close();
      await shared.close();
    },
  };
}

/** True when a projector of that name was heard of within the time of a lease. @throws Unavailable */
export async function isProjectorAlive({ read }: Where, name: string): Promise<boolean> {
  if (read.engine !== 'postgres') return false;
  const shared = openShared(read.url);
  try {
    const seen: readonly ProjectorStatus[] = await shared.projectors();
    return seen.some(({ holder }) => holder.slice(0, holder.lastIndexOf('.')) === name);
  } finally {
    await shared.close();
  }
}

async function reached(
  open: () => Promise<Leases>,
  tell: (error: Error) => void,
  signal: AbortSignal,
): Promise<Leases | null> {
  while (!signal.aborted) {
    try {
      return await open();
    } catch (error) {
      tell(error as Error);
      await pause(TRY_MS, undefined, { signal }).catch(() => undefined);
    }
  }
  return null;
}
