import { type HealthAnswer, type HistoryAnswer, type Receipt, type TableAnswer } from '@cadre/contract';
import { serveCadre, type ServedCadre } from '../support/serve-cadre.js';
import { type Desk, deskOf, idsOf, possible, rowOf } from './support.js';

let cadre: ServedCadre;
let desk: Desk;
let after = 0;

beforeEach(async () => {
  cadre = await serveCadre({ now: '2008-09-01T09:00:00.000Z' });
  desk = deskOf(cadre);
});
afterEach(() => cadre.stop());

async function tell(path: string, said: Parameters<Desk['tell']>[1]): Promise<Receipt> {
  const receipt = await desk.tell(path, said);
  after = receipt.settledPosition;
  return receipt;
}

const table = (name: string, query: Record<string, string> = {}): Promise<TableAnswer> =>
  desk.ask(name, { validOn: '2008-08-31', after, ...query });
const post = (id: string) =>
  tell(`posts/${id}/establish`, { when: '2008-01-01', title: 'Planner', occupancy: 'vacant' });
const unit = (id: string, parentId: string | null = null, when = '2008-01-01') =>
  tell(`units/${id}/establish`, { when, name: `Unit ${id}`, parentId });
const source = { localKnowledge: 'the staffing desk' };
const takenBack = (eventId: string) => ({ corrections: [{ eventId, reason: 'Entered by mistake.' }] });
const toldAnew = (eventId: string, type: string, data: object, on: string) => ({
  corrections: [
    { eventId, reason: 'Entered wrongly.', retelling: { event: { type, data }, effective: { on }, source } },
  ],
});
const alarms = async (): Promise<number | undefined> => (await desk.ask<HealthAnswer>('health')).alarms?.length;

describe('a correction reaches what followed from the corrected entry', () => {
  it('whoever held a post by a mistake does not hold it, and can take up another', async () => {
    await post('one');
    await post('two');
    const { eventIds } = await tell('posts/one/fill', { when: '2008-07-10', personId: 'pat' });
    expect(idsOf(await table('incumbency'))).toEqual(['pat']);
    await tell('streams/post-one/corrections', takenBack(eventIds[0]!));
    expect((await table('incumbency')).rows).toEqual([]);
    await tell('posts/two/fill', { when: '2008-07-10', personId: 'pat' });
    expect(await alarms()).toBe(0);
  });

  it("another day of reporting for duty is the person's day, too", async () => {
    await post('one');
    const { eventIds } = await tell('posts/one/fill', { when: '2008-07-10', personId: 'pat' });
    await tell(
      'streams/post-one/corrections',
      toldAnew(eventIds[0]!, 'PostFilled', { personId: 'pat', share: 100, caseId: null }, '2008-07-01'),
    );
    expect(idsOf(await table('incumbency', { validOn: '2008-07-01' }))).toEqual(['pat']);
    expect((await table('incumbency', { validOn: '2008-06-30' })).rows).toEqual([]);
    expect(await alarms()).toBe(0);
  });

  it('a filling is not told anew with a person who holds another post', async () => {
    await post('one');
    await post('two');
    await tell('posts/two/fill', { when: '2008-07-10', personId: 'kim' });
    const { eventIds } = await tell('posts/one/fill', { when: '2008-07-10', personId: 'pat' });
    const anew = toldAnew(eventIds[0]!, 'PostFilled', { personId: 'kim', share: 100, caseId: null }, '2008-07-10');
    expect(await desk.refused('streams/post-one/corrections', anew)).toMatchObject({
      code: 'PERSON_HOLDS_ANOTHER_POST',
    });
  });

  it('taking the correction back restores what it took away', async () => {
    await post('one');
    const { eventIds } = await tell('posts/one/fill', { when: '2008-07-10', personId: 'pat' });
    const { eventIds: retractions } = await tell('streams/post-one/corrections', takenBack(eventIds[0]!));
    await tell('streams/post-one/corrections', takenBack(retractions[0]!));
    expect(possible(rowOf(await table('posts'), 'one'), 'occupancy')).toEqual(['filled']);
    expect(idsOf(await table('incumbency'))).toEqual(['pat']);
    expect(await alarms()).toBe(0);
  });

  it('units merged by mistake stand again', async () => {
    await unit('big');
    await unit('small');
    const { eventIds } = await tell('units/big/merge', {
      when: '2008-07-01',
      absorbedUnitIds: ['small'],
      absorbedCapacities: [],
    });
    expect(possible(rowOf(await table('units'), 'small'), 'status')).toEqual(['abolished']);
    await tell('streams/unit-big/corrections', takenBack(eventIds[0]!));
    expect(possible(rowOf(await table('units'), 'small'), 'status')).toEqual(['established']);
  });
});

describe('leaving a post', () => {
  it('sets the holder free, named or not', async () => {
    await post('one');
    await post('two');
    await tell('posts/one/fill', { when: '2008-07-10', personId: 'pat' });
    await tell('posts/one/vacate', { when: '2008-08-01' });
    expect((await table('incumbency')).rows).toEqual([]);
    await tell('posts/two/fill', { when: '2008-08-02', personId: 'pat' });
  });
});

describe('units, over all the time to come', () => {
  it('no cycle comes about by telling the later transfer first', async () => {
    await unit('top');
    await unit('a', 'top');
    await unit('b', 'top');
    await tell('units/a/transfer', { when: '2008-07-10', toParentId: 'b' });
    expect(await desk.refused('units/b/transfer', { when: '2008-07-05', toParentId: 'a' })).toMatchObject({
      code: 'PARENT_CYCLE',
    });
  });

  it('nothing is put under a unit that is recorded to end', async () => {
    await unit('top');
    await unit('ending', 'top');
    await unit('child', 'top');
    await tell('units/ending/abolish', { when: '2008-12-01', successorIds: [] });
    expect(await desk.refused('units/child/transfer', { when: '2008-07-01', toParentId: 'ending' })).toMatchObject({
      code: 'PARENT_UNKNOWN',
    });
  });

  it('a unit does not end before a post is recorded to come to it', async () => {
    await unit('from');
    await unit('to');
    await tell('posts/one/establish', { when: '2008-01-01', title: 'Planner', occupancy: 'vacant', unitId: 'from' });
    await tell('posts/one/redeploy', { when: '2008-10-01', toUnitId: 'to' });
    expect(await desk.refused('units/to/abolish', { when: '2008-09-01', successorIds: [] })).toMatchObject({
      code: 'UNIT_HAS_LIVE_POSTS',
    });
  });

  it('a post is not established in a unit nobody told of', async () => {
    const said = { title: 'Planner', occupancy: 'vacant', unitId: 'nowhere' };
    expect(await desk.refused('posts/one/establish', said)).toMatchObject({ code: 'UNIT_UNKNOWN', pointer: '/unitId' });
  });

  it('the parts of a split unit stand where they say, or beside it, also where the split ends it', async () => {
    await unit('top');
    await unit('whole', 'top');
    const [left, right] = [
      { unitId: 'left', name: 'Left', kind: null },
      { unitId: 'right', name: 'Right', kind: null, parentId: 'top' },
    ];
    await tell('units/whole/split', { when: '2008-07-01', into: [left, right], ends: true });
    const units = await table('units');
    expect(possible(rowOf(units, 'left'), 'parent_id')).toEqual(['top']);
    expect(possible(rowOf(units, 'right'), 'parent_id')).toEqual(['top']);
    expect(possible(rowOf(units, 'whole'), 'status')).toEqual(['abolished']);
  });

  it('a part of a split unit is a new unit', async () => {
    await unit('whole');
    await unit('part');
    const said = { into: [{ unitId: 'part', name: 'Part', kind: null }], ends: false };
    expect(await desk.refused('units/whole/split', said)).toMatchObject({ code: 'UNIT_ALREADY_ESTABLISHED' });
  });
});

describe('posts of a block', () => {
  it('are drawn from it by identifying them, and in no other way', async () => {
    await approve('planners', 1);
    const said = { title: 'Planner', occupancy: 'vacant', blockId: 'planners' };
    expect(await desk.refused('posts/one/establish', said)).toMatchObject({ code: 'POST_NOT_IDENTIFIED' });
  });

  it('belong to one block only', async () => {
    await approve('planners', 1);
    await approve('drivers', 1);
    await tell('blocks/planners/identify', { postId: 'one', title: 'Planner' });
    expect(await desk.refused('blocks/drivers/identify', { postId: 'one', title: 'Driver' })).toMatchObject({
      code: 'POST_ALREADY_ESTABLISHED',
    });
  });

  it('a command sent again is answered as the first time, although the post stands by now', async () => {
    await approve('planners', 2);
    const body = desk.body({ postId: 'one', title: 'Planner' });
    await desk.send('blocks/planners/identify', body);
    expect(await desk.send('blocks/planners/identify', body)).toMatchObject({ status: 200, body: { repeated: true } });
  });
});

describe('a filling', () => {
  it('names a case in which the person was selected for this post', async () => {
    await post('one');
    await post('two');
    const fill = { when: '2008-07-10', personId: 'pat', caseId: 'c1' };
    expect(await desk.refused('posts/one/fill', fill)).toMatchObject({ code: 'CASE_NOT_OPENED', pointer: '/caseId' });
    await tell('cases/c1/open', { when: '2008-02-01', postIds: ['two'] });
    expect(await desk.refused('posts/one/fill', fill)).toMatchObject({ code: 'REPORTED_BEFORE_SELECTION' });
    await tell('cases/c1/select', { when: '2008-06-01', candidateId: 'pat', postId: 'two' });
    expect(await desk.refused('posts/one/fill', fill)).toMatchObject({ code: 'POST_NOT_IN_CASE' });
    await tell('posts/two/fill', fill);
    expect(possible((await table('recruitment')).rows[0]!, 'stage')).toEqual(['reported']);
  });

  it('can be told together with the correction that makes room for it', async () => {
    await post('one');
    const { eventIds } = await tell('posts/one/freeze', { when: '2008-07-01' });
    const fill = { when: '2008-07-10', personId: 'pat' };
    expect(await desk.refused('posts/one/fill', fill)).toMatchObject({ code: 'POST_FROZEN' });
    const body = desk.body({ ...fill, ...takenBack(eventIds[0]!) });
    expect(await desk.send('posts/one/fill', body)).toMatchObject({ status: 201 });
    expect(await desk.send('posts/one/fill', body)).toMatchObject({ status: 200, body: { repeated: true } });
  });
});

describe('a correction is judged across streams before it is recorded', () => {
  it('a departure is not taken back when the person has taken up another post since', async () => {
    await post('one');
    await post('two');
    await tell('posts/one/fill', { when: '2008-06-01', personId: 'pat' });
    const { eventIds } = await tell('posts/one/vacate', { when: '2008-07-01', personId: 'pat' });
    await tell('posts/two/fill', { when: '2008-07-02', personId: 'pat' });
    const refusal = await desk.refused('streams/post-one/corrections', takenBack(eventIds[0]!));
    expect(refusal).toMatchObject({ code: 'CONTRADICTS_LATER_FACT', details: { stream: 'person-pat' } });
  });

  it('an identification is not taken back from a post that was filled, and can be told anew under the same id', async () => {
    await approve('planners', 1);
    const { eventIds } = await tell('blocks/planners/identify', { when: '2008-02-01', postId: 'one', title: 'Planer' });
    const described = { postId: 'one', number: null, title: 'Planner', grade: null, unitId: null };
    const mended = await tell(
      'streams/block-planners/corrections',
      toldAnew(eventIds[0]!, 'PostIdentified', described, '2008-02-01'),
    );
    expect(possible(rowOf(await table('posts'), 'one'), 'title')).toEqual(['Planner']);
    await tell('posts/one/fill', { when: '2008-06-01', personId: 'pat' });
    const refusal = await desk.refused('streams/block-planners/corrections', takenBack(mended.eventIds[1]!));
    expect(refusal).toMatchObject({ code: 'CONTRADICTS_LATER_FACT', details: { stream: 'post-one' } });
    expect(await alarms()).toBe(0);
  });

  it('the establishment of a unit is not taken back from under its posts and parts, nor moved behind them', async () => {
    const { eventIds } = await unit('top');
    await unit('part', 'top', '2008-02-01');
    expect(await desk.refused('streams/unit-top/corrections', takenBack(eventIds[0]!))).toMatchObject({
      code: 'UNIT_HAS_CHILDREN',
    });
    const later = toldAnew(
      eventIds[0]!,
      'OrgUnitEstablished',
      { name: 'Top', kind: null, parentId: null },
      '2008-06-01',
    );
    expect(await desk.refused('streams/unit-top/corrections', later)).toMatchObject({ code: 'UNIT_HAS_CHILDREN' });
  });

  it('taking a transfer back makes no cycle', async () => {
    await unit('a');
    await unit('c');
    await unit('b', 'a');
    const { eventIds } = await tell('units/b/transfer', { when: '2008-02-01', toParentId: 'c' });
    await tell('units/a/transfer', { when: '2008-03-01', toParentId: 'b' });
    expect(await desk.refused('streams/unit-b/corrections', takenBack(eventIds[0]!))).toMatchObject({
      code: 'PARENT_CYCLE',
    });
  });

  it('what followed from another entry is corrected there', async () => {
    await post('one');
    await tell('posts/one/fill', { when: '2008-06-01', personId: 'pat' });
    const history = await desk.ask<HistoryAnswer>('history/person-pat', { after });
    const corrected = history.entries.map(({ eventId }) =>
      desk.refused('streams/person-pat/corrections', takenBack(eventId)),
    );
    expect((await Promise.all(corrected)).map(({ code }) => code)).toEqual([
      'FOLLOWS_FROM_ANOTHER',
      'FOLLOWS_FROM_ANOTHER',
    ]);
  });

  it('a merger is moved to another day together with the end of what it absorbed', async () => {
    await unit('big');
    await unit('small');
    const data = { absorbedUnitIds: ['small'], absorbedCapacities: [] };
    const { eventIds } = await tell('units/big/merge', { when: '2008-05-01', ...data });
    await tell('streams/unit-big/corrections', toldAnew(eventIds[0]!, 'OrgUnitsMerged', data, '2008-06-01'));
    expect(possible(rowOf(await table('units', { validOn: '2008-05-31' }), 'small'), 'status')).toEqual([
      'established',
    ]);
    expect(possible(rowOf(await table('units', { validOn: '2008-06-01' }), 'small'), 'status')).toEqual(['abolished']);
  });

  it('two transfers sent at once make no cycle', async () => {
    await unit('top');
    for (let i = 0; i < 8; i++) {
      await unit(`left-${i}`, 'top');
      await unit(`right-${i}`, 'top');
      const bodies = [desk.body({ toParentId: `right-${i}` }), desk.body({ toParentId: `left-${i}` })];
      const answers = await Promise.all([
        desk.send(`units/left-${i}/transfer`, bodies[0]!),
        desk.send(`units/right-${i}/transfer`, bodies[1]!),
      ]);
      expect(answers.map(({ status }) => status).toSorted((a, b) => a - b)).toEqual([201, 409]);
    }
  });
});

const approve = (id: string, count: number) =>
  tell(`blocks/${id}/approve`, {
    when: '2008-01-01',
    name: id,
    count,
    authority: { kind: 'memo', reference: 'Memo 7' },
  });

describe('a clock that goes back', () => {
  it('takes nothing out of sight that was recorded before', async () => {
    await unit('a');
    cadre.clock.moveTo('2008-08-30T09:00:00.000Z');
    await unit('b');
    expect(idsOf(await table('units'))).toEqual(['a', 'b']);
  });
});
