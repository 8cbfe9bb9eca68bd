import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { type Entry, type EventLog } from '@cadre/kernel';
import { openEventStoreLog, openSqliteLog } from '@cadre/log';
import { entry } from '../../conformance/event-log.contract.js';
import { type RunningNode, startNode } from '../../support/eventstore-node/node.js';
import { built, cadre, EXAMPLE, type Ran } from './cadre.js';

let temporary: string;
let node: RunningNode;

beforeAll(async () => {
  await built();
  temporary = mkdtempSync(join(tmpdir(), 'cadre-migrate-'));
}, 300_000);
afterAll(() => rmSync(temporary, { recursive: true, force: true }));

beforeEach(async () => {
  node = await startNode({ folder: mkdtempSync(join(temporary, 'node-')) });
});
afterEach(() => node.stop());

const migrate = (from: string, options: Parameters<typeof cadre>[1] = {}): Promise<Ran> =>
  cadre(['migrate', '--from', from, '--to', node.connectionString], options);

async function contentOf(log: EventLog): Promise<string[]> {
  const all: Entry[] = [];
  for await (const it of log.readAll(0)) all.push(it);
  await log.close();
  return all.map((it) => JSON.stringify({ ...it, position: 0 }));
}
const inFolder = (folder: string): Promise<string[]> => contentOf(openSqliteLog({ folder }));
const onServer = (): Promise<string[]> => contentOf(openEventStoreLog(node));

describe('migrate', () => {
  it('copies the worked example, and says so; a second time there is nothing to copy', async () => {
    const folder = join(temporary, 'example');
    const loaded = await cadre(['import', EXAMPLE, '--record', '--carried-over-from', '2007-12-31', '--data', folder]);
    expect(loaded.code).toBe(0);
    const first = await migrate(folder);
    expect(first.code).toBe(0);
    expect(first.output).toMatch(
      /^(\d+) entries stand in both logs, the same in the same order; \1 of them were copied/,
    );
    expect(await onServer()).toEqual(await inFolder(folder));
    expect((await migrate(folder)).output).toContain('; 0 of them were copied now.');
  });

  it.each(['SIGINT', 'SIGKILL'] as const)(
    'ended by %s in the middle, it goes on when it is run again',
    async (signal) => {
      const folder = join(temporary, signal);
      await fill(folder, 2_500);
      const stopped = await migrate(folder, { stopWhen: /copying: \d+ entries/, stopBy: signal });
      expect(stopped.code).toBe(signal === 'SIGINT' ? 130 : null);
      if (signal === 'SIGINT') expect(stopped.errors).toContain('running it again goes on from there'); // oxlint-disable-line jest/no-conditional-expect
      const { code, output } = await migrate(folder);
      expect(code).toBe(0);
      const [, all, copied] = /^(\d+) entries .* (\d+) of them/.exec(output)!.map(Number);
      expect(all).toBe(2_500);
      expect(copied).toBeLessThan(2_500);
      expect(await onServer()).toEqual(await inFolder(folder));
    },
    180_000,
  );

  it('ends with 1 and a sentence when the target is another log, or cannot be reached', async () => {
    const [here, there] = [join(temporary, 'here'), join(temporary, 'there')];
    await fill(here, 3);
    await fill(there, 3);
    await migrate(there);
    const refused = await migrate(here);
    expect(refused.code).toBe(1);
    expect(refused.errors).toMatch(
      /^cadre: The logs differ at entry 1 in .*eventId.*: revision 0 of post-\d .* there\. Copy to an empty target, .*\n$/,
    );
    await node.faults.refuse();
    const away = await migrate(here);
    expect(away.code).toBe(1);
    expect(away.errors).toMatch(/^cadre: the log cannot be reached: .*; nothing was copied\.\n$/);
  }, 60_000);

  it.each([
    [['--from', 'nowhere', '--to', 'esdb://127.0.0.1:1?tls=false'], 1, 'name the data folder with --from.'],
    [['--to', 'postgres://user:secret@db.example/cadre'], 2, '--to is no address of EventStoreDB'],
    [['--to'], 2, '--to needs a value'],
  ])('%j is answered by one sentence without a password', async (args, code, sentence) => {
    const ran = await cadre(['migrate', ...args]);
    expect(ran.code).toBe(code);
    expect(ran.errors).toContain(sentence);
    expect(ran.errors).not.toContain('secret');
    expect(ran.errors.trim().split('\n')).toHaveLength(1);
  });

  it('without a target asks for one', async () => {
    const folder = join(temporary, 'lonely');
    await fill(folder, 1);
    expect((await cadre(['migrate', '--from', folder])).errors).toContain('name it with --to');
  });
});

/** A log of that many entries, in ten streams by turns. */
async function fill(folder: string, count: number): Promise<void> {
  const log = openSqliteLog({ folder });
  await Promise.all(
    Array.from({ length: count }, (_, i) => log.append(`post-${i % 10}`, Math.floor(i / 10) - 1, [entry()])),
  );
  await log.close();
}
