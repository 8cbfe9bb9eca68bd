import { entriesOf, type Saying, say, tablesWith } from '../read-models.builders.js';
import { diffAnswer } from './diff.query.js';
import { entryAnswer } from './entry.query.js';
import { entriesAnswer, historyAnswer } from './history.query.js';
import { lineageAnswer } from './lineage.query.js';

const [THEN, NOW] = ['2007-12-31T00:00:00.000Z', '2008-02-01T00:00:00.000Z'];
const planned = {
  name: 'Darfur',
  kind: 'integrated operational team',
  unitId: null,
  composition: [],
  strengthWording: null,
};
const end = ['2007-10-21', '2007-10-31'] as const;
const said: readonly Saying[] = [
  say('team-a', 'TeamPlanned', planned, '2007-01-01', { known: THEN }),
  say('team-a', 'TeamStoodUp', {}, end, { known: THEN, more: { fact: 'T07' } }),
  say('team-a', 'EntryRetracted', { eventId: 'e2' }, [null, null], { known: NOW }),
  say('team-a', 'TeamStoodUp', {}, '2007-11-15', { known: NOW, more: { retells: 'e2', fact: 'T07' } }),
  say('team-b', 'TeamPlanned', { ...planned, name: 'West Africa' }, '2007-11-15', { known: NOW }),
];

describe('histories', () => {
  it('show every entry, what took it back, and where it stands', async () => {
    const db = await tablesWith(entriesOf(said));
    expect(await historyAnswer(db, 'team-a', THEN)).toMatchObject({ order: ['e1', 'e2'] });
    const { entries, order } = await historyAnswer(db, 'team-a', NOW);
    expect(order).toEqual(['e1', 'e4']);
    expect(entries.map(({ eventId, retractedBy, retells }) => [eventId, retractedBy, retells])).toEqual([
      ['e1', null, null],
      ['e2', 'e3', null],
      ['e3', null, null],
      ['e4', null, 'e2'],
    ]);
    expect(entries[1]).toMatchObject({ tightened: null, effective: { inWords: 'end of October 2007' }, fact: 'T07' });
    expect(entries[3]!.tightened).toEqual({ earliest: '2007-11-15', latest: '2007-11-15' });
  });

  it('call a thing as it was called when each entry became known', async () => {
    const renamed = say('team-a', 'TeamRenamed', { from: 'Darfur', to: 'Sudan' }, '2008-01-10', { known: NOW });
    const alias = say('source-x', 'AliasRecorded', { alias: 'DPO', about: 'dpko', note: null }, '2007-01-01');
    const db = await tablesWith(entriesOf([...said, renamed, alias]));
    const { entries } = await entriesAnswer(db, { knownAt: NOW });
    expect(entries.map(({ eventId, name }) => [eventId, name])).toEqual([
      ['e1', 'Darfur'],
      ['e2', 'Darfur'],
      ['e3', 'Sudan'],
      ['e4', 'Sudan'],
      ['e5', 'West Africa'],
      ['e6', 'Sudan'],
      ['e7', null],
    ]);
  });

  it('can be searched by exact day, type, fact and what still counts, a page at a time', async () => {
    const db = await tablesWith(entriesOf(said));
    const ids = async (more: object): Promise<readonly string[]> =>
      (await entriesAnswer(db, { knownAt: NOW, ...more })).entries.map(({ eventId }) => eventId);
    expect(await ids({ on: '2007-11-15' })).toEqual(['e4', 'e5']);
    expect(await ids({ on: '2007-11-15', types: ['TeamPlanned'] })).toEqual(['e5']);
    expect(await ids({ fact: 'T07' })).toEqual(['e2', 'e4']);
    expect(await ids({ fact: 'T07', standing: true })).toEqual(['e4']);
    expect(await ids({ stream: 'team-a', limit: 2, after: 1 })).toEqual(['e2', 'e3']);
    expect(await ids({ limit: 2, offset: 3 })).toEqual(['e4', 'e5']);
    expect(await ids({ limit: 2, newest: true })).toEqual(['e5', 'e4']);
    expect(await ids({ learned: true })).toEqual(['e1', 'e2', 'e5']);
    expect((await entriesAnswer(db, { knownAt: NOW, limit: 2 })).count).toBe(5);
    expect((await entriesAnswer(db, { knownAt: THEN })).count).toBe(2);
  });

  it('can be searched by one paragraph of those cited, by who recorded and when', async () => {
    const cited = (paragraph: string, more: object = {}): object => ({
      more: { source: { kind: 'document', document: 'A/1', paragraph }, ...more },
    });
    const kim = { actor: { id: 'kim', role: 'hr-officer' }, recordedAt: '2008-01-05T10:00:00.000Z' };
    const db = await tablesWith(
      entriesOf([
        say('team-a', 'TeamPlanned', planned, '2007-01-01', cited('8,26')),
        say('team-b', 'TeamPlanned', planned, '2007-01-01', cited('126; 8 2')),
        say('team-c', 'TeamPlanned', planned, '2007-01-01', cited('26', kim)),
      ]),
    );
    const ids = async (more: object): Promise<readonly string[]> =>
      (await entriesAnswer(db, { knownAt: NOW, ...more })).entries.map(({ eventId }) => eventId);
    expect(await ids({ paragraph: '26' })).toEqual(['e1', 'e3']);
    expect(await ids({ paragraph: '8' })).toEqual(['e1', 'e2']);
    expect(await ids({ paragraph: '26, 8' })).toEqual(['e1']);
    expect(await ids({ paragraph: '6' })).toEqual([]);
    expect(await ids({ actor: 'kim' })).toEqual(['e3']);
    expect(await ids({ recordedFrom: '2008-01-05' })).toEqual(['e3']);
    expect(await ids({ recordedFrom: '2008-01-01', recordedTo: '2008-01-04' })).toEqual([]);
    expect(await ids({ recordedTo: '2007-12-31' })).toEqual(['e1', 'e2']);
  });

  it('explain a number down to the entries behind it', async () => {
    const db = await tablesWith(entriesOf(said));
    const question = { validOn: '2007-12-31', knownAt: NOW, filters: { status: 'standing' } };
    const { answer, histories } = await lineageAnswer(db, 'teams', question);
    expect(answer.count).toMatchObject({ atLeast: 1, atMost: 1 });
    expect(histories.map(({ stream, order }) => [stream, order])).toEqual([['team-a', ['e1', 'e4']]]);
  });

  it('explain a number a page of things at a time', async () => {
    const db = await tablesWith(entriesOf(said));
    const { answer, histories } = await lineageAnswer(db, 'teams', {
      validOn: '2007-12-31',
      knownAt: NOW,
      offset: 1,
      limit: 1,
    });
    expect([answer.count.atMost, answer.rows.map(({ id }) => id)]).toEqual([2, ['b']]);
    expect(histories.map(({ stream }) => stream)).toEqual(['team-b']);
  });

  it('tell one entry with what became of it, to whoever knew of it', async () => {
    const db = await tablesWith(entriesOf(said));
    expect(await entryAnswer(db, 'e2', NOW)).toMatchObject({
      entry: { position: 2, retractedBy: 'e3' },
      retoldBy: 'e4',
    });
    expect(await entryAnswer(db, 'e2', THEN)).toMatchObject({ entry: { retractedBy: null }, retoldBy: null });
    expect(await entryAnswer(db, 'e4', THEN)).toBeNull();
  });
});

it('two known moments differ by what answers changed and what was recorded in between', async () => {
  const db = await tablesWith(entriesOf(said));
  const { changes, recorded } = await diffAnswer(db, { validOn: '2007-10-31', knownA: THEN, knownB: NOW });
  const statuses = changes.map(({ table, stream, before, after }) => [
    ...[table, stream],
    before.map(({ values }) => values['status']),
    after.map(({ values }) => values['status']),
  ]);
  expect(statuses).toEqual([['teams', 'team-a', ['standing'], ['planned']]]);
  expect(recorded.map(({ eventId }) => eventId)).toEqual(['e3', 'e4', 'e5']);
});
