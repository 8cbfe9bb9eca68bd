import { codec } from '@cadre/domain';
import { openReadModels } from './file/read-model-file.js';
import { entriesOf, followedLog, say, temporaryFolder } from './read-models.builders.js';
import { createRunner } from './runner.js';
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
    const tables = openReadModels(folder.path);
    const stop = new AbortController();
    await log.keep(darfur.slice(0, 1));
    const runner = createRunner({ log, codec, db: () => tables.db() });
    const ended = runner.start(stop.signal);
    expect(await runner.waitFor(1, 5_000)).toBe(true);
    await log.keep(darfur.slice(1));
    expect(await runner.waitFor(2, 5_000)).toBe(true);
    const standing = (validOn: string): unknown =>
      tableAnswer(tables.db(), 'teams', {
        validOn,
        knownAt: '2008-01-01T00:00:00.000Z',
        filters: { status: 'standing' },
      }).count;
    expect(standing('2007-10-15')).toMatchObject({ atLeast: 0, atMost: 0, notReported: false });
    expect(standing('2007-10-25')).toMatchObject({ atLeast: 0, atMost: 1, certain: false });
    expect(standing('2007-10-31')).toMatchObject({ atLeast: 1, atMost: 1, certain: true });
    expect(await runner.status()).toEqual({ position: 2, behind: 0, parked: [], trouble: null });
    stop.abort();
    await ended;
    tables.close();
  });
});
