import type { StaffingAnswer, StaffingRow } from '@cadre/contract';
import { entriesOf, type Saying, say, tablesWith } from '../read-models.builders.js';
import { type Tables } from '../tables/tables.js';
import { staffingAnswer, staffingPostAnswer, type StaffingQuestion } from './staffing.query.js';

const knownAt = '2008-01-01T00:00:00.000Z';
const post = (id: string, more: object = {}, on: Saying['on'] = '2007-01-01'): Saying =>
  say(
    `post-${id}`,
    'PostEstablished',
    {
      ...{ blockId: null, number: null, title: 'Officer', grade: 'P-4', unitId: null, seniority: null },
      ...{ occupancy: 'not reported', ...more },
    },
    on,
  );
const filled = (id: string, personId: string | null, on: Saying['on']): readonly Saying[] => [
  say(`post-${id}`, 'PostFilled', { personId, share: 50, caseId: null }, on),
  ...(personId === null ? [] : [say(`person-${personId}`, 'PostEncumbered', { postId: id, share: 50 }, on)]),
];
const vacated = (id: string, on: Saying['on']): Saying =>
  say(`post-${id}`, 'PostVacated', { personId: null, cause: null }, on);
const acting = (id: string, on: Saying['on']): Saying =>
  say(`post-${id}`, 'OfficerInChargeDesignated', { personId: 'kim', grade: 'P-5' }, on);
const unit = (id: string, name: string, parentId: string | null = null, on: Saying['on'] = '2007-01-01'): Saying =>
  say(`unit-${id}`, 'OrgUnitEstablished', { name, kind: null, parentId }, on);

const tablesOf = (sayings: readonly Saying[]): Promise<Tables> => tablesWith(entriesOf(sayings));
const ask = (tables: Tables, question: Partial<StaffingQuestion> = {}): Promise<StaffingAnswer> =>
  staffingAnswer(tables, {
    ...{ validOn: '2007-11-30', knownAt, sort: 'grade', descending: false, offset: 0, limit: 100 },
    ...question,
  });
async function onlyPost(sayings: readonly Saying[], validOn = '2007-11-30'): Promise<StaffingRow> {
  return (await ask(await tablesOf(sayings), { validOn })).posts[0]!;
}
const idsIn = ({ posts }: StaffingAnswer): readonly string[] => posts.map(({ id }) => id);

describe('how long a post has been vacant', () => {
  it('is a range when the day it became so is fuzzy', async () => {
    const said = [
      post('chief'),
      ...filled('chief', 'pat', '2007-03-01'),
      vacated('chief', ['2007-10-21', '2007-10-31']),
    ];
    const { vacantSince, vacantDays, states, certain } = await onlyPost(said);
    expect({ vacantDays, states, certain }).toEqual({
      vacantDays: { atLeast: 30, atMost: 40 },
      states: [{ standing: 'live', occupancy: 'vacant' }],
      certain: true,
    });
    expect(vacantSince).toMatchObject({ earliest: '2007-10-21', latest: '2007-10-31', inWords: expect.any(String) });
  });

  it('may be nothing yet while the post may still be filled', async () => {
    const said = [
      post('chief'),
      ...filled('chief', 'pat', '2007-03-01'),
      vacated('chief', ['2007-10-21', '2007-10-31']),
    ];
    const { vacantDays, states, certain, incumbents } = await onlyPost(said, '2007-10-25');
    expect(vacantDays).toEqual({ atLeast: 0, atMost: 4 });
    expect(states.map(({ occupancy }) => occupancy)).toEqual(['filled', 'vacant']);
    expect(certain).toBe(false);
    expect(incumbents).toMatchObject([
      { personId: 'pat', share: 50, since: { shape: { form: 'day' } }, certain: false },
    ]);
  });

  it('is held within what came before and after it', async () => {
    const frozen = say('post-chief', 'PostFrozen', { authority: null }, '2007-09-10');
    const said = [
      post('chief'),
      ...filled('chief', null, '2007-09-01'),
      vacated('chief', [null, '2007-11-29']),
      frozen,
    ];
    expect((await onlyPost(said)).vacantDays).toEqual({ atLeast: 81, atMost: 90 });
  });

  it('has no upper end when nobody says how long before', async () =>
    expect((await onlyPost([post('chief', { occupancy: 'vacant' }, [null, '2007-10-31'])])).vacantDays).toEqual({
      atLeast: 30,
      atMost: null,
    }));

  it('is not known of a post that is filled, of which nothing is reported, or which is no more', async () => {
    expect((await onlyPost([post('chief')])).vacantDays).toBeNull();
    expect((await onlyPost([post('chief'), ...filled('chief', null, '2007-03-01')])).vacantDays).toBeNull();
    const abolished = say('post-chief', 'PostAbolished', { authority: null }, '2007-05-01');
    const tables = await tablesOf([post('chief', { occupancy: 'vacant' }), abolished]);
    expect((await ask(tables)).posts).toEqual([]);
    expect((await ask(tables, { states: ['abolished'] })).posts).toMatchObject([{ vacantDays: null }]);
  });
});

describe('an officer-in-charge', () => {
  it('fills no post', async () => {
    const tables = await tablesOf([
      post('chief', { occupancy: 'vacant' }, '2007-10-01'),
      acting('chief', '2007-10-31'),
    ]);
    const answer = await ask(tables, { states: ['filled'] });
    expect(answer.total).toMatchObject({ atLeast: 0, atMost: 0 });
    const [chief] = (await ask(tables, { states: ['vacant'] })).posts;
    expect(chief).toMatchObject({
      officerInCharge: { personId: 'kim', grade: 'P-5', certain: true },
      incumbents: [],
      vacantDays: { atLeast: 60, atMost: 60 },
    });
  });

  it('tells that the post is vacant, and not since when', async () =>
    expect((await onlyPost([post('chief'), acting('chief', '2007-10-31')])).vacantDays).toEqual({
      atLeast: 30,
      atMost: null,
    }));
});

describe('who holds a post', () => {
  it.each(['pat', null])('is told with since when, as fuzzy as the source says: %s', async (personId) => {
    const { incumbents } = await onlyPost([post('chief'), ...filled('chief', personId, ['2007-10-21', '2007-10-31'])]);
    expect(incumbents).toMatchObject([{ personId, since: { earliest: '2007-10-21', latest: '2007-10-31' } }]);
  });
});

describe('the staffing table', () => {
  const said = [
    unit('dpko', 'Department of Peacekeeping Operations'),
    unit('oo', 'Office of Operations', 'dpko'),
    post('usg', { title: 'Head', grade: 'USG', unitId: 'dpko', number: 'P-1' }),
    post('d2', { title: 'Director', grade: 'D-2', unitId: 'oo', number: 'P-3', occupancy: 'vacant' }, '2007-10-01'),
    post('p5', { title: 'Senior officer', grade: 'P-5', unitId: 'oo', occupancy: 'vacant' }, '2007-02-01'),
    post('odd', { title: 'Adviser', grade: 'X-9', number: 'P-2' }),
  ];

  it('is in order of grade from the highest, others last', async () =>
    expect(idsIn(await ask(await tablesOf(said)))).toEqual(['usg', 'd2', 'p5', 'odd']));

  it.each([
    ['number', false, ['usg', 'odd', 'd2', 'p5']],
    ['number', true, ['d2', 'odd', 'usg', 'p5']],
    ['title', false, ['odd', 'd2', 'usg', 'p5']],
    ['unit', false, ['usg', 'd2', 'p5', 'odd']],
    ['state', false, ['d2', 'p5', 'odd', 'usg']],
    ['vacancy', true, ['p5', 'd2', 'odd', 'usg']],
    ['vacancy', false, ['d2', 'p5', 'odd', 'usg']],
  ] as const)('can be in order of %s (descending: %s)', async (sort, descending, ids) =>
    expect(idsIn(await ask(await tablesOf(said), { sort, descending }))).toEqual(ids),
  );

  it.each([
    ['units', { units: ['dpko'] }, ['usg', 'd2', 'p5']],
    ['grades', { grades: ['D-2', 'P-5'] }, ['d2', 'p5']],
    ['states', { states: ['not reported'] }, ['usg', 'odd']],
    ['text of a title', { text: 'DIRECTOR' }, ['d2']],
    ['text of a unit', { text: 'office of operations' }, ['d2', 'p5']],
    ['text of a number', { text: 'p-2' }, ['odd']],
  ] as const)('can be asked for %s', async (_what, question, ids) =>
    expect(idsIn(await ask(await tablesOf(said), question as Partial<StaffingQuestion>))).toEqual(ids),
  );

  it('counts what possibly matches, and says what rests on which entry', async () => {
    const moved = say('post-d2', 'PostRedeployed', { fromUnitId: 'oo', toUnitId: 'other' }, [
      '2007-11-01',
      '2007-12-31',
    ]);
    const answer = await ask(await tablesOf([...said, moved]), { units: ['oo'] });
    expect(answer.total).toMatchObject({ atLeast: 1, atMost: 2, certain: false });
    expect(answer.posts.find(({ id }) => id === 'd2')).toMatchObject({
      units: [
        { id: 'oo', names: ['Office of Operations'] },
        { id: 'other', names: [] },
      ],
      certain: false,
    });
    expect(answer.total.because.map(({ type }) => type)).toContain('PostRedeployed');
    expect(answer.states.find(({ state }) => state === 'vacant')!.count).toMatchObject({ atLeast: 1, atMost: 2 });
    expect(answer.grades).toEqual(['USG', 'D-2', 'P-5', 'X-9']);
  });

  it('says not reported when nothing is told of any post', async () =>
    expect((await ask(await tablesOf([]))).total).toMatchObject({ atLeast: null, notReported: true }));

  it('names the recruitment under way for a post, and none that is over', async () => {
    const opened = { name: 'Director', postIds: ['d2'], blockId: null, openings: null };
    const open = say('case-1', 'RecruitmentOpened', opened, '2007-10-10');
    const cancelled = say('case-1', 'RecruitmentCancelled', {}, ['2007-11-20', '2007-12-10']);
    const tables = await tablesOf([...said, open, cancelled]);
    const casesOf = async (validOn: string) => (await ask(tables, { validOn, text: 'director' })).posts[0]!.cases;
    expect(await casesOf('2007-11-15')).toEqual([{ caseId: '1', name: 'Director', stages: ['opened'], certain: true }]);
    expect(await casesOf('2007-11-30')).toMatchObject([{ stages: ['opened', 'cancelled'], certain: false }]);
    expect(await casesOf('2007-12-31')).toEqual([]);
  });

  it('answers one post by itself, or that nothing is told of it', async () => {
    const tables = await tablesOf(said);
    const dates = { validOn: '2007-11-30', knownAt };
    expect((await staffingPostAnswer(tables, { ...dates, postId: 'd2' })).post).toMatchObject({ titles: ['Director'] });
    expect((await staffingPostAnswer(tables, { ...dates, postId: 'nobody' })).post).toBeNull();
  });

  it('answers for a past moment what was known then', async () => {
    const late = say('post-usg', 'PostVacated', { personId: null, cause: null }, '2007-06-01', {
      known: '2007-12-15T00:00:00.000Z',
    });
    const early = said.map((it) => ({ ...it, known: '2007-11-01T00:00:00.000Z' }));
    const tables = await tablesOf([...early, late]);
    const stateAt = async (moment: string) =>
      (await ask(tables, { knownAt: moment, text: 'head' })).posts[0]!.states[0]!.occupancy;
    expect(await stateAt('2007-11-30T00:00:00.000Z')).toBe('not reported');
    expect(await stateAt('2007-12-31T00:00:00.000Z')).toBe('vacant');
  });
});

it('pages through 2,000 posts, each once and in order', async () => {
  const many = Array.from({ length: 2_000 }, (_, i) =>
    post(`p${i}`, {
      number: String((i * 7_919) % 2_000).padStart(5, '0'),
      occupancy: i % 3 === 0 ? 'vacant' : 'not reported',
    }),
  );
  const tables = await tablesOf(many);
  const numbers: (string | null)[] = [];
  for (let offset = 0; ; offset += 300) {
    const { posts, total } = await ask(tables, { sort: 'number', offset, limit: 300 });
    expect(total).toMatchObject({ atLeast: 2_000, atMost: 2_000 });
    if (posts.length === 0) break;
    numbers.push(...posts.map(({ number }) => number));
  }
  expect(numbers).toEqual(Array.from({ length: 2_000 }, (_, i) => String(i).padStart(5, '0')));
  const vacant = await ask(tables, { sort: 'vacancy', descending: true, states: ['vacant'], limit: 10 });
  expect(vacant.total).toMatchObject({ atLeast: 667, atMost: 667 });
});
