import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { codec } from '@cadre/domain';
import { ALL_SHARES } from '@cadre/kernel';
import Database from 'better-sqlite3';
import { entriesOf, followedLog, say, temporaryFolder } from './read-models.builders.js';
import { digest } from './digest.js';
import { progressOf, type TableProgress } from './progress.js';
import { rebuildTables } from './rebuild.js';
import { createRunner, leastCheckpoint } from './runner.js';
import { openSqliteReadModels } from './sqlite/sqlite-files.js';
import { type ReadModels } from './tables/store.js';

const planned = { name: 'Darfur', kind: 'iot', unitId: null, composition: [], strengthWording: null };
const entries = entriesOf([
  say('team-a', 'TeamPlanned', planned, '2007-01-01'),
  say('team-a', 'TeamStoodUp', {}, '2007-10-31'),
  say('team-b', 'TeamPlanned', planned, '2007-01-01'),
]);

describe('rebuilding the tables', () => {
  const folder = temporaryFolder();
  const log = followedLog();
  const stop = new AbortController();
  let [tables, progress, ended] = [] as unknown as [ReadModels, TableProgress, Promise<void>];
  beforeAll(async () => {
    tables = openSqliteReadModels(folder.path);
    const runner = createRunner({ log, codec, tables });
    progress = progressOf(runner);
    ended = runner.start(stop.signal);
    await progress.waitFor(await log.keep(entries.slice(0, 2)), 5_000);
  });
  afterAll(async () => {
    stop.abort();
    await ended;
    await tables.close();
    folder.remove();
  });

  it('gives the same tables and says so', async () => {
    const rebuilt = await rebuildTables(tables, log);
    expect(rebuilt).toMatchObject({ same: true, positionBefore: 2, positionAfter: 2 });
    expect(rebuilt.tables.find(({ table }) => table === 'teams')).toMatchObject({ rowsBefore: 2, rowsAfter: 2 });
  });

  it('is taken up by a runner that goes on meanwhile', async () => {
    await log.keep(entries.slice(2));
    expect(await progress.waitFor(3, 5_000)).toBe(true);
    expect(await leastCheckpoint(tables, ALL_SHARES)).toMatchObject({ position: 3 });
  });

  it('mends tables that were tampered with, shows where, and can be taken back', async () => {
    const good = await digest(tables);
    const file = readFileSync(join(folder.path, 'read-models.current'), 'utf8');
    const other = new Database(join(folder.path, file));
    other.exec("UPDATE teams SET status = 'stood down' WHERE stream = 'team-b'");
    other.close();
    const rebuilt = await rebuildTables(tables, log);
    expect(rebuilt.same).toBe(false);
    expect(rebuilt.tables.filter(({ same }) => !same).map(({ table }) => table)).toEqual(['teams']);
    expect(await digest(tables)).toBe(good);
    expect(await tables.restorePrevious()).toBe(true);
    expect(await digest(tables)).not.toBe(good);
  });

  it('changes nothing when it is given up', async () => {
    const before = await digest(tables);
    await expect(rebuildTables(tables, log, { signal: AbortSignal.abort() })).rejects.toThrow('aborted');
    expect(await digest(tables)).toBe(before);
  });
});
