import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { type Entry, type EventLog, NO_STREAM } from '@cadre/kernel';
import { copyLog, type CopyProgress, CopyRefused, openEventStoreLog, openMemoryLog, openSqliteLog } from '@cadre/log';
import { EventStoreDBClient, jsonEvent } from '@eventstore/db-client';
import { type RunningNode, startNode } from '../support/eventstore-node/node.js';
import { collect, entries, entry, seeded } from './event-log.contract.js';

let folder: string;
let node: RunningNode;
let source: EventLog;
let target: EventLog;

beforeEach(async () => {
  folder = mkdtempSync(join(tmpdir(), 'cadre-copy-'));
  node = await startNode({ folder: join(folder, 'node') });
  source = openSqliteLog({ folder: join(folder, 'data') });
  target = openEventStoreLog({ connectionString: node.connectionString });
});
afterEach(async () => {
  await Promise.all([source.close(), target.close()]);
  await node.stop();
  rmSync(folder, { recursive: true, force: true });
});

/** Some streams written in turns, now and then several entries at once. */
async function write(log: EventLog, count: number, seed = 1): Promise<void> {
  const random = seeded(seed);
  const revisions = new Map<string, number>();
  for (let written = 0; written < count;) {
    const stream = `post-${Math.floor(random() * 7)}`;
    const told = entries(1 + Math.floor(random() * random() * 90));
    revisions.set(stream, (await log.append(stream, revisions.get(stream) ?? NO_STREAM, told)).revision);
    written += told.length;
  }
}

const withoutPositions = (all: readonly Entry[]): string[] => all.map((it) => JSON.stringify({ ...it, position: 0 }));
const contentOf = async (log: EventLog): Promise<string[]> => withoutPositions(await collect(log.readAll(0)));

describe('copying a log', () => {
  it('gives the same entries in the same order, streams mixed as they were, and says how many', async () => {
    await write(source, 600);
    const text = '联合国 \ud800 \u0000 "\\';
    await source.append('post-text', NO_STREAM, [
      entry({ reason: text, event: { type: 'Noted', data: { [text]: text } } }),
    ]);
    const wanted = await contentOf(source);
    const phases = new Set<CopyProgress['phase']>();
    const report = await copyLog(source, target, { onProgress: ({ phase }) => phases.add(phase) });
    expect(report).toEqual({ entries: wanted.length, copied: wanted.length });
    expect(await contentOf(target)).toEqual(wanted);
    expect([...phases]).toEqual(['copying', 'verifying']);
    expect((await target.head())!.recordedAt).toBe((await source.head())!.recordedAt);
  });

  it('of an empty log copies nothing, and a second time nothing more', async () => {
    expect(await copyLog(source, target)).toEqual({ entries: 0, copied: 0 });
    await write(source, 20);
    const { entries: all } = await copyLog(source, target);
    expect(await copyLog(source, target)).toEqual({ entries: all, copied: 0 });
  });

  it.each([0, 1, 100, 333])('stopped after %i entries goes on from there', async (after) => {
    await write(source, 400, after);
    const stop = new AbortController();
    const stopped = copyLog(source, target, {
      signal: stop.signal,
      onProgress: ({ phase, entries: done }) => phase === 'copying' && done >= after && stop.abort(new Error('enough')),
    });
    await expect(stopped).rejects.toThrow('enough');
    const wanted = await contentOf(source);
    const there = await contentOf(target);
    expect(there).toEqual(wanted.slice(0, there.length));
    expect(there.length).toBeLessThan(wanted.length);
    const report = await copyLog(source, target);
    expect(report).toEqual({ entries: wanted.length, copied: wanted.length - there.length });
    expect(await contentOf(target)).toEqual(wanted);
  });

  it('passes over what other programs keep on the same server', async () => {
    const others = EventStoreDBClient.connectionString(node.connectionString);
    const note = () => jsonEvent({ type: 'Noted', data: {} });
    await others.appendToStream('invoice-1', [note(), note()]);
    await write(source, 50);
    await copyLog(source, target);
    await others.appendToStream('invoice-1', note());
    await source.append('post-more', NO_STREAM, entries(2));
    expect((await copyLog(source, target)).copied).toBe(2);
    await others.dispose();
  });

  it('refuses a target that holds another entry, naming the first that differs, and adds nothing', async () => {
    const [same, other] = [openMemoryLog(), entry()];
    await write(source, 30);
    const first = (await collect(source.readAll(0)))[0]!;
    await copyLog(source, same);
    await target.append(first.stream, NO_STREAM, [other]);
    const copying = copyLog(source, target);
    await expect(copying).rejects.toBeInstanceOf(CopyRefused);
    await expect(copying).rejects.toThrow(/differ at entry 1 in .*eventId.*another CADRE_LOG_PREFIX\.$/);
    expect(await collect(target.readAll(0))).toHaveLength(1);
  });

  it('tells an entry of another content from the same entry', async () => {
    const told = entries(2);
    await source.append('post-1', NO_STREAM, told);
    await target.append('post-1', NO_STREAM, [{ ...told[0]!, reason: 'another' }, told[1]!]);
    await expect(copyLog(source, target)).rejects.toThrow('differ at entry 1 in reason: revision 0 of post-1');
  });

  it('refuses a target that holds more than the source', async () => {
    await write(source, 10);
    await copyLog(source, target);
    await target.append('post-later', NO_STREAM, entries(1));
    await expect(copyLog(source, target)).rejects.toThrow(
      'The target holds more than the source: revision 0 of post-later',
    );
  });

  it.each(['source', 'target'] as const)('refuses when the %s is written to meanwhile', async (which) => {
    await write(source, 100);
    let isWritten = false;
    const copying = copyLog(source, target, {
      onProgress: ({ phase }) => {
        if (phase !== 'copying' || isWritten) return;
        isWritten = true;
        void (which === 'source' ? source : target).append('post-meanwhile', NO_STREAM, entries(1));
      },
    });
    await expect(copying).rejects.toBeInstanceOf(CopyRefused);
  });
});
