import {
  type Answer,
  type Application,
  execute,
  policies,
  type PolicyMemory,
  type PolicyProgress,
  PolicyReader,
  PolicyRunner,
  turnsOfOneProcess,
} from '@cadre/application';
import { codec, EstablishPost, person, post, ReservePerson } from '@cadre/domain';
import { type Clock, type Entry, type EventLog, everyShare, type Shares } from '@cadre/kernel';
import { fixedClock, spreadLog, telling } from '@cadre/kernel/testing';
import { openMemoryLog } from '@cadre/log';
import { openPolicyMemory, type StoredPolicyMemory } from '@cadre/read-models';
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { setTimeout as pause } from 'node:timers/promises';
import { planner } from './planner.js';

export const WAIT_MS = 2_000;

/** Stands for one process that runs policies. */
export interface Projector {
  readonly runner: PolicyRunner;
  stop(): Promise<void>;
}

/** What processes share that work on one log: the log, and the memory of the policies. */
export class Site {
  private readonly folder = mkdtempSync(join(tmpdir(), 'cadre-shares-'));
  readonly memory: StoredPolicyMemory = openPolicyMemory(this.folder);
  log: EventLog = spreadLog(openMemoryLog());
  private readonly running: Projector[] = [];

  application(progress: PolicyProgress, clock: Clock = fixedClock()): Application {
    const surroundings = { livePosts: () => Promise.resolve(0), childUnits: () => Promise.resolve(0) };
    const environment = { log: this.log, clock, codec };
    return { environment, surroundings, policies: progress, turns: turnsOfOneProcess() };
  }

  /** An api node: it runs no policies and asks their memory how far they are. */
  apiNode(waitMs = WAIT_MS): Application {
    return this.application(new PolicyReader(policies, this.memory, waitMs));
  }

  /** A projector: it runs the policies for the shares it holds, until it is stopped. */
  projector(
    shares: Shares = everyShare,
    { clock, memory = this.memory }: { readonly clock?: Clock; readonly memory?: PolicyMemory } = {},
  ): Projector {
    const runner = new PolicyRunner(policies, memory, shares, WAIT_MS);
    const end = new AbortController();
    const following = runner.follow(this.application(runner, clock), end.signal);
    const stop = async (): Promise<void> => {
      end.abort();
      await following;
    };
    this.running.push({ runner, stop });
    return { runner, stop };
  }

  async entries(): Promise<readonly Entry[]> {
    const all: Entry[] = [];
    for await (const entry of this.log.readAll(0)) all.push(entry);
    return all;
  }

  /** How many entries of each type the log has. */
  async counts(): Promise<Readonly<Record<string, number>>> {
    const byType: Record<string, number> = {};
    for (const { event } of await this.entries()) byType[event.type] = (byType[event.type] ?? 0) + 1;
    return byType;
  }

  async typesOf(stream: string): Promise<readonly string[]> {
    return (await this.log.readStream(stream)).map(({ event }) => event.type);
  }

  async close(): Promise<void> {
    for (const projector of this.running.splice(0)) await projector.stop();
    await this.memory.close();
    rmSync(this.folder, { recursive: true, force: true });
  }
}

/** Shares that a test hands out and takes away. */
export function hand(...first: readonly number[]): Shares & { hold(...shares: readonly number[]): void } {
  let held: ReadonlySet<number> = new Set(first);
  let tell = (): void => undefined;
  return {
    held: () => held,
    changed: (since, signal) =>
      new Promise((resolve) => {
        const look = (): void => {
          if (signal.aborted || held !== since) resolve();
        };
        tell = look;
        signal.addEventListener('abort', look, { once: true });
        look();
      }),
    hold(...shares) {
      held = new Set(shares);
      tell();
    },
  };
}

/** Nothing follows from it. */
export const establish = (at: Application, id: string): Promise<Answer> =>
  execute(at, post, new EstablishPost(id, planner, telling({ on: '2007-07-01' })));
/** A policy fills the post because of it, and another one confirms. */
export const reserve = (at: Application, personId: string, postId: string): Promise<Answer> => {
  const data = { postId, share: 100, caseId: null, before: [] };
  return execute(at, person, new ReservePerson(personId, data, telling({ on: '2008-01-10' })));
};

/** Looks again and again until it is so. */
export async function until(isSo: () => Promise<boolean>): Promise<void> {
  for (const deadline = Date.now() + 10_000; !(await isSo()); await pause(5)) {
    if (Date.now() > deadline) throw new Error(`still not so after 10 s: ${isSo.toString()}`);
  }
}
