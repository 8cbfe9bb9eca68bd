import type { MomentsAnswer } from '@cadre/contract';
import { entriesOf, type Saying, say, tablesWith } from '../read-models.builders.js';
import { momentsAnswer, type MomentsQuestion } from './moments.query.js';

const [THEN, NOW] = ['2007-12-31T00:00:00.000Z', '2008-02-01T09:30:00.000Z'];
const unit = (id: string, on: Saying['on'], known: string): Saying =>
  say(`unit-${id}`, 'OrgUnitEstablished', { name: id, kind: null, parentId: null }, on, { known });
const due = { earliest: null, latest: '2007-12-31', phrase: 'by the end of 2007' };
const said = [
  unit('a', '2007-01-01', THEN),
  unit('b', ['2007-10-21', '2007-10-31'], THEN),
  unit('c', '2007-06-30', NOW),
  say(
    'commitment-d',
    'CommitmentMade',
    { what: 'it', ownerUnitId: null, due, about: [], measure: null },
    '2007-01-01',
    {
      known: NOW,
    },
  ),
];

async function asked(more: Partial<MomentsQuestion> = {}, sayings: readonly Saying[] = said): Promise<MomentsAnswer> {
  return momentsAnswer(await tablesWith(entriesOf(sayings)), { knownAt: NOW, ...more });
}

describe('moments', () => {
  it('are the days on which an answer can change: both ends of a window, and the day after a promise', async () => {
    const { days, daysBy } = await asked();
    const expected = ['2007-01-01', '2007-06-30', '2007-10-21', '2007-10-31', '2008-01-01'];
    expect([daysBy, days.map(({ day }) => day)]).toEqual(['day', expected]);
  });

  it('are those at which anything became known', async () => {
    expect((await asked()).moments).toEqual([
      { knownAt: THEN, entries: 2 },
      { knownAt: NOW, entries: 2 },
    ]);
  });

  it('tell nothing that was not known yet', async () => {
    const { days, moments } = await asked({ knownAt: THEN });
    expect(days.map(({ day }) => day)).toEqual(['2007-01-01', '2007-10-21', '2007-10-31']);
    expect(moments.map(({ knownAt }) => knownAt)).toEqual([THEN]);
  });

  it('can be asked for between two days', async () => {
    const { days } = await asked({ from: '2007-06-30', to: '2007-10-30' });
    expect(days.map(({ day }) => day)).toEqual(['2007-06-30', '2007-10-21']);
  });

  it('are taken together by month or year where there would be too many, on the last of the days', async () => {
    const byMonth = await asked({ most: 4 });
    expect([byMonth.daysBy, byMonth.days.map(({ day }) => day)]).toEqual([
      'month',
      ['2007-01-01', '2007-06-30', '2007-10-31', '2008-01-01'],
    ]);
    const byYear = await asked({ most: 1 });
    expect([byYear.daysBy, byYear.days.map(({ day }) => day)]).toEqual(['year', ['2007-10-31', '2008-01-01']]);
    expect([byYear.momentsBy, byYear.moments.map(({ entries }) => entries)]).toEqual(['year', [2, 2]]);
  });

  it('are none where nothing is recorded', async () => {
    expect(await asked({}, [])).toMatchObject({ days: [], moments: [], daysBy: 'day' });
  });
});
