import type { PersonAnswer } from '@cadre/contract';
import { entriesOf, type Saying, say, tablesWith } from '../read-models.builders.js';
import { type Tables } from '../tables/tables.js';
import { peopleAnswer } from './people.query.js';
import { personAnswer } from './person.query.js';

const knownAt = '2008-01-01T00:00:00.000Z';
const dates = { validOn: '2007-11-30', knownAt };
const post = (id: string): Saying =>
  say(
    `post-${id}`,
    'PostEstablished',
    {
      ...{ blockId: null, number: null, title: `Post ${id}`, grade: null, unitId: null },
      ...{ seniority: null, occupancy: 'vacant' },
    },
    '2007-01-01',
  );
const pat = (type: string, on: Saying['on'], data: object): Saying => say('person-pat', type, data, on);
const holds = (postId: string, on: Saying['on']): Saying => pat('PostEncumbered', on, { postId, share: 100 });
const leaves = (postId: string, on: Saying['on']): Saying => pat('PostReleased', on, { postId });
const acting = (personId: string | null, on: Saying['on']): Saying =>
  say('post-chief', 'OfficerInChargeDesignated', { personId, grade: 'P-5' }, on);
const team = say(
  'team-one',
  'TeamPlanned',
  { name: 'Team one', kind: null, unitId: null, composition: [], strengthWording: null },
  '2007-01-01',
);
const member = (personId: string, on: Saying['on']): Saying =>
  say('team-one', 'TeamMemberAssigned', { personId, function: 'police', postId: null }, on);
const opened = say(
  'case-chief',
  'RecruitmentOpened',
  { name: 'Chief', postIds: ['chief'], blockId: null, openings: null },
  '2007-05-01',
);
const nominated = (candidateId: string): Saying =>
  say('case-chief', 'CandidateNominated', { candidateId, nominatedBy: null }, '2007-06-01');

const tablesOf = (sayings: readonly Saying[]): Promise<Tables> => tablesWith(entriesOf(sayings));
async function patOn(sayings: readonly Saying[], validOn = dates.validOn): Promise<PersonAnswer> {
  return personAnswer(await tablesOf(sayings), { validOn, knownAt, personId: 'pat' });
}
const periodsIn = ({ periods }: PersonAnswer) => periods.map(({ kind, id, days, ended }) => [kind, id, days, ended]);

describe('the page of a person', () => {
  it('tells which posts were held from when to when, and how long', async () => {
    const said = [
      post('chief'),
      post('head'),
      holds('chief', '2007-02-01'),
      leaves('chief', ['2007-05-01', '2007-05-31']),
    ];
    const answer = await patOn([...said, holds('head', '2007-06-01')]);
    expect(periodsIn(answer)).toEqual([
      ['holds', 'chief', { atLeast: 89, atMost: 119 }, true],
      ['holds', 'head', { atLeast: 182, atMost: 182 }, false],
    ]);
    expect(answer.periods[0]).toMatchObject({ name: 'Post chief', share: 100, begun: true, to: { phrase: 'as told' } });
    expect(answer.periods[0]!.because.map(({ type }) => type)).toEqual(['PostEncumbered', 'PostReleased']);
  });

  it('says nothing of what comes after the day asked for', async () => {
    const said = [post('chief'), holds('chief', '2007-02-01'), leaves('chief', '2007-05-01')];
    expect(periodsIn(await patOn(said, '2007-03-01'))).toEqual([
      ['holds', 'chief', { atLeast: 28, atMost: 28 }, false],
    ]);
    expect(await patOn(said, '2007-01-01')).toMatchObject({ isKnown: false, periods: [] });
  });

  it('shows a reservation until it ends in holding the post or is released', async () => {
    const reserved = pat('PostReserved', '2007-02-01', { postId: 'chief', share: 100, caseId: null, before: [] });
    const released = pat('ReservationReleased', '2007-02-02', { postId: 'chief', because: 'POST_FROZEN' });
    const kinds = async (...said: readonly Saying[]) => periodsIn(await patOn([post('chief'), reserved, ...said]));
    expect(await kinds()).toMatchObject([['reserved', 'chief', {}, false]]);
    expect(await kinds(released)).toMatchObject([['reserved', 'chief', {}, true]]);
    expect(await kinds(holds('chief', '2007-02-01'))).toMatchObject([['holds', 'chief', {}, false]]);
  });

  it('shows acting cover, which ends when somebody else comes', async () => {
    const said = [post('chief'), acting('pat', '2007-03-01'), acting('kim', '2007-04-01')];
    const { periods } = await patOn(said);
    expect(periods).toMatchObject([{ kind: 'acts', id: 'chief', detail: 'P-5', days: { atLeast: 31, atMost: 31 } }]);
    const filled = say('post-chief', 'PostFilled', { personId: 'lee', share: 100, caseId: null }, '2007-03-11');
    expect(periodsIn(await patOn([post('chief'), acting('pat', '2007-03-01'), filled]))).toEqual([
      ['acts', 'chief', { atLeast: 10, atMost: 10 }, true],
    ]);
  });

  it('shows teams and candidacies', async () => {
    const left = say('team-one', 'TeamMemberReleased', { personId: 'pat' }, '2007-08-01');
    const answer = await patOn([post('chief'), team, member('pat', '2007-07-01'), left, opened, nominated('pat')]);
    expect(periodsIn(answer)).toEqual([['member', 'one', { atLeast: 31, atMost: 31 }, true]]);
    expect(answer.periods[0]).toMatchObject({ name: 'Team one', detail: 'police' });
    expect(answer.candidacies).toMatchObject([
      { caseId: 'chief', caseName: 'Chief', postId: 'chief', stages: ['nominated'], certain: true },
    ]);
  });

  it('says when the data were erased, and keeps the timeline', async () => {
    const said = [post('chief'), holds('chief', '2007-02-01'), pat('SubjectErased', '2007-10-01', {})];
    expect(await patOn(said)).toMatchObject({ erased: true, isKnown: true, periods: [{ id: 'chief' }] });
  });
});

describe('the list of persons', () => {
  const said = [
    post('chief'),
    acting('ann', '2007-03-01'),
    team,
    member('bob', '2007-04-01'),
    opened,
    nominated('cay'),
    holds('chief', ['2007-11-01', '2007-12-31']),
  ];

  it('has everybody that anything is told of, with what each has to do with', async () => {
    const { people, total } = await peopleAnswer(await tablesOf(said), { ...dates, offset: 0, limit: 100 });
    expect(total).toMatchObject({ atLeast: 4, atMost: 4 });
    expect(total.because.map(({ type }) => type)).toEqual(
      expect.arrayContaining([
        'OfficerInChargeDesignated',
        'TeamMemberAssigned',
        'CandidateNominated',
        'PostEncumbered',
      ]),
    );
    expect(people[0]!.ties[0]!.because).toMatchObject([{ type: 'OfficerInChargeDesignated' }]);
    expect(people.map(({ id, ties }) => [id, ...ties.map(({ kind, id: of, certain }) => [kind, of, certain])])).toEqual(
      [
        ['ann', ['acts', 'chief', true]],
        ['bob', ['member', 'one', true]],
        ['cay', ['candidate', 'chief', true]],
        ['pat', ['holds', 'chief', false]],
      ],
    );
  });

  it('can be searched and paged', async () => {
    const tables = await tablesOf(said);
    const ids = async (more: object) =>
      (await peopleAnswer(tables, { ...dates, offset: 0, limit: 100, ...more })).people.map(({ id }) => id);
    expect(await ids({ search: 'A' })).toEqual(['ann', 'cay', 'pat']);
    expect(await ids({ offset: 1, limit: 2 })).toEqual(['bob', 'cay']);
  });

  it('is not reported when nothing is told of anybody', async () =>
    expect((await peopleAnswer(await tablesOf([]), { ...dates, offset: 0, limit: 9 })).total.notReported).toBe(true));
});
