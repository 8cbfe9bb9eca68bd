import { type Application, type PolicyMemory, PolicyRunner, turnsOfOneProcess } from '@cadre/application';
import { codec } from '@cadre/domain';
import { Unavailable } from '@cadre/kernel';
import { fixedClock } from '@cadre/kernel/testing';
import { openMemoryLog } from '@cadre/log';
import { openPolicyMemory } from '@cadre/read-models';
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { entries } from '../conformance/event-log.contract.js';

let folder: string;
beforeEach(() => (folder = mkdtempSync(join(tmpdir(), 'cadre-memory-'))));
afterEach(() => rmSync(folder, { recursive: true, force: true }));

/** An application around a log, as far as a runner without policies needs one. */
function applicationOn(log: ReturnType<typeof openMemoryLog>, policies: PolicyRunner): Application {
  return {
    environment: { log, clock: fixedClock(), codec },
    surroundings: { livePosts: async () => 0, childUnits: async () => 0 },
    policies,
    turns: turnsOfOneProcess(),
  };
}

async function until(isSo: () => boolean | Promise<boolean>): Promise<boolean> {
  for (const deadline = Date.now() + 8_000; Date.now() < deadline;) {
    if (await isSo()) return true;
    await new Promise((resolve) => setTimeout(resolve, 20));
  }
  return false;
}

const positionsIn = async (memory: Pick<PolicyMemory, 'checkpoints'>): Promise<readonly number[]> => [
  ...new Set([...(await memory.checkpoints()).values()].map(({ position }) => position)),
];

describe('the memory of the policies', () => {
  it('is made up for what could not be kept while it was away, though nothing more is recorded', async () => {
    const stored = openPolicyMemory(folder);
    let isAway = false;
    const memory: PolicyMemory = {
      ...stored,
      keep: (step) => (isAway ? Promise.reject(new Unavailable('away')) : stored.keep(step)),
    };
    const log = openMemoryLog();
    const runner = new PolicyRunner([], memory);
    const stop = new AbortController();
    const ended = runner.follow(applicationOn(log, runner), stop.signal);
    await log.append('team-a', -1, entries(1));
    expect(await until(async () => (await positionsIn(stored)).includes(1))).toBe(true);
    isAway = true;
    await log.append('team-a', 0, entries(1));
    expect(await until(() => runner.trouble() !== null)).toBe(true);
    isAway = false;
    expect(await until(async () => (await positionsIn(stored)).every((it) => it === 2))).toBe(true);
    expect(await until(() => runner.trouble() === null)).toBe(true);
    stop.abort();
    await ended;
    await stored.close();
  });

  it('is not forgotten because a log is empty: that is trouble until somebody looks', async () => {
    const stored = openPolicyMemory(folder);
    await stored.keep({ shares: [0], checkpoint: { position: 9, eventId: 'e9' }, alarms: [], followed: [] });
    const log = openMemoryLog();
    const runner = new PolicyRunner([], stored);
    const stop = new AbortController();
    const ended = runner.follow(applicationOn(log, runner), stop.signal);
    expect(await until(() => runner.trouble()?.includes('the log is empty') ?? false)).toBe(true);
    expect(await positionsIn(stored)).toEqual([9]);
    stop.abort();
    await ended;
    await stored.close();
  });
});
