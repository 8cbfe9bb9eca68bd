import type { LedgerAnswer, LedgerPromise, SlippageAnswer } from '@cadre/contract';
import { entriesOf, type Saying, say, tablesWith } from '../read-models.builders.js';
import { ledgerAnswer, type LedgerQuestion } from './ledger.query.js';
import { slippageAnswer } from './slippage.query.js';

const KNOWN = '2008-06-30T00:00:00.000Z';
const until = (latest: string | null) => ({ earliest: null, latest, phrase: 'as told' });

const made = (id: string, latest: string | null, owner: string | null, about: readonly string[] = []): Saying =>
  say(
    `commitment-${id}`,
    'CommitmentMade',
    { what: `Promise ${id}`, ownerUnitId: owner, due: until(latest), about, measure: null },
    '2007-12-01',
  );
const redated = (id: string, latest: string | null, reason: string, on: Saying['on'] = '2008-01-10'): Saying =>
  say(`commitment-${id}`, 'CommitmentRedated', { due: until(latest) }, on, { more: { reason } });
const unit = (id: string, name: string, parentId: string | null = null): Saying =>
  say(`unit-${id}`, 'OrgUnitEstablished', { name, kind: null, parentId }, '2007-01-01');

const said: readonly Saying[] = [
  unit('field', 'Field Support'),
  unit('budget', 'Budget Division', 'field'),
  made('directors', '2007-12-31', 'field', ['post-director', 'case-director']),
  redated('directors', '2008-03-31', 'No candidate accepted'),
  redated('directors', '2008-05-31', 'The second one withdrew', '2008-04-02'),
  made('system', '2007-12-15', 'budget', ['unit-budget']),
  say('commitment-system', 'CommitmentMet', {}, ['2007-12-20', '2008-01-10']),
  made('teams', '2008-04-30', null, ['team-darfur']),
  made('study', '2008-07-31', 'field', ['evaluation-one']),
  made('session', null, 'field'),
  made('old', '2008-01-31', 'field'),
  say('commitment-old', 'CommitmentDropped', {}, '2008-02-01', { more: { reason: 'Not needed' } }),
];

const PAGE = { sort: 'due', descending: false, group: null, dueWithinDays: 90, offset: 0, limit: 100 } as const;

async function asked(
  validOn: string,
  more: Partial<LedgerQuestion> = {},
  sayings: readonly Saying[] = said,
): Promise<LedgerAnswer> {
  const db = await tablesWith(entriesOf(sayings.map((it) => ({ ...it, known: KNOWN }))));
  return ledgerAnswer(db, { validOn, knownAt: KNOWN, ...PAGE, ...more });
}
const idsIn = ({ promises }: LedgerAnswer): readonly string[] => promises.map(({ id }) => id);
const theOne = async (validOn: string, id: string, sayings: readonly Saying[] = said): Promise<LedgerPromise> =>
  (await asked(validOn, {}, sayings)).promises.find((promise) => promise.id === id)!;

async function slippage(by: SlippageAnswer['by'], sayings: readonly Saying[] = said): Promise<SlippageAnswer> {
  const db = await tablesWith(entriesOf(sayings.map((it) => ({ ...it, known: KNOWN }))));
  return slippageAnswer(db, { validOn: '2008-06-15', knownAt: KNOWN, by });
}

describe('the ledger of promises', () => {
  it('keeps the first date, and every new one with its reason and when it was known', async () => {
    const { firstDue, due, redatings, made: first, kind, stage, ownerName } = await theOne('2008-06-15', 'directors');
    expect([firstDue.latest, due.latest]).toEqual(['2007-12-31', '2008-05-31']);
    expect(redatings.map(({ due: to, reason, surely }) => [to.latest, reason, surely])).toEqual([
      ['2008-03-31', 'No candidate accepted', true],
      ['2008-05-31', 'The second one withdrew', true],
    ]);
    expect(redatings[0]!.because).toMatchObject({ eventId: 'e4', recordedAt: KNOWN });
    expect(first).toMatchObject({ eventId: 'e3', type: 'CommitmentMade' });
    expect([kind, stage, ownerName]).toEqual(['post', 'overdue', 'Field Support']);
    expect((await theOne('2008-03-01', 'directors')).redatings).toHaveLength(1);
  });

  it('tells a new date that may not have been given yet', async () => {
    const maybe = [made('it', '2007-12-31', null), redated('it', '2008-03-31', 'Late', ['2008-01-01', '2008-01-31'])];
    expect((await theOne('2008-01-15', 'it', maybe)).redatings).toMatchObject([{ surely: false }]);
  });

  it('says when a promise was met or dropped, and when it may have been', async () => {
    expect((await theOne('2008-06-15', 'system')).settlings).toMatchObject([
      { status: 'met', on: { earliest: '2007-12-20', latest: '2008-01-10' }, because: { type: 'CommitmentMet' } },
    ]);
    const maybe = await theOne('2007-12-25', 'system');
    expect([maybe.statuses, maybe.settlings.length]).toEqual([['open', 'met'], 1]);
    expect((await theOne('2008-06-15', 'old')).settlings).toMatchObject([{ status: 'dropped' }]);
    expect((await theOne('2008-06-15', 'teams')).settlings).toEqual([]);
  });

  it.each([
    ['a promise kept late slipped by days between the ends of when it was kept', 'system', { atLeast: 5, atMost: 26 }],
    ['a promise late after new dates has slipped until today at least', 'directors', { atLeast: 167, atMost: null }],
    ['a promise late without a new date has slipped until today at least', 'teams', { atLeast: 46, atMost: null }],
    ['a promise ahead of its first date has not slipped', 'study', { atLeast: 0, atMost: 0 }],
    ['a promise without a last day says nothing of slipping', 'session', null],
    ['a promise given up says nothing of slipping', 'old', null],
  ])('%s', async (_, id, slipped) => {
    expect((await theOne('2008-06-15', id)).slipped).toEqual(slipped);
  });

  it('says of a promise that may have been kept both how far it slipped then and that the end is open', async () => {
    expect((await theOne('2007-12-25', 'system')).slipped).toEqual({ atLeast: 5, atMost: null });
  });

  it('leaves an unknown end of keeping unknown', async () => {
    const met = [made('it', '2007-12-31', null), say('commitment-it', 'CommitmentMet', {}, [null, '2008-01-10'])];
    expect((await theOne('2008-06-15', 'it', met)).slipped).toEqual({ atLeast: null, atMost: 10 });
  });

  it('says a missed promise was not kept by its date, and nothing of later', async () => {
    const missed = [made('it', '2007-12-31', null), say('commitment-it', 'CommitmentMissed', {}, '2008-01-20')];
    expect((await theOne('2008-06-15', 'it', missed)).slipped).toEqual({ atLeast: 20, atMost: null });
  });

  it('counts what is overdue, due soon, open, re-dated, met and dropped, whatever part of it is listed', async () => {
    const { counts, matching } = await asked('2008-06-15', { show: ['dropped'], limit: 1 });
    expect(matching).toBe(1);
    expect(counts).toMatchObject({
      overdue: { atLeast: 2, atMost: 2, certain: true },
      dueSoon: { atLeast: 1 },
      open: { atLeast: 4 },
      redated: { atLeast: 1 },
      met: { atLeast: 1 },
      missed: { atLeast: 0, notReported: false },
      dropped: { atLeast: 1 },
    });
    expect((await asked('2008-06-15', { dueWithinDays: 30 })).counts.dueSoon.atLeast).toBe(0);
    expect((await asked('2008-06-15', {}, [])).counts.overdue).toMatchObject({ notReported: true, atLeast: null });
  });

  it('lists by what promises are, whose they are, what they are about and how they are worded', async () => {
    const ids = async (more: Partial<LedgerQuestion>) => idsIn(await asked('2008-06-15', more));
    expect(await ids({ show: ['overdue'] })).toEqual(['teams', 'directors']);
    expect(await ids({ show: ['met', 'dropped'] })).toEqual(['system', 'old']);
    expect(await ids({ owner: 'budget' })).toEqual(['system']);
    expect(await ids({ owner: 'field' })).toEqual(['old', 'directors', 'study', 'session']);
    expect(await ids({ owner: 'field', subUnits: true })).toContain('system');
    expect(await ids({ about: 'team-darfur' })).toEqual(['teams']);
    expect(await ids({ kind: 'post' })).toEqual(['directors']);
    expect(await ids({ text: 'ＰROMISE  sys' })).toEqual(['system']);
    expect(await ids({ text: 'budget div' })).toEqual(['system']);
    expect((await asked('2008-06-15', { owner: 'budget' })).owners).toEqual([
      { unitId: 'budget', name: 'Budget Division' },
      { unitId: 'field', name: 'Field Support' },
    ]);
  });

  it('comes in the order asked for, a page at a time, with what is not known last', async () => {
    const ids = async (more: Partial<LedgerQuestion>) => idsIn(await asked('2008-06-15', more));
    expect(await ids({ sort: 'slipped', descending: true, limit: 3 })).toEqual(['directors', 'teams', 'system']);
    expect(await ids({ sort: 'slipped', descending: true, offset: 3 })).toEqual(['study', 'old', 'session']);
    expect(await ids({ sort: 'due', descending: true, limit: 1 })).toEqual(['study']);
    expect((await ids({ sort: 'due' })).at(-1)).toBe('session');
    expect(await ids({ group: 'stage' })).toEqual(['teams', 'directors', 'study', 'session', 'system', 'old']);
    expect((await ids({ group: 'owner' })).at(-1)).toBe('teams');
  });

  it('names of many promises the first hundred entries a number rests on, and counts them all', async () => {
    const many = Array.from({ length: 130 }, (_, i) => made(`p${i}`, '2007-12-31', 'field'));
    const { counts, mostTold } = await asked('2008-06-15', { limit: 1 }, many);
    expect([counts.overdue.atLeast, counts.overdue.because.length, mostTold]).toEqual([130, 100, 100]);
  });

  it('names what becomes overdue next', async () => {
    expect((await asked('2008-06-15')).next).toEqual({ on: '2008-08-01', whats: ['Promise study'] });
    expect((await asked('2008-09-01')).next).toBeNull();
  });
});

describe('slippage', () => {
  it('gives no median of fewer than three, and says of how many it is', async () => {
    const { groups, all, fewest } = await slippage('owner');
    expect(fewest).toBe(3);
    expect(groups.map(({ key, sample, median }) => [key, sample, median])).toEqual([
      ['budget', 1, null],
      ['field', 1, null],
      [null, 1, null],
    ]);
    expect(all).toMatchObject({ sample: 3, median: { atLeast: 46, atMost: null } });
    expect(all.promises).toMatchObject({ atLeast: 6, atMost: 6 });
    expect(all.slipped).toMatchObject({ atLeast: 3, atMost: 3, certain: true });
    expect(all.slipped.because.map(({ stream }) => stream)).toContain('commitment-system');
  });

  it('lies between the middles of both ends', async () => {
    const kept = (id: string, on: Saying['on']): readonly Saying[] => [
      made(id, '2007-12-31', 'field', ['post-a']),
      say(`commitment-${id}`, 'CommitmentMet', {}, on),
    ];
    const all = [
      unit('field', 'Field Support'),
      ...kept('one', '2007-12-31'),
      ...kept('two', ['2008-01-10', '2008-01-20']),
      ...kept('three', ['2008-01-05', '2008-02-09']),
      ...kept('four', [null, '2008-01-30']),
    ];
    const { groups } = await slippage('kind', all);
    expect(groups).toMatchObject([{ key: 'post', sample: 4, median: { atLeast: 2.5, atMost: 25 } }]);
    expect(groups[0]!.slipped).toMatchObject({ atLeast: 2, atMost: 3, certain: false });
  });

  it('can be told by kind of promise and by stage', async () => {
    expect((await slippage('kind')).groups.map(({ key }) => key)).toEqual(['post', 'team', 'unit', 'evaluation', null]);
    expect((await slippage('stage')).groups.map(({ key, sample }) => [key, sample])).toEqual([
      ['overdue', 2],
      ['met', 1],
      ['dropped', 0],
      ['open', 0],
    ]);
  });

  it('is not reported where no promise was ever told of', async () => {
    expect((await slippage('owner', [])).all).toMatchObject({
      sample: 0,
      median: null,
      promises: { notReported: true },
    });
  });
});
