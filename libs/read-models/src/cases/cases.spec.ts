import type { CaseAnswer, CasesAnswer } from '@cadre/contract';
import { entriesOf, type Saying, say, tablesWith } from '../read-models.builders.js';
import { type Tables } from '../tables/tables.js';
import { caseLifeAnswer, casesAnswer, type CasesQuestion } from './cases.query.js';
import { DEFAULT_RECRUITMENT_TARGETS as targets, isOver } from './targets.js';

const knownAt = '2008-01-01T00:00:00.000Z';
const step = (type: string, on: Saying['on'], data: object = {}, id = 'adviser'): Saying =>
  say(`case-${id}`, type, data, on);
const opened = (on: Saying['on'] = '2007-06-01', postIds: readonly string[] = ['adviser'], id = 'adviser'): Saying =>
  step('RecruitmentOpened', on, { name: 'Adviser', postIds, blockId: null, openings: null }, id);
const advertised = (on: Saying['on']): Saying => step('VacancyAdvertised', on, { channel: 'Galaxy', closesOn: null });
const selected = (on: Saying['on'], candidateId: string | null = 'pat', postId: string | null = null): Saying =>
  step('CandidateSelected', on, { candidateId, postId });
const withdrew = (on: Saying['on'], candidateId: string | null = 'pat'): Saying =>
  step('CandidateWithdrew', on, { candidateId });
const asked = (on: Saying['on']): Saying =>
  step('NominationsRequested', on, { askedOf: 'five contributors', askedCount: 5 });

const tablesOf = (sayings: readonly Saying[]): Promise<Tables> => tablesWith(entriesOf(sayings));
const ask = (tables: Tables, question: Partial<CasesQuestion> = {}): Promise<CasesAnswer> =>
  casesAnswer(tables, { validOn: '2007-11-30', knownAt, sort: 'opened', offset: 0, limit: 100, targets, ...question });
async function onlyCase(sayings: readonly Saying[], validOn = '2007-11-30'): Promise<CaseAnswer> {
  return (await ask(await tablesOf(sayings), { validOn, all: true })).cases[0]!;
}
const stagesIn = (it: CaseAnswer) =>
  it.parts.flatMap(({ stages }) => stages.map(({ stage, days, overTarget }) => ({ stage, days, overTarget })));

describe('a recruitment case', () => {
  it('tells since when it is in its stage, and whether that is longer than it should be', async () => {
    const it = await onlyCase([opened(), advertised(['2007-10-01', '2007-10-20'])]);
    expect(stagesIn(it)).toEqual([{ stage: 'advertised', days: { atLeast: 41, atMost: 60 }, overTarget: 'possibly' }]);
    expect(it).toMatchObject({
      daysOpen: { atLeast: 182, atMost: 182 },
      targetDays: 120,
      overTarget: 'yes',
      isOpen: 'yes',
    });
    expect(it.parts).toMatchObject([{ posts: [{ id: 'adviser', title: null }], overTarget: 'possibly' }]);
  });

  it('tells every stage it may be in', async () => {
    const it = await onlyCase([opened(), advertised(['2007-11-15', '2007-12-20'])]);
    expect(stagesIn(it)).toEqual([
      { stage: 'opened', days: { atLeast: 182, atMost: 182 }, overTarget: 'yes' },
      { stage: 'advertised', days: { atLeast: 0, atMost: 15 }, overTarget: 'no' },
    ]);
    expect(it.parts[0]!.overTarget).toBe('possibly');
  });

  it('goes back when the candidate withdraws, and on from there', async () => {
    const said = [opened(), selected('2007-09-01'), withdrew(['2007-10-01', '2007-10-10'])];
    const withdrawn = await onlyCase(said);
    expect(stagesIn(withdrawn)).toMatchObject([{ stage: 'withdrawn', days: { atLeast: 51, atMost: 60 } }]);
    expect(withdrawn.withdrawals).toBe(1);
    expect(withdrawn.candidates).toMatchObject([{ candidateId: 'pat', stages: ['withdrawn'], certain: true }]);
    const again = await onlyCase([...said, asked('2007-11-05')]);
    expect(stagesIn(again)).toMatchObject([{ stage: 'nominations requested', days: { atLeast: 25, atMost: 25 } }]);
    expect(again).toMatchObject({ askedOf: 'five contributors', askedCount: 5, isOpen: 'yes' });
  });

  it('was not in a stage before what came before it', async () => {
    const it = await onlyCase([opened('2007-10-01'), advertised([null, '2007-11-10'])]);
    expect(stagesIn(it)).toMatchObject([{ days: { atLeast: 20, atMost: 60 } }]);
  });

  it('is possibly too long open when nobody says since when', async () => {
    const it = await onlyCase([opened([null, '2007-11-10'])]);
    expect(it).toMatchObject({ daysOpen: { atLeast: 20, atMost: null }, overTarget: 'possibly' });
    expect(stagesIn(it)).toEqual([{ stage: 'opened', days: { atLeast: 20, atMost: null }, overTarget: 'yes' }]);
  });

  it('is open no longer than to its end', async () => {
    const reported = step('CandidateReported', '2007-08-01', { candidateId: 'pat' });
    const it = await onlyCase([opened(), selected('2007-07-01'), reported]);
    expect(it).toMatchObject({ daysOpen: { atLeast: 61, atMost: 61 }, overTarget: 'no', isOpen: 'no' });
    const cancelled = await onlyCase([opened(), step('RecruitmentCancelled', ['2007-11-01', '2007-12-31'])]);
    expect(cancelled).toMatchObject({ isOpen: 'possibly', daysOpen: { atLeast: 153, atMost: 213 } });
  });

  it('tells posts apart that do not stand together', async () => {
    const said = [opened('2007-06-01', ['a', 'b', 'c']), selected('2007-10-01', 'pat', 'b')];
    const { parts } = await onlyCase(said);
    expect(parts.map(({ posts, stages }) => [posts.map(({ id }) => id), stages[0]!.stage])).toEqual([
      [['a', 'c'], 'opened'],
      [['b'], 'selected'],
    ]);
  });

  it('lists its candidates with how far each has come, named or not', async () => {
    const said = [
      opened(),
      step('CandidateNominated', '2007-07-01', { candidateId: 'kim', nominatedBy: null }),
      step('CandidateNominated', '2007-07-01', { candidateId: 'pat', nominatedBy: null }),
      step('CandidateShortlisted', '2007-08-01', { candidateId: 'pat' }),
      selected(['2007-11-20', '2007-12-10'], null),
    ];
    const { candidates } = await onlyCase(said);
    expect(candidates.map(({ candidateId, stages, certain }) => ({ candidateId, stages, certain }))).toEqual([
      { candidateId: 'kim', stages: ['nominated'], certain: true },
      { candidateId: null, stages: ['selected'], certain: false },
      { candidateId: 'pat', stages: ['shortlisted'], certain: true },
    ]);
    expect(candidates[2]!.because.map(({ type }) => type)).toEqual(['CandidateShortlisted', 'CandidateNominated']);
  });

  it('keeps a candidate whose name is told late as one', async () => {
    const said = [
      opened(),
      step('CandidateNominated', '2007-07-01', { candidateId: 'pat', nominatedBy: null }),
      selected('2007-08-01', null),
      step('OfferAccepted', '2007-09-01', { candidateId: 'pat' }),
    ];
    expect((await onlyCase(said)).candidates).toMatchObject([{ candidateId: 'pat', stages: ['accepted'] }]);
  });

  it('does not take a candidate back when the selection is made public after the offer was accepted', async () => {
    const accepted = step('OfferAccepted', '2007-08-10', { candidateId: 'pat' });
    const announced = step('CandidateAnnounced', '2007-08-20', { candidateId: 'pat' });
    const { candidates } = await onlyCase([opened(), selected('2007-08-01'), accepted, announced]);
    expect(candidates).toMatchObject([{ stages: ['accepted'], since: { earliest: '2007-08-10' } }]);
  });

  it('tells its life, with the days from step to step', async () => {
    const tables = await tablesOf([opened(), advertised(['2007-10-01', '2007-10-20']), selected('2007-11-25')]);
    const life = await caseLifeAnswer(tables, { validOn: '2007-11-30', knownAt, caseId: 'adviser', targets });
    expect(life.steps.map(({ type, days }) => [type, days])).toEqual([
      ['RecruitmentOpened', { atLeast: 122, atMost: 141 }],
      ['VacancyAdvertised', { atLeast: 36, atMost: 55 }],
      ['CandidateSelected', { atLeast: 5, atMost: 5 }],
    ]);
    expect(life.case).toMatchObject({ id: 'adviser' });
    expect(life.targets.stages.find(({ stage }) => stage === 'advertised')).toEqual({ stage: 'advertised', days: 45 });
    const nothing = await caseLifeAnswer(tables, { validOn: '2007-11-30', knownAt, caseId: 'x', targets });
    expect(nothing).toMatchObject({ case: null, steps: [] });
  });
});

describe('the list of cases', () => {
  const said = [
    opened('2007-03-01', ['a'], 'old'),
    opened('2007-09-01', ['b'], 'new'),
    opened('2007-02-01', ['c'], 'over'),
    step('RecruitmentCancelled', '2007-05-01', {}, 'over'),
  ];
  const idsIn = ({ cases }: CasesAnswer) => cases.map(({ id }) => id);

  it('has those under way, the longest open first, unless all are asked for', async () => {
    const tables = await tablesOf(said);
    expect(idsIn(await ask(tables))).toEqual(['old', 'new']);
    expect(idsIn(await ask(tables, { all: true }))).toEqual(['over', 'old', 'new']);
    expect((await ask(tables, { limit: 1, offset: 1 })).total).toMatchObject({ atLeast: 2, atMost: 2 });
  });

  it.each([
    ['a stage', { stages: ['cancelled'] }, ['over']],
    ['a post', { post: 'b' }, ['new']],
    ['a text', { text: 'ADVISER' }, ['old', 'new']],
    ['a text of an id', { text: 'old' }, ['old']],
  ] as const)('can be asked for %s', async (_what, question, ids) =>
    expect(idsIn(await ask(await tablesOf(said), question as Partial<CasesQuestion>))).toEqual(ids),
  );

  it('is not reported when nothing is told of any case', async () =>
    expect((await ask(await tablesOf([]))).total).toMatchObject({ notReported: true }));
});

it.each([
  [{ atLeast: 121, atMost: null }, 'yes'],
  [{ atLeast: 120, atMost: 121 }, 'possibly'],
  [{ atLeast: 0, atMost: null }, 'possibly'],
  [{ atLeast: 0, atMost: 120 }, 'no'],
  [null, 'possibly'],
])('%j is over 120 days: %s', (days, verdict) => expect(isOver(days, 120)).toBe(verdict));
