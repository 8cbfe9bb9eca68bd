import { codec } from '@cadre/domain';
import { progressOf } from './progress.js';
import { openSqliteReadModels } from './sqlite/sqlite-files.js';
import { entriesOf, followedLog, say, temporaryFolder } from './read-models.builders.js';
import { createRunner, parkedStreams } from './runner.js';
import { tableAnswer } from './table/table.query.js';

const planned = {
  name: 'Darfur',
  kind: 'integrated operational team',
  unitId: 'africa-i',
  composition: [],
  strengthWording: null,
};
const darfur = entriesOf([
  say('team-darfur', 'TeamPlanned', planned, [null, '2007-12-31']),
  say('team-darfur', 'TeamStoodUp', {}, ['2007-10-21', '2007-10-31']),
]);

describe('the runner', () => {
  const folder = temporaryFolder();
  afterAll(() => folder.remove());

  it('catches up, follows, and answers how many teams stand on a day', async () => {
    const log = followedLog();
    const tables = openSqliteReadModels(folder.path);
    const stop = new AbortController();
    await log.keep(darfur.slice(0, 1));
    const runner = createRunner({ log, codec, tables });
    const progress = progressOf(runner);
    const ended = runner.start(stop.signal);
    expect(await progress.waitFor(1, 5_000)).toBe(true);
    await log.keep(darfur.slice(1));
    expect(await progress.waitFor(2, 5_000)).toBe(true);
    const standing = async (validOn: string): Promise<unknown> => {
      const dates = { validOn, knownAt: '2008-01-01T00:00:00.000Z' };
      return (await tableAnswer(tables, 'teams', { ...dates, filters: { status: 'standing' } })).count;
    };
    expect(await standing('2007-10-15')).toMatchObject({ atLeast: 0, atMost: 0, notReported: false });
    expect(await standing('2007-10-25')).toMatchObject({ atLeast: 0, atMost: 1, certain: false });
    expect(await standing('2007-10-31')).toMatchObject({ atLeast: 1, atMost: 1, certain: true });
    expect(await parkedStreams(tables)).toEqual([]);
    expect(runner.trouble()).toBeNull();
    stop.abort();
    await ended;
    await tables.close();
  });
});
