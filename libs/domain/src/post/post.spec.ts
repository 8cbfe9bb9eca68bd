import { RecordEvents } from '@cadre/kernel';
import { type Fact, factId, given as givenFacts, telling, told } from '@cadre/kernel/testing';
import { codec } from '../catalogue.wire.js';
import * as say from './post.builders.js';
import { type PostEvent } from './post.events.js';
import { post, type PostCommand } from './post.js';

const given = (...facts: readonly Fact<PostEvent>[]) => givenFacts(post, codec, ...facts);

const { established, filled, vacated, frozen, unfrozen, extended, lapsed, abolished, doubleFill } = say;
const { fill, vacate, freeze, unfreeze, extend, lapse, abolish } = say;
const recommendation = { kind: 'recommendation', reference: 'A/62/7/Add.14' } as const;

const everyMove: readonly [string, PostCommand][] = [
  ['filled', fill()],
  ['vacated', vacate()],
  ['frozen', freeze()],
  ['unfrozen', unfreeze()],
  ['reclassified', say.reclassify()],
  ['redeployed', say.redeploy()],
  ['reassigned', say.reassign()],
  ['extended', extend()],
  ['ended by lapse', lapse()],
  ['abolished', abolish()],
  ['covered by an officer-in-charge', say.designate()],
  ['freed of an officer-in-charge', say.endOfficerInCharge()],
  ['filled twice by authority', say.authoriseDoubleFill()],
];

describe('A post stands once it is established', () => {
  it('a post is established', () => given().when(say.establish()).then(established()));

  it('a post is established once', () =>
    given(established()).when(say.establish()).thenRefused('POST_ALREADY_ESTABLISHED'));

  it.each(everyMove)('a post not approved is not %s', (_, command) =>
    given()
      .when(command)
      .thenRefused('POST_NOT_APPROVED')
      .then(({ sentence }) => expect(sentence).toMatch(/identify it.*establish it.*date or the id/)),
  );

  it('a post approved later is not filled yet', () =>
    given(told(established(), { on: '2007-07-01' }))
      .when(fill({}, { on: '2007-06-30' }))
      .thenRefused('POST_NOT_APPROVED'));

  it.each(everyMove)('a lapsed post is not %s', (_, command) =>
    given(established(), lapsed()).when(command).thenRefused('POST_LAPSED'),
  );

  it.each(everyMove)('an abolished post is not %s', (_, command) =>
    given(established(), abolished()).when(command).thenRefused('POST_ABOLISHED'),
  );
});

describe('Filling a post', () => {
  it('a vacant post is filled', () => given(established()).when(fill()).then(filled()));

  it('a post of which nobody says who holds it is filled', () =>
    given(established({ occupancy: 'not reported' }))
      .when(fill())
      .then(filled()));

  it('a frozen post is not filled', () => given(established(), frozen()).when(fill()).thenRefused('POST_FROZEN'));

  it('an unfrozen post is filled', () => given(established(), frozen(), unfrozen()).when(fill()).then(filled()));

  it('a filled post refuses a second holder', async () => {
    const refusal = await given(established(), filled({ personId: 'pat' }))
      .when(fill({ personId: 'kim' }))
      .thenRefused('POST_ALREADY_FILLED');
    expect(refusal.sentence).toContain('pat');
  });

  it('an entry from a file is held to the same rule', () =>
    given(established(), filled())
      .when(new RecordEvents('chief-of-staff', { events: [filled({ personId: 'kim' })] }, telling()))
      .thenRefused('POST_ALREADY_FILLED'));

  it('a person holds a post once', () =>
    given(established(), filled({ share: 50 }))
      .when(fill({ share: 50 }))
      .thenRefused('POST_ALREADY_HELD_BY_PERSON'));

  it('two people share a post', () =>
    given(established(), filled({ share: 50 }))
      .when(fill({ personId: 'kim', share: 50 }))
      .then(filled({ personId: 'kim', share: 50 })));

  it('a second holder follows the first', () =>
    given(
      told(established(), { on: '2007-07-01' }),
      told(filled(), { on: '2007-07-01' }),
      told(vacated(), { on: '2007-12-31' }),
    )
      .when(fill({ personId: 'kim' }, { on: '2008-01-01' }))
      .then(filled({ personId: 'kim' })));

  it('a filling that comes to light late may not overlap a later one', async () => {
    const refusal = await given(established(), told(filled(), { on: '2007-10-01' }))
      .when(fill({ personId: 'kim' }, { on: '2007-09-01' }))
      .thenRefused('CONTRADICTS_LATER_FACT');
    expect(refusal.details).toMatchObject({ contradicted: [{ eventId: factId(2), because: 'POST_ALREADY_FILLED' }] });
  });

  it('nobody is filled in for the future', () =>
    given(established())
      .when(fill({}, { on: '2008-02-01' }))
      .thenRefused('OCCURRENCE_IN_FUTURE'));
});

describe('A double fill', () => {
  it('two hold a post while a handover is authorised', () =>
    given(established(), filled(), doubleFill())
      .when(fill({ personId: 'kim' }))
      .then(filled({ personId: 'kim' })));

  it('the authorisation covers its last day', () =>
    given(established(), filled(), doubleFill({ until: '2008-01-15' }))
      .when(fill({ personId: 'kim' }, { on: '2008-01-15' }))
      .then(filled({ personId: 'kim' })));

  it('the authorisation ends', () =>
    given(established(), filled(), doubleFill({ until: '2008-01-14' }))
      .when(fill({ personId: 'kim' }, { on: '2008-01-15' }))
      .thenRefused('POST_ALREADY_FILLED'));

  it('a filling that may come after the authorisation is not covered', () =>
    given(established(), filled(), doubleFill({ until: '2008-01-10' }))
      .when(fill({ personId: 'kim' }, { between: ['2008-01-01', '2008-01-15'] }))
      .thenRefused('POST_ALREADY_FILLED'));

  it('two are not three', () =>
    given(established(), filled(), doubleFill(), filled({ personId: 'kim' }))
      .when(fill({ personId: 'lee' }))
      .thenRefused('POST_ALREADY_FILLED'));

  it('a double fill lasts at least a day', () =>
    given(established())
      .when(say.authoriseDoubleFill({ until: '2008-01-14' }))
      .thenRefused('UNTIL_BEFORE_START'));
});

describe('Leaving a post', () => {
  it('the holder leaves', () => given(established(), filled()).when(vacate()).then(vacated()));

  it('nobody leaves a vacant post', () => given(established()).when(vacate()).thenRefused('POST_ALREADY_VACANT'));

  it('somebody else does not leave', () =>
    given(established(), filled())
      .when(vacate({ personId: 'kim' }))
      .thenRefused('NOT_THE_INCUMBENT'));

  it('a holder nobody named leaves under a name', () =>
    given(established(), filled({ personId: null }))
      .when(vacate())
      .then(vacated()));

  it('the only holder need not be named: it is recorded who left', () =>
    given(established(), filled())
      .when(vacate({ personId: null }))
      .then(vacated()));

  it('one of several holders who leaves is named', () =>
    given(established(), filled(), doubleFill(), filled({ personId: 'kim' }))
      .when(vacate({ personId: null }))
      .thenRefused('INCUMBENT_NOT_NAMED'));

  it('a post of which nobody says who holds it is vacated and known to be vacant', async () => {
    const states = await given(established({ occupancy: 'not reported' }))
      .when(vacate())
      .state('2008-01-15');
    expect(states.map(({ incumbents }) => incumbents)).toEqual([[]]);
  });

  it('a frozen post is still left', () => given(established(), filled(), frozen()).when(vacate()).then(vacated()));
});

describe('An officer-in-charge', () => {
  it('leaves the post vacant', async () => {
    const states = await given(established({ occupancy: 'not reported' }))
      .when(say.designate())
      .state('2008-01-15');
    expect(states.map(({ incumbents, officerInCharge }) => ({ incumbents, officerInCharge }))).toEqual([
      { incumbents: [], officerInCharge: { personId: 'sam' } },
    ]);
  });

  it('does not keep the post from being filled', () =>
    given(established(), say.officerInCharge()).when(fill()).then(filled()));

  it('acts no longer once the post is filled', () =>
    given(established(), say.officerInCharge(), filled())
      .when(say.endOfficerInCharge())
      .thenRefused('NO_OFFICER_IN_CHARGE'));

  it('stops acting', () =>
    given(established(), say.officerInCharge()).when(say.endOfficerInCharge()).then(say.officerInChargeEnded()));
});

describe('Changing a post', () => {
  it('a reclassification keeps the former grade', () =>
    given(established()).when(say.reclassify('ASG')).then(say.reclassified()));

  it('a redeployment keeps the former unit', () =>
    given(established()).when(say.redeploy('dfs')).then(say.redeployed()));

  it('a reassignment keeps the former title', () =>
    given(established()).when(say.reassign('Director')).then(say.reassigned()));

  it('a change told for an earlier day keeps what stood then', () =>
    given(established(), told(say.reclassified({ from: 'D-2', to: 'ASG' }), { on: '2007-10-01' }))
      .when(say.reclassify('D-1', { on: '2007-09-01' }))
      .then(say.reclassified({ from: 'D-2', to: 'D-1' })));

  it('a change may take effect in the future', () =>
    given(established())
      .when(say.redeploy('dfs', { on: '2008-07-01' }))
      .then(say.redeployed()));

  it('a frozen post is not frozen again', () =>
    given(established(), frozen()).when(freeze()).thenRefused('POST_FROZEN'));

  it('a post not frozen is not unfrozen', () => given(established()).when(unfreeze()).thenRefused('POST_NOT_FROZEN'));

  it.each<[string, PostCommand]>([
    ['freezes', freeze({ authority: recommendation })],
    ['extends', extend({ authority: recommendation })],
    ['abolishes', abolish({ authority: recommendation })],
    ['fills twice', say.authoriseDoubleFill({ authority: recommendation })],
  ])('a recommendation %s nothing', (_, command) =>
    given(established()).when(command).thenRefused('RECOMMENDATION_IS_NOT_APPROVAL'),
  );
});

describe('A position', () => {
  it('goes on', () => given(established()).when(extend()).then(extended()));

  it('is filled until its last day', () =>
    given(established(), extended({ until: '2008-01-15' }))
      .when(fill({}, { on: '2008-01-15' }))
      .then(filled()));

  it('is not filled after its last day', () =>
    given(established(), extended({ until: '2008-01-14' }))
      .when(fill({}, { on: '2008-01-15' }))
      .thenRefused('POST_LAPSED'));

  it('is filled once extended further', () =>
    given(established(), extended({ until: '2007-12-31' }), extended({ until: '2008-06-30' }))
      .when(fill())
      .then(filled()));

  it('is not cut short by an extension', () =>
    given(established(), extended({ until: '2008-06-30' }))
      .when(extend({ until: '2008-03-31' }))
      .thenRefused('EXTENSION_SHORTENS'));

  it('is not extended to a day already gone', () =>
    given(established())
      .when(extend({ until: '2008-01-14' }))
      .thenRefused('UNTIL_BEFORE_START'));

  it('lapses the day after its last', () =>
    given(established(), extended({ until: '2008-06-30' }))
      .when(lapse({ on: '2008-07-01' }))
      .then(lapsed()));

  it('does not lapse before', () =>
    given(established(), extended({ until: '2008-06-30' }))
      .when(lapse({ on: '2008-06-30' }))
      .thenRefused('POST_STILL_EXTENDED'));

  it('does not lapse under its holder', () =>
    given(established(), filled()).when(lapse()).thenRefused('POST_ENCUMBERED'));
});

describe('Abolishing a post', () => {
  it('a vacant post is abolished', () => given(established()).when(abolish()).then(abolished()));

  it('a frozen post is abolished', () => given(established(), frozen()).when(abolish()).then(abolished()));

  it('an encumbered post is not abolished', () =>
    given(established(), filled()).when(abolish()).thenRefused('POST_ENCUMBERED'));

  it('an officer-in-charge does not encumber a post', () =>
    given(established(), say.officerInCharge()).when(abolish()).then(abolished()));

  it('a post is not abolished before a filling already recorded', () =>
    given(established(), told(filled(), { on: '2007-10-01' }))
      .when(abolish({}, { on: '2007-09-01' }))
      .thenRefused('CONTRADICTS_LATER_FACT'));

  it('filling a post about to be abolished contradicts the abolition', () =>
    given(established(), told(abolished(), { on: '2008-07-01' }))
      .when(fill())
      .thenRefused('CONTRADICTS_LATER_FACT'));
});
