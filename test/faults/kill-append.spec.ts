import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { codec } from '@cadre/domain';
import { type Entry } from '@cadre/kernel';
import { openSqliteLog } from '@cadre/log';
import { createRunner, openSqliteReadModels, progressOf, rebuildTables } from '@cadre/read-models';
import { collect, seeded } from '../conformance/event-log.contract.js';
import { compile } from '../support/compile.js';

const CYCLES = 100;
const CYCLES_PER_REBUILD = 10;
const SEED = 62_627;

/** When a child is killed: after so many acknowledged appends, or so many ms after its start (also while it opens the log). */
type Moment = { readonly appends: number } | { readonly ms: number };

describe('a process that is killed while it appends', () => {
  const folder = mkdtempSync(join(tmpdir(), 'cadre-kill-'));
  const data = join(folder, 'data');
  beforeAll(() =>
    compile(
      join(folder, 'built'),
      ...['kernel', 'domain', 'log', 'read-models'].map((room) => `libs/${room}/src`),
      'test/faults/kill-append.child.ts',
    ),
  );
  afterAll(() => rmSync(folder, { recursive: true, force: true }));

  it(`loses no acknowledged entry, leaves no half append, and its tables equal a rebuild, ${CYCLES} times over`, async () => {
    const random = seeded(SEED);
    const everAcknowledged: string[] = [];
    const revisions = new Map<string, number>();
    let position = 0;
    for (let cycle = 1; cycle <= CYCLES; cycle++) {
      const moment = random() < 0.3 ? { ms: 30 + random() * 120 } : { appends: Math.floor(random() * 100) };
      const acknowledged = await appendUntilKilled(`cycle ${cycle}`, moment);
      const added = await readAfter(position);
      expectDense(revisions, added);
      expectWhole(added);
      expect(missing(acknowledged, added)).toEqual([]);
      everAcknowledged.push(...acknowledged);
      position = added.at(-1)?.position ?? position;
      const differing = cycle % CYCLES_PER_REBUILD === 0 ? await compareWithRebuild() : [];
      expect(differing).toEqual([]);
    }
    // Everything once more from the start: a later kill must not have harmed what an earlier one spared.
    const all = await readAfter(0);
    expectDense(new Map(), all);
    expect(missing(everAcknowledged, all)).toEqual([]);
    expect(everAcknowledged.length).toBeGreaterThan(CYCLES * 20); // else the children never got to their work
  }, 120_000);

  /** Event ids acknowledged by a child up to its death by SIGKILL. */
  async function appendUntilKilled(name: string, moment: Moment): Promise<readonly string[]> {
    const script = join(folder, 'built/test/faults/kill-append.child.js');
    const child = spawn(process.execPath, [script, data, name], { stdio: ['ignore', 'pipe', 'pipe'] });
    const kill = (): boolean => child.kill('SIGKILL');
    let [printed, complaints, appends] = ['', '', 0];
    child.stderr.setEncoding('utf8').on('data', (text: string) => (complaints += text));
    child.stdout.setEncoding('utf8').on('data', (text: string) => {
      printed += text;
      appends += text.split('\n').length - 1;
      if ('appends' in moment && appends > moment.appends) kill();
    });
    const timer = 'ms' in moment ? setTimeout(kill, moment.ms) : undefined;
    const [, signal] = (await once(child, 'close')) as [number | null, string | null];
    clearTimeout(timer);
    expect({ signal, complaints }).toEqual({ signal: 'SIGKILL', complaints: '' });
    const lines = printed.split('\n').slice(0, -1); // the last one is empty, or was cut off
    return lines.flatMap((line) => line.split(' '));
  }

  /** Tables that differ from a rebuild, once what the killed processes left was brought up to the log. */
  async function compareWithRebuild(): Promise<readonly unknown[]> {
    const log = openSqliteLog({ folder: data });
    const tables = openSqliteReadModels(data);
    const stop = new AbortController();
    try {
      const runner = createRunner({ log, codec, tables });
      const progress = progressOf(runner);
      const following = runner.start(stop.signal);
      const { position } = (await log.head())!;
      expect(await progress.waitFor(position, 20_000)).toBe(true);
      stop.abort();
      await following;
      const rebuilt = await rebuildTables(tables, log);
      expect(rebuilt).toMatchObject({ positionBefore: position, positionAfter: position });
      return rebuilt.tables.filter(({ same }) => !same);
    } finally {
      stop.abort();
      await tables.close();
      await log.close();
    }
  }

  async function readAfter(position: number): Promise<readonly Entry[]> {
    const log = openSqliteLog({ folder: data });
    try {
      return await collect(log.readAll(position));
    } finally {
      await log.close();
    }
  }
});

const missing = (ids: readonly string[], entries: readonly Entry[]): readonly string[] => {
  const stored = new Set(entries.map(({ eventId }) => eventId));
  return ids.filter((id) => !stored.has(id));
};

/** Each stream goes on at the very next revision. `revisions` holds where each one stands. */
function expectDense(revisions: Map<string, number>, entries: readonly Entry[]): void {
  for (const { stream, revision } of entries) {
    if (revision !== (revisions.get(stream) ?? -1) + 1) throw new Error(`${stream} jumps to revision ${revision}`);
    revisions.set(stream, revision);
  }
}

/** Of each append all entries are there. */
function expectWhole(entries: readonly Entry[]): void {
  const sizes = new Map<string, number>();
  for (const { correlationId } of entries) sizes.set(correlationId, (sizes.get(correlationId) ?? 0) + 1);
  const halves = entries.filter(({ correlationId, reason }) => sizes.get(correlationId) !== Number(reason));
  expect(halves).toEqual([]);
}
