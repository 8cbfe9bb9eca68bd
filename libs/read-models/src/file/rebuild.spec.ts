import { codec } from '@cadre/domain';
import { entriesOf, followedLog, say, temporaryFolder } from '../read-models.builders.js';
import { createRunner, type Runner } from '../runner.js';
import { digest } from './digest.js';
import { openReadModels, type ReadModels } from './read-model-file.js';
import { rebuildTables, restorePrevious } from './rebuild.js';

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
  let [tables, runner, ended] = [] as unknown as [ReadModels, Runner, Promise<void>];
  beforeAll(async () => {
    tables = openReadModels(folder.path);
    runner = createRunner({ log, codec, db: () => tables.db() });
    ended = runner.start(stop.signal);
    await runner.waitFor(await log.keep(entries.slice(0, 2)), 5_000);
  });
  afterAll(async () => {
    stop.abort();
    await ended;
    tables.close();
    folder.remove();
  });

  it('gives the same tables and says so', async () => {
    const rebuilt = await rebuildTables(folder.path, log);
    expect(rebuilt).toMatchObject({ same: true, positionBefore: 2, positionAfter: 2 });
    expect(rebuilt.tables.find(({ table }) => table === 'teams')).toMatchObject({ rowsBefore: 2, rowsAfter: 2 });
  });

  it('is taken up by a runner that goes on meanwhile', async () => {
    const former = tables.db();
    await new Promise((resolve) => setTimeout(resolve, 600)); // until the file looks again
    expect(tables.db()).not.toBe(former);
    await log.keep(entries.slice(2));
    expect(await runner.waitFor(3, 5_000)).toBe(true);
    const position = tables.db().prepare('SELECT position FROM checkpoint').pluck().get();
    expect(position).toBe(3);
  });

  it('mends tables that were tampered with, shows where, and can be taken back', async () => {
    const good = digest(tables.db());
    tables.db().exec("UPDATE teams SET status = 'stood down' WHERE stream = 'team-b'");
    const rebuilt = await rebuildTables(folder.path, log);
    expect(rebuilt.same).toBe(false);
    expect(rebuilt.tables.filter(({ same }) => !same).map(({ table }) => table)).toEqual(['teams']);
    const after = openReadModels(folder.path);
    expect(digest(after.db())).toBe(good);
    after.close();
    expect(restorePrevious(folder.path)).toBe(true);
    const before = openReadModels(folder.path);
    expect(digest(before.db())).not.toBe(good);
    before.close();
  });

  it('changes nothing when it is given up', async () => {
    const before = digest(tables.db());
    await expect(rebuildTables(folder.path, log, { signal: AbortSignal.abort() })).rejects.toThrow('aborted');
    expect(digest(tables.db())).toBe(before);
  });
});
