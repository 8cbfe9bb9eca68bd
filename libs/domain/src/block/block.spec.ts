import { exactCount, RecordEvents } from '@cadre/kernel';
import { type Fact, given as givenFacts, telling, told } from '@cadre/kernel/testing';
import { codec } from '../catalogue.wire.js';
import {
  adviseAgainst,
  approve,
  approved,
  decline,
  declined,
  identified,
  identify,
  notRecommended,
  progress,
  propose,
  proposed,
  report,
  revise,
  revised,
} from './block.builders.js';
import { type BlockEvent } from './block.events.js';
import { block, blockStatus } from './block.js';

const given = (...facts: readonly Fact<BlockEvent>[]) => givenFacts(block, codec, ...facts);

/** What is decided today once the facts are told. */
async function statusToday(...facts: readonly Fact<BlockEvent>[]) {
  return (await given(...facts).state('2008-01-15')).map(blockStatus);
}

describe('Proposing posts', () => {
  it('posts are proposed together', () => given().when(propose()).then(proposed()));

  it('a proposal need not say how many', () =>
    given()
      .when(propose({ count: null }))
      .then(proposed({ count: null })));

  it('a proposal says what the posts are called', () =>
    given()
      .when(propose({ name: null }))
      .thenRefused('BLOCK_NAME_MISSING'));

  it('a proposal of no posts is none', () =>
    given()
      .when(propose({ count: exactCount(0) }))
      .thenRefused('COUNT_BELOW_ONE'));

  it('the same posts are not proposed twice', () =>
    given(proposed()).when(propose()).thenRefused('BLOCK_ALREADY_PROPOSED'));

  it('posts advised against need no second proposal', () =>
    given(proposed(), notRecommended()).when(propose()).thenRefused('BLOCK_ALREADY_PROPOSED'));

  it('approved posts are not proposed any more', () =>
    given(approved()).when(propose()).thenRefused('BLOCK_ALREADY_APPROVED'));

  it('a proposal that comes to light late is placed before the approval', () =>
    given(told(approved(), { on: '2007-07-01' }))
      .when(propose({}, { on: '2007-03-01' }))
      .then(proposed()));
});

describe('Approving posts', () => {
  it('proposed posts are approved', () => given(proposed()).when(approve()).then(approved()));

  it('posts nobody is known to have proposed are approved under a name', () =>
    given().when(approve()).then(approved()));

  it('posts nobody is known to have proposed cannot be approved without a name', () =>
    given()
      .when(approve({ name: null }))
      .thenRefused('BLOCK_NAME_MISSING'));

  it('the name given when proposing stands', async () => {
    const states = await given(proposed({ name: 'Specialists' }))
      .when(approve({ name: null }))
      .state('2008-01-15');
    expect(states.map(({ name }) => name)).toEqual(['Specialists']);
  });

  it('an approval cites its authority', async () => {
    const refusal = await given(proposed())
      .when(approve({ authority: { kind: 'resolution', reference: '  ' } }))
      .thenRefused('APPROVAL_WITHOUT_AUTHORITY');
    expect(refusal.pointer).toBe('/authority/reference');
  });

  it('a recommendation is not an approval', () =>
    given(proposed())
      .when(approve({ authority: { kind: 'recommendation', reference: 'A/62/7/Add.14' } }))
      .thenRefused('RECOMMENDATION_IS_NOT_APPROVAL'));

  it('an entry from a file is held to the same rule', () =>
    given(proposed())
      .when(
        new RecordEvents(
          'team-specialists',
          { events: [approved({ authority: { kind: 'recommendation', reference: 'A/62/7/Add.14' } })] },
          telling(),
        ),
      )
      .thenRefused('RECOMMENDATION_IS_NOT_APPROVAL'));

  it('an approval of no posts is none, nor can its number be left out', async () => {
    const refusal = await given(proposed())
      .when(approve({ count: exactCount(0) }))
      .thenRefused('COUNT_BELOW_ONE');
    expect(refusal.sentence).not.toContain('leave the number out');
  });

  it('a second approval is a claim or a correction', async () => {
    const refusal = await given(approved()).when(approve()).thenRefused('BLOCK_ALREADY_APPROVED');
    expect(refusal.sentence).toContain('statements of one topic');
  });

  it('advice against the posts does not bar their approval', () =>
    given(proposed(), notRecommended()).when(approve()).then(approved()));

  it('declined posts stay declined', () => given(proposed(), declined()).when(approve()).thenRefused('BLOCK_DECLINED'));

  it('more posts approved than proposed is worth a look', () =>
    given(proposed({ count: exactCount(20) }))
      .when(approve({ count: exactCount(25) }))
      .thenWarned('APPROVED_MORE_THAN_PROPOSED'));

  it('an approval may take effect in the future', () =>
    given(proposed())
      .when(approve({}, { on: '2008-07-01' }))
      .then(approved()));
});

describe('Revising an approval', () => {
  it('a later decision gives another number', () => given(approved()).when(revise()).then(revised()));

  it('a revised number is the one that binds', () =>
    given(approved(), revised({ count: exactCount(1) }), identified({ postId: 'planner' }))
      .when(identify({ postId: 'medic' }))
      .thenRefused('BLOCK_EXHAUSTED'));

  it('before the revision the number first approved stands', async () => {
    const states = await given(told(approved(), { on: '2007-02-01' }))
      .when(revise({}, { on: '2007-07-01' }))
      .state('2007-06-30');
    expect(states.map((state) => state.approved)).toEqual([exactCount(25)]);
  });

  it('an approval may be taken back whole while no post is told apart', () =>
    given(approved())
      .when(revise({ count: exactCount(0) }))
      .then(revised({ count: exactCount(0) })));

  it('what was never approved is not revised', () =>
    given(proposed()).when(revise()).thenRefused('BLOCK_NOT_APPROVED'));

  it('the same number again revises nothing', () =>
    given(approved())
      .when(revise({ count: exactCount(25) }))
      .thenRefused('APPROVAL_UNCHANGED'));

  it('a revision cites its authority', () =>
    given(approved())
      .when(revise({ authority: { kind: 'resolution', reference: ' ' } }))
      .thenRefused('APPROVAL_WITHOUT_AUTHORITY'));

  it('a recommendation revises nothing', () =>
    given(approved())
      .when(revise({ authority: { kind: 'recommendation', reference: 'A/62/7/Add.14' } }))
      .thenRefused('RECOMMENDATION_IS_NOT_APPROVAL'));

  it('no fewer posts stay approved than are told apart', () =>
    given(approved(), identified(), identified({ postId: 'medic' }))
      .when(revise({ count: exactCount(1) }))
      .thenRefused('APPROVED_BELOW_IDENTIFIED'));

  it('no fewer posts stay approved than have surely reached a stage', () =>
    given(approved(), progress({ count: { atLeast: 10, atMost: 12 } }))
      .when(revise({ count: exactCount(9) }))
      .thenRefused('APPROVED_BELOW_PROGRESS'));

  it('a revision told late may not cut off posts told apart since', () =>
    given(told(approved(), { on: '2007-02-01' }), told(identified(), { on: '2007-10-01' }))
      .when(revise({ count: exactCount(0) }, { on: '2007-09-01' }))
      .thenRefused('CONTRADICTS_LATER_FACT'));

  it('more posts than were proposed are worth a look again', () =>
    given(proposed({ count: exactCount(30) }), approved())
      .when(revise({ count: exactCount(31) }))
      .thenWarned('APPROVED_MORE_THAN_PROPOSED'));

  it('a block is partly approved once fewer than proposed are left', async () =>
    expect(await statusToday(proposed({ count: exactCount(25) }), approved(), revised())).toEqual(['partly approved']));
});

describe('Where a block stands', () => {
  it('is not told of before anything is said', async () => expect(await statusToday()).toEqual(['not told of']));

  it('is approved when all are approved', async () =>
    expect(await statusToday(proposed({ count: exactCount(25) }), approved())).toEqual(['approved']));

  it('is partly approved when fewer are approved than proposed', async () =>
    expect(await statusToday(proposed(), approved())).toEqual(['partly approved']));

  it('is approved when nobody said how many were proposed', async () =>
    expect(await statusToday(proposed({ count: null }), approved())).toEqual(['approved']));

  it('is not recommended once a body advises against', async () =>
    expect(await statusToday(proposed(), notRecommended())).toEqual(['not recommended']));

  it('is declined once somebody competent declines', async () =>
    expect(await statusToday(proposed(), notRecommended(), declined())).toEqual(['declined']));

  it('is open between proposed and approved while the dates leave it open', async () =>
    expect(
      await statusToday(proposed(), told(approved(), { between: ['2008-01-01', '2008-04-30'], phrase: 'early 2008' })),
    ).toEqual(['proposed', 'partly approved']));
});

describe('Advising against and declining', () => {
  it('a body advises against proposed posts', () => given(proposed()).when(adviseAgainst()).then(notRecommended()));

  it('two bodies may advise against the same posts', () =>
    given(proposed(), notRecommended({ body: 'Budget committee' }))
      .when(adviseAgainst())
      .then(notRecommended()));

  it('advice speaks of a proposal', () => given().when(adviseAgainst()).thenRefused('BLOCK_NOT_PROPOSED'));

  it('advice comes before the approval', () =>
    given(approved()).when(adviseAgainst()).thenRefused('BLOCK_ALREADY_APPROVED'));

  it('proposed posts are declined', () => given(proposed()).when(decline()).then(declined()));

  it('posts nobody proposed cannot be declined', () => given().when(decline()).thenRefused('BLOCK_NOT_PROPOSED'));

  it('approved posts cannot be declined', () =>
    given(proposed(), approved()).when(decline()).thenRefused('BLOCK_ALREADY_APPROVED'));

  it('posts are declined once', () => given(proposed(), declined()).when(decline()).thenRefused('BLOCK_DECLINED'));

  it('advice declines nothing', () =>
    given(proposed())
      .when(decline({ authority: { kind: 'recommendation', reference: 'A/62/7/Add.14' } }))
      .thenRefused('RECOMMENDATION_IS_NOT_DECISION'));

  it('declining cites its authority', () =>
    given(proposed())
      .when(decline({ authority: { kind: 'decision', reference: ' ' } }))
      .thenRefused('DECISION_WITHOUT_AUTHORITY'));
});

describe('Telling posts apart', () => {
  it('a post of an approved block is identified', () => given(approved()).when(identify()).then(identified()));

  it('a block only proposed gives no post', () => given(proposed()).when(identify()).thenRefused('BLOCK_NOT_APPROVED'));

  it('a block approved later gives no post yet', () =>
    given(told(approved(), { on: '2007-07-01' }))
      .when(identify({}, { on: '2007-06-30' }))
      .thenRefused('BLOCK_NOT_APPROVED'));

  it('a post is told apart once', () =>
    given(approved(), identified()).when(identify()).thenRefused('POST_ALREADY_IDENTIFIED'));

  it('no more posts are identified than were approved', () =>
    given(approved({ count: exactCount(1) }), identified({ postId: 'planner' }))
      .when(identify({ postId: 'medic' }))
      .thenRefused('BLOCK_EXHAUSTED'));

  it('an approval without upper end sets no bound', () =>
    given(approved({ count: { atLeast: 1, atMost: null } }), identified({ postId: 'planner' }))
      .when(identify({ postId: 'medic' }))
      .then(identified({ postId: 'medic' })));

  it('a late identification may not push out one already recorded', async () => {
    const refusal = await given(approved({ count: exactCount(1) }), told(identified(), { on: '2007-10-01' }))
      .when(identify({ postId: 'medic' }, { on: '2007-09-01' }))
      .thenRefused('CONTRADICTS_LATER_FACT');
    expect(refusal.details).toMatchObject({ contradicted: [{ because: 'BLOCK_EXHAUSTED' }] });
  });
});

describe('Reporting progress', () => {
  it('progress is reported as a count', () => given(approved()).when(report()).then(progress()));

  it('a block nothing is told of may be a mistaken id, and the refusal says so', async () => {
    expect((await given().when(identify()).thenRefused('BLOCK_NOT_APPROVED')).sentence).toContain('the id');
    expect((await given(proposed()).when(identify()).thenRefused('BLOCK_NOT_APPROVED')).sentence).not.toContain('id.');
  });

  it('progress needs approved posts', () => given(proposed()).when(report()).thenRefused('BLOCK_NOT_APPROVED'));

  it('no more posts get on than are approved', () =>
    given(approved())
      .when(report({ count: exactCount(26) }))
      .thenRefused('PROGRESS_ABOVE_APPROVED'));

  it('a count that may stay within the approved ones is believed', () =>
    given(approved())
      .when(report({ count: { atLeast: 20, atMost: 30 } }))
      .then(progress({ count: { atLeast: 20, atMost: 30 } })));

  it('progress lies in the past', () =>
    given(approved())
      .when(report({}, { on: '2008-02-01' }))
      .thenRefused('OCCURRENCE_IN_FUTURE'));

  it('a later report takes the place of the earlier one of its stage', async () => {
    const states = await given(
      approved(),
      told(progress({ count: exactCount(10) }), { on: '2007-09-01' }),
      told(progress({ count: exactCount(25) }), { on: '2007-11-01' }),
    )
      .when(report({ stage: 'selected', count: null, wording: 'most of them' }))
      .state('2008-01-15');
    expect(states.map((state) => state.progress)).toEqual([{ advertised: exactCount(25), selected: null }]);
  });

  it('a stage nobody reported on is absent, not zero', async () => {
    const states = await given(approved(), progress()).state('2008-01-15');
    expect(states[0]!.progress['on duty']).toBeUndefined();
  });
});
