import type { BlockAnswer } from '@cadre/contract';
import { entriesOf, type Saying, say, tablesWith } from '../read-models.builders.js';
import { type Tables } from '../tables/tables.js';
import { establishmentAnswer } from './establishment.query.js';

const KNOWN = '2008-01-01T00:00:00.000Z';
const exact = (count: number): object => ({ atLeast: count, atMost: count });
const description = { name: 'more posts', group: null, grade: null, unitIds: [], breakdown: [] };
const authority = { kind: 'resolution', reference: 'A/RES/61/279' };
const UNDATED = [null, '2007-01-31'] as const;

const proposed = (count: number, id = 'a', more: object = {}): Saying =>
  say(`block-${id}`, 'PostProposed', { ...description, ...more, count: exact(count) }, UNDATED);
const approved = (count: number, id = 'a', more: object = {}, on: Saying['on'] = '2007-02-01'): Saying =>
  say(`block-${id}`, 'PostApproved', { ...description, ...more, count: exact(count), authority }, on);
const progress = (stage: string, count: number | null, on: Saying['on'], wording: string | null = null): Saying =>
  say('block-a', 'BlockProgressReported', { stage, count: count === null ? null : exact(count), wording }, on);
const identified = (postId: string): Saying =>
  say('block-a', 'PostIdentified', { postId, number: null, title: 'Officer', grade: null, unitId: null }, '2007-03-01');
const established = (id: string, occupancy: string): Saying =>
  say(
    `post-${id}`,
    'PostEstablished',
    { blockId: 'a', number: null, title: 'Officer', grade: null, unitId: null, seniority: null, occupancy },
    '2007-03-01',
  );
const filled = (id: string, on: Saying['on'] = '2007-04-01'): Saying =>
  say(`post-${id}`, 'PostFilled', { personId: null, share: 100, caseId: null }, on);

async function blockOn(validOn: string, ...sayings: readonly Saying[]): Promise<BlockAnswer> {
  const db = await tablesWith(entriesOf(sayings));
  return onlyBlock(db, validOn);
}
const onlyBlock = async (tables: Tables, validOn: string): Promise<BlockAnswer> =>
  (await establishmentAnswer(tables, { validOn, knownAt: KNOWN })).blocks[0]!;
const NOT_REPORTED = { atLeast: null, atMost: null, certain: false, notReported: true };
const between = (atLeast: number, atMost: number): object => ({
  ...{ atLeast, atMost, certain: atLeast === atMost, notReported: false },
});

describe('a block of posts', () => {
  it('tells proposed, approved and the rest that was not', async () => {
    const block = await blockOn('2007-12-31', proposed(42), approved(25));
    expect(block).toMatchObject({ statuses: ['partly approved'], certain: true });
    expect(block.proposed).toMatchObject(between(42, 42));
    expect(block.approved).toMatchObject(between(25, 25));
    expect(block.notApproved).toMatchObject(between(17, 17));
    expect(block.approved.because.map(({ type }) => type)).toEqual(['PostApproved']);
  });

  it('rests those on duty on what filled their posts, not on what became of the posts since', async () => {
    const reassigned = say('post-p', 'PostReassigned', { fromTitle: 'Officer', toTitle: 'Chief' }, '2007-05-01');
    const block = await blockOn('2007-12-31', approved(2), established('p', 'vacant'), filled('p'), reassigned);
    expect(block.onDuty).toMatchObject(between(1, 2));
    expect(block.onDuty.because.map(({ type }) => type)).toEqual(['PostFilled']);
  });

  it('never turns what nobody reported into zero', async () => {
    const block = await blockOn('2007-12-31', approved(152));
    for (const stage of ['proposed', 'notApproved', 'identified', 'advertised', 'selected', 'onDuty', 'stillToReport'])
      expect(block[stage as keyof BlockAnswer]).toMatchObject(NOT_REPORTED);
  });

  it('keeps a wording that gives no number', async () => {
    const block = await blockOn('2007-12-31', approved(25), progress('advertised', null, '2007-10-01', 'most of them'));
    expect(block.advertised).toMatchObject({ ...NOT_REPORTED, wording: 'most of them' });
  });

  it('counts those who came within a period: none told before, a range within, the number at its end', async () => {
    const said = [
      approved(27),
      progress('selected', 27, '2007-03-01'),
      progress('on duty', 18, ['2007-04-01', '2007-12-31']),
    ];
    expect((await blockOn('2007-03-31', ...said)).onDuty).toMatchObject(NOT_REPORTED);
    expect((await blockOn('2007-08-15', ...said)).onDuty).toMatchObject(between(0, 18));
    const atItsEnd = await blockOn('2007-12-31', ...said);
    expect(atItsEnd.onDuty).toMatchObject(between(18, 18));
    expect(atItsEnd.stillToReport).toMatchObject({ ...between(9, 9), wording: 'selected less on duty' });
  });

  it('bounds those on duty by the identified posts that are told of', async () => {
    const said = [
      approved(5),
      identified('p'),
      established('p', 'vacant'),
      identified('q'),
      established('q', 'vacant'),
    ];
    expect((await blockOn('2007-12-31', ...said)).onDuty).toMatchObject(between(0, 3));
    expect((await blockOn('2007-12-31', ...said, filled('p'))).onDuty).toMatchObject(between(1, 4));
    const silent = [approved(5), identified('p'), established('p', 'not reported')];
    expect((await blockOn('2007-12-31', ...silent)).onDuty).toMatchObject(NOT_REPORTED);
  });

  it('is certain of those on duty when every post is told of', async () => {
    const said = [
      approved(2),
      identified('p'),
      established('p', 'vacant'),
      identified('q'),
      established('q', 'vacant'),
    ];
    expect((await blockOn('2007-12-31', ...said, filled('p'))).onDuty).toMatchObject(between(1, 1));
  });

  it('takes the stage of an identified post from its recruitment case', async () => {
    const opened = { name: null, postIds: ['p'], blockId: null, openings: null };
    const block = await blockOn(
      '2007-12-31',
      ...[approved(2), identified('p'), established('p', 'vacant')],
      say('case-p', 'RecruitmentOpened', opened, '2007-04-01'),
      say('case-p', 'VacancyAdvertised', { channel: null, closesOn: null }, '2007-05-01'),
    );
    expect(block.advertised).toMatchObject(between(1, 2));
    expect(block.selected).toMatchObject(between(0, 1));
    expect(block.cells).toEqual([
      { stage: 'advertised', certain: true, count: 1, postId: 'p' },
      { stage: 'approved', certain: true, count: 1, postId: null },
    ]);
  });

  it('has the number last approved, and rests on both decisions', async () => {
    const cut = say('block-a', 'PostApprovalRevised', { count: exact(20), authority }, '2007-07-01');
    const before = await blockOn('2007-06-30', proposed(25), approved(25), cut);
    expect(before).toMatchObject({ statuses: ['approved'], approved: between(25, 25) });
    const block = await blockOn('2007-12-31', proposed(25), approved(25), cut);
    expect(block).toMatchObject({ statuses: ['partly approved'], notApproved: between(5, 5) });
    expect(block.approved).toMatchObject(between(20, 20));
    expect(block.approved.because.map(({ type }) => type)).toEqual(['PostApproved', 'PostApprovalRevised']);
  });

  it('is drawn with a cell per approved post', async () => {
    const block = await blockOn(
      '2007-08-15',
      approved(27),
      progress('selected', 27, '2007-03-01'),
      progress('on duty', 18, ['2007-04-01', '2007-12-31']),
    );
    expect(block.cells).toEqual([
      { stage: 'on duty', certain: false, count: 18, postId: null },
      { stage: 'selected', certain: true, count: 9, postId: null },
    ]);
  });

  it('has cells that are not reported while even the approval is uncertain, and none without an approval', async () => {
    const maybe = await blockOn('2007-02-15', proposed(3), approved(3, 'a', {}, ['2007-02-01', '2007-02-28']));
    expect(maybe.approved).toMatchObject(between(0, 3));
    expect(maybe.cells).toEqual([{ stage: 'not reported', certain: false, count: 3, postId: null }]);
    expect((await blockOn('2007-12-31', proposed(3))).cells).toEqual([]);
  });

  it('is not approved by advice against it, and has no posts when it was declined', async () => {
    const advised = say('block-a', 'PostNotRecommended', { body: 'ACABQ', reference: null }, '2007-03-01');
    expect(await blockOn('2007-12-31', proposed(2500), advised)).toMatchObject({
      statuses: ['not recommended'],
      approved: NOT_REPORTED,
    });
    const declined = say('block-a', 'PostDeclined', { authority }, '2007-03-01');
    expect(await blockOn('2007-12-31', proposed(2500), declined)).toMatchObject({
      statuses: ['declined'],
      approved: between(0, 0),
      notApproved: between(2500, 2500),
    });
  });
});

it('blocks are added up within a group and never across groups', async () => {
  const db = await tablesWith(
    entriesOf([
      proposed(42, 'a', { group: 'teams' }),
      approved(25, 'a', { group: 'teams' }),
      approved(7, 'b', { group: 'teams' }),
      approved(152, 'c'),
      approved(27, 'd', { group: 'police' }),
    ]),
  );
  const { groups } = await establishmentAnswer(db, { validOn: '2007-12-31', knownAt: KNOWN });
  expect(groups.map(({ group, approved: total }) => [group, total.atLeast, total.atMost])).toEqual([
    ['teams', 32, 32],
    ['police', 27, 27],
  ]);
  expect(groups[0]!.proposed).toMatchObject({ atLeast: 42, atMost: null, certain: false });
});
