import type { TableAnswer } from '@cadre/contract';
import { entriesOf, type Saying, say, tablesWith } from '../read-models.builders.js';
import { type Filters } from './filters.js';
import { tableAnswer } from './table.query.js';
import { UnknownQuestion } from './unknown-question.js';

const [EARLY, LATE] = ['2007-12-31T00:00:00.000Z', '2008-02-01T00:00:00.000Z'];
const team = (id: string, kind: string): Saying =>
  say(
    `team-${id}`,
    'TeamPlanned',
    { name: id, kind, unitId: 'africa', composition: [], strengthWording: null },
    '2007-01-01',
  );
const stoodUp = (id: string, on: Saying['on'], known = EARLY): Saying =>
  say(`team-${id}`, 'TeamStoodUp', {}, on, { known });
const unit = (id: string, parentId: string | null): Saying =>
  say(`unit-${id}`, 'OrgUnitEstablished', { name: id, kind: null, parentId }, '2007-01-01');
const post = (id: string, unitId: string): Saying =>
  say(
    `post-${id}`,
    'PostEstablished',
    { blockId: null, number: null, title: id, grade: null, unitId, seniority: null, occupancy: 'vacant' },
    '2007-01-01',
  );

async function asked(
  sayings: readonly Saying[],
  table: string,
  filters: Filters,
  [validOn, knownAt] = ['2007-12-31', EARLY],
): Promise<TableAnswer> {
  return tableAnswer(await tablesWith(entriesOf(sayings)), table, { validOn, knownAt, filters });
}

describe('a table', () => {
  it('counts what surely and what possibly matches', async () => {
    const said = [
      team('a', 'iot'),
      team('b', 'iot'),
      stoodUp('a', '2007-10-21'),
      stoodUp('b', ['2007-10-21', '2007-12-31']),
    ];
    const { count, rows } = await asked(said, 'teams', { status: 'standing' }, ['2007-11-01', EARLY]);
    expect(count).toMatchObject({ atLeast: 1, atMost: 2, certain: false, notReported: false });
    expect(rows.map(({ id, certain, states }) => [id, certain, states.map(({ values }) => values['status'])])).toEqual([
      ['a', true, ['standing']],
      ['b', false, ['planned', 'standing']],
    ]);
    expect(count.because.map(({ eventId }) => eventId)).toEqual(['e2', 'e3', 'e4']);
  });

  it('shows what a thing can have been in the order of events, not in the order it was told', async () => {
    const moved = (place: string, on: Saying['on'], more: object = {}): Saying =>
      say('unit-a', 'OrgUnitRelocated', { place }, on, { known: LATE, more });
    const said = [
      unit('a', null),
      moved('Nairobi', ['2007-10-01', '2007-10-31']),
      moved('Addis Ababa', ['2007-09-15', '2007-10-15'], { precedes: ['e2'] }),
    ];
    for (const batch of [1, 3]) {
      const tables = await tablesWith(entriesOf(said), batch);
      const { rows } = await tableAnswer(tables, 'units', { validOn: '2007-10-05', knownAt: LATE });
      expect(rows[0]!.states.map(({ values }) => values['place'])).toEqual([null, 'Addis Ababa', 'Nairobi']);
    }
  });

  it('says zero of a kind it knows, and not reported of a kind nobody told of', async () => {
    const said = [team('a', 'iot')];
    expect((await asked(said, 'teams', { kind: 'iot', status: 'standing' })).count).toMatchObject({
      atLeast: 0,
      atMost: 0,
    });
    expect((await asked(said, 'teams', { kind: 'joint', status: 'standing' })).count).toMatchObject({
      notReported: true,
      atLeast: null,
    });
    expect((await asked(said, 'evaluations', {})).count).toMatchObject({ notReported: true });
  });

  it('rests a number on what it asks for, not on what else has changed', async () => {
    const reclassified = say('post-chief', 'PostReclassified', { from: null, to: 'D-2' }, '2007-03-01');
    const filled = say('post-chief', 'PostFilled', { personId: null, share: 100, caseId: null }, '2007-02-01');
    const said = [post('chief', 'centre'), filled, reclassified];
    const restsOn = async (filters: Filters): Promise<readonly string[]> =>
      (await asked(said, 'posts', filters)).count.because.map(({ type }) => type);
    expect(await restsOn({ occupancy: 'filled' })).toEqual(['PostFilled']);
    expect(await restsOn({ grade: 'D-2' })).toEqual(['PostReclassified']);
    expect(await restsOn({ occupancy: 'filled', unit_id: 'centre' })).toEqual(['PostEstablished', 'PostFilled']);
    expect(await restsOn({})).toEqual(['PostEstablished']);
    expect(await restsOn({ stream: 'post-chief' })).toEqual(['PostEstablished']);
    expect((await asked(said, 'posts', {})).rows[0]!.states[0]!.because.type).toBe('PostReclassified');
  });

  it('answers a past known moment as it did then', async () => {
    const said = [team('a', 'iot'), stoodUp('a', '2007-10-31', LATE)];
    const standing = { status: 'standing' };
    expect((await asked(said, 'teams', standing, ['2007-12-31', EARLY])).count).toMatchObject({ atMost: 0 });
    expect((await asked(said, 'teams', standing, ['2007-12-31', LATE])).count).toMatchObject({ atLeast: 1 });
  });

  it('takes in sub-units as of the same two dates, possibly where the parent is not sure', async () => {
    const transferred = say('unit-centre', 'OrgUnitTransferred', { fromParentId: 'operations', toParentId: 'usg' }, [
      '2007-07-01',
      '2007-07-31',
    ]);
    const said = [
      unit('usg', null),
      unit('operations', null),
      unit('centre', 'operations'),
      transferred,
      post('chief', 'centre'),
    ];
    const count = async (unit_id: string, day: string, within = 'true'): Promise<unknown[]> => {
      const answer = await asked(said, 'posts', { unit_id, within }, [day, EARLY]);
      return [answer.count.atLeast, answer.count.atMost];
    };
    expect(await count('operations', '2007-06-30')).toEqual([1, 1]);
    expect(await count('operations', '2007-07-15')).toEqual([0, 1]);
    expect(await count('usg', '2007-07-15')).toEqual([0, 1]);
    expect(await count('usg', '2007-07-31')).toEqual([1, 1]);
    expect(await count('usg', '2007-07-31', 'false')).toEqual([null, null]);
    expect(await count('centre', '2007-07-31', 'false')).toEqual([1, 1]);
  });

  it('filters by several values, and by what a list holds', async () => {
    const promised = (id: string, about: readonly string[]): Saying =>
      say(
        `commitment-${id}`,
        'CommitmentMade',
        { what: id, ownerUnitId: null, due: { earliest: null, latest: null, phrase: 'soon' }, about, measure: null },
        '2007-01-01',
      );
    const said = [promised('one', ['post-a', 'post-b']), promised('two', ['post-c']), promised('three', [])];
    const ids = async (filters: Filters): Promise<readonly string[]> =>
      (await asked(said, 'commitments', filters)).rows.map(({ id }) => id);
    expect(await ids({ about: 'post-b' })).toEqual(['one']);
    expect(await ids({ about: ['post-b', 'post-c'] })).toEqual(['one', 'two']);
    expect(await ids({ what: 'two,three' })).toEqual(['three', 'two']);
    expect(await ids({ redates: '0', status: 'open' })).toEqual(['one', 'three', 'two']);
  });

  it('finds names by what they contain, and rests the number on those found alone', async () => {
    const said = [
      unit('operations', null),
      unit('support', null),
      say('unit-support', 'OrgUnitRenamed', { from: 'support', to: 'Ｆield Support' }, '2007-02-01'),
    ];
    const db = await tablesWith(entriesOf(said));
    const named = (search: string): Promise<TableAnswer> =>
      tableAnswer(db, 'names', { validOn: '2007-12-31', knownAt: EARLY, search });
    expect((await named('FIELD  sup')).rows.map(({ stream }) => stream)).toEqual(['unit-support']);
    expect((await named('field sup')).count).toMatchObject({ atLeast: 1, atMost: 1 });
    expect((await named('field sup')).count.because.map(({ eventId }) => eventId)).toEqual(['e3']);
    expect((await named('nobody')).count).toMatchObject({ atLeast: 0, atMost: 0, notReported: false, because: [] });
  });

  it('finds promises, evaluations and recruitment cases by what they are called', async () => {
    const due = { earliest: null, latest: '2008-06-30', phrase: 'by 30 June 2008' };
    const promised = { what: 'Gender unit stands', ownerUnitId: null, due, about: [], measure: null };
    const opened = { name: 'Gender adviser', postIds: [], blockId: null, openings: null };
    const said = [
      say('commitment-c', 'CommitmentMade', promised, '2007-01-01'),
      say('evaluation-e', 'EvaluationPlanned', { subject: 'Gender policy', evaluator: null, due: null }, '2007-01-01'),
      say('case-r', 'RecruitmentOpened', opened, '2007-01-01'),
    ];
    const db = await tablesWith(entriesOf(said));
    const found = await tableAnswer(db, 'names', { validOn: '2007-12-31', knownAt: EARLY, search: 'gender' });
    expect(found.rows.map(({ stream }) => stream).sort()).toEqual(['case-r', 'commitment-c', 'evaluation-e']);
  });

  it('filters by the own id of a thing, in every table', async () => {
    const said = [unit('usg', null), post('chief', 'usg'), post('deputy', 'usg')];
    const ids = async (table: string, id: string): Promise<readonly string[]> =>
      (await asked(said, table, { id })).rows.map((row) => row.id);
    expect(await ids('posts', 'deputy')).toEqual(['deputy']);
    expect(await ids('posts', 'chief,deputy,usg')).toEqual(['chief', 'deputy']);
    expect(await ids('units', 'usg')).toEqual(['usg']);
    expect(await ids('names', 'usg')).toEqual(['usg']);
    expect((await asked(said, 'posts', { id: 'nobody' })).count).toMatchObject({ notReported: true });
    expect(await ids('posts', 'chief')).toEqual(['chief']);
    expect((await asked(said, 'posts', { id: 'chief', stream: 'post-deputy' })).rows).toEqual([]);
  });

  it('says yes or no of what is either, and numbers of what is counted', async () => {
    const acting = say('post-chief', 'OfficerInChargeDesignated', { personId: null, grade: null }, '2007-02-01');
    const said = [post('chief', 'usg'), acting, post('deputy', 'usg')];
    const ids = async (value: string): Promise<readonly string[]> =>
      (await asked(said, 'posts', { acting: value })).rows.map(({ id }) => id);
    for (const yes of ['yes', 'true', '1']) expect(await ids(yes)).toEqual(['chief']);
    for (const no of ['no', 'false', '0']) expect(await ids(no)).toEqual(['deputy']);
  });

  it.each([
    ['posts', { acting: 'perhaps' }, '/acting', 'acting is never "perhaps"; it is yes or no.'],
    ['commitments', { redates: 'twice' }, '/redates', 'redates is never "twice"; it is a whole number.'],
    ['posts', { standing: 'filled' }, '/standing', 'one of: live, frozen, lapsed, abolished.'],
    ['posts', { occupancy: 'vacant,empty' }, '/occupancy', 'occupancy is never "empty"'],
    ['names', { kind: 'nickname' }, '/kind', 'one of: name, former name, alias.'],
    ['recruitment', { stage: 'hired' }, '/stage', 'withdrawn, cancelled.'],
  ] as const)('of %s refuses %j, which it can never say', async (table, filters, pointer, sentence) => {
    const refused = asked([], table, filters);
    await expect(refused).rejects.toThrow(sentence);
    await expect(refused).rejects.toMatchObject({ pointer });
  });

  it.each([
    ['commitments', 'measure'],
    ['teams', 'composition'],
    ['blocks', 'breakdown'],
  ])('of %s shows %s and cannot be asked for it', async (table, column) => {
    await expect(asked([], table, { [column]: 'x' })).rejects.toThrow(`${column} is shown but cannot be asked for`);
  });

  it('refuses a column or table it has not', async () => {
    await expect(asked([], 'teams', { colour: 'blue' })).rejects.toThrow(UnknownQuestion);
    await expect(asked([], 'teams', { constructor: 'blue' })).rejects.toThrow(UnknownQuestion);
    await expect(asked([], 'colours', {})).rejects.toThrow('There is no table "colours".');
  });
});

it('a stream that cannot be read is stale, and the others go on', async () => {
  const unheard = say('team-a', 'NeverHeardOf', {}, '2007-02-01');
  const said = [team('a', 'iot'), unheard, stoodUp('a', '2007-03-01'), team('b', 'iot'), stoodUp('b', '2007-03-01')];
  const answer = await asked(said, 'teams', {});
  expect(answer.stale).toEqual([{ stream: 'team-a', sincePosition: 2 }]);
  expect(answer.rows.map(({ states }) => states[0]!.values['status'])).toEqual(['planned', 'standing']);
  const mended = say('team-a', 'EntryRetracted', { eventId: 'e2' }, [null, null]);
  const later = await asked([...said, mended], 'teams', {});
  expect(later.stale).toBeUndefined();
  expect(later.rows.map(({ states }) => states[0]!.values['status'])).toEqual(['standing', 'standing']);
});
