import { codec } from '@cadre/domain';
import { type Entry, Rejected } from '@cadre/kernel';
import { digest } from '../digest.js';
import { createChangesOnFork } from '../preview/changes.query.js';
import { entriesOf, feederOf, say, type Saying, tablesWith } from '../read-models.builders.js';
import { tableAnswer } from '../table/table.query.js';
import { ForkDisturbed, type TableStore } from '../tables/store.js';
import { type Tables } from '../tables/tables.js';
import { type ForkedLog, onFork, tablesOnFork } from './tables-on-fork.js';

const NOW = '2008-02-01T00:00:00.000Z';
const plan = { name: 'Darfur', kind: null, unitId: null, composition: [], strengthWording: null };
const planned = say('team-darfur', 'TeamPlanned', plan, '2007-07-01');
const stoodUp = say('team-darfur', 'TeamStoodUp', {}, ['2007-10-21', '2007-10-31']);
const stoodDown = say('team-darfur', 'TeamStoodDown', {}, '2007-11-15');
const established = say(
  'unit-africa',
  'OrgUnitEstablished',
  { name: 'Africa', kind: null, parentId: null },
  '2007-07-01',
);

const changesOnFork = (store: TableStore, log: ForkedLog, validOn: string) =>
  createChangesOnFork(store, codec)(log, validOn);

/** Tables of a log, and a fork of it that says more; entries have the id `e<position>`. */
async function forked(
  below: readonly Saying[],
  more: readonly Saying[],
): Promise<{ store: TableStore; log: ForkedLog }> {
  const entries = entriesOf([...below, ...more]);
  return { store: await tablesWith(entries.slice(0, below.length)), log: forkOf(entries, below.length) };
}

const forkOf = (entries: readonly Entry[], below: number): ForkedLog => ({
  kept: () => entries.slice(below),
  readStream: async (stream) => entries.filter((entry) => entry.stream === stream),
});

async function statuses(tables: Tables, validOn: string): Promise<readonly unknown[]> {
  const { rows } = await tableAnswer(tables, 'teams', { validOn, knownAt: NOW });
  return rows.flatMap(({ states }) => states.map(({ values }) => values['status']));
}

describe('tables on a fork', () => {
  it('tell of its entries, and beside it nobody notices', async () => {
    const { store, log } = await forked([planned], [stoodUp, established]);
    const before = await digest(store);
    const [was, is] = await onFork(store, codec, log, async ({ before: now, tell }) => [
      await statuses(now, '2007-10-31'),
      await statuses(await tell(), '2007-10-31'),
    ]);
    expect([was, is]).toEqual([['planned'], ['standing']]);
    expect(await statuses(store, '2007-10-31')).toEqual(['planned']);
    expect(await digest(store)).toBe(before);
    await store.close();
  });

  it('can be asked one question after the other, as any tables', async () => {
    const { store, log } = await forked([planned, stoodUp], [stoodDown]);
    expect(await statuses(tablesOnFork(store, codec, log), '2007-11-15')).toEqual(['stood down']);
    expect(await statuses(tablesOnFork(store, codec, log), '2007-11-14')).toEqual(['standing']);
    expect(await statuses(tablesOnFork(store, codec, { ...log, kept: () => [] }), '2007-11-15')).toEqual(['standing']);
    await store.close();
  });

  it('leave the dates open where the entries do', async () => {
    const { store, log } = await forked([planned], [stoodUp]);
    const { counts, entries } = await changesOnFork(store, log, '2007-10-25');
    const standing = counts.find(({ where, label }) => where === 'teams-overview' && label[0]?.name === 'standing');
    expect([standing?.before, standing?.after]).toMatchObject([
      { atLeast: 0, atMost: 0 },
      { atLeast: 0, atMost: 1, certain: false },
    ]);
    expect(entries.map(({ type, revision, becauseOf }) => [type, revision, becauseOf])).toEqual([
      ['TeamStoodUp', 1, null],
    ]);
    await store.close();
  });

  it('can be told on when the fork is gone', async () => {
    const { store, log } = await forked([planned], [stoodUp]);
    await changesOnFork(store, log, '2007-10-31');
    const entries = entriesOf([planned, stoodUp, stoodDown]);
    await feederOf(store, entries)(entries.slice(1));
    expect(await statuses(store, '2007-11-15')).toEqual(['stood down']);
    await store.close();
  });
});

describe('a fork is disturbed', () => {
  it('when somebody else told of its streams meanwhile', async () => {
    const { store, log } = await forked([planned], [stoodDown]);
    const entries = entriesOf([planned, stoodUp]);
    await feederOf(store, entries)(entries.slice(1));
    await expect(changesOnFork(store, log, '2007-11-15')).rejects.toThrow(ForkDisturbed);
    await store.close();
  });

  it('when the tables have not come to what it was decided on', async () => {
    const { store } = await forked([planned], []);
    const log = forkOf(entriesOf([planned, stoodUp, stoodDown]), 2);
    await expect(changesOnFork(store, log, '2007-11-15')).rejects.toThrow(ForkDisturbed);
    await store.close();
  });

  it('when it takes too long, and then holds nobody up', async () => {
    const { store, log } = await forked([planned], [stoodUp]);
    const before = await digest(store);
    const long = onFork(store, codec, log, async ({ tell }) => statuses(await tell(), '2007-10-31'), -1);
    await expect(long).rejects.toThrow(ForkDisturbed);
    expect(await digest(store)).toBe(before);
    await store.close();
  });

  it('but refused when an event id of it stands in another stream', async () => {
    const { store } = await forked([planned, established], []);
    const entries = entriesOf([planned, established, stoodUp]).map((entry, i) =>
      i === 2 ? { ...entry, eventId: 'e2' } : entry,
    );
    await expect(changesOnFork(store, forkOf(entries, 2), '2007-10-31')).rejects.toThrow(Rejected);
    await store.close();
  });
});
