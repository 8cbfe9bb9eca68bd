import { exactCount, RecordEvents } from '@cadre/kernel';
import { type Fact, factId, given as givenFacts, telling, told } from '@cadre/kernel/testing';
import { codec } from '../catalogue.wire.js';
import * as say from './case.builders.js';
import { type CaseEvent } from './case.events.js';
import { type CaseCommand, caseStage, openingsLeft, recruitmentCase } from './case.js';

const given = (...facts: readonly Fact<CaseEvent>[]) => givenFacts(recruitmentCase, codec, ...facts);

/** Where the case stands today once the facts are told. */
async function stageToday(...facts: readonly Fact<CaseEvent>[]) {
  return (await given(...facts).state('2008-01-15')).map(caseStage);
}

async function leftToday(...facts: readonly Fact<CaseEvent>[]) {
  return (await given(...facts).state('2008-01-15')).map(openingsLeft);
}

const { opened, selected, announced, accepted, reported, withdrew, cancelled, nominationsRequested } = say;
const forTwo = opened({ postIds: ['director-1', 'director-2'] });

describe('Opening a case', () => {
  it('a case is opened for a post', () => given().when(say.open()).then(opened()));

  it('a case is opened once', () => given(opened()).when(say.open()).thenRefused('CASE_ALREADY_OPENED'));

  it('a case names what is to be filled', () =>
    given()
      .when(say.open({ postIds: [] }))
      .thenRefused('CASE_WITHOUT_SUBJECT'));

  it('a case without openings is none', () =>
    given()
      .when(say.open({ openings: exactCount(0) }))
      .thenRefused('COUNT_BELOW_ONE'));

  const everyStep: readonly [string, CaseCommand][] = [
    ['approving criteria', say.approveCriteria()],
    ['advertising', say.advertise()],
    ['requesting nominations', say.requestNominations()],
    ['nominating', say.nominate()],
    ['reviewing', say.review()],
    ['shortlisting', say.shortlist()],
    ['recommending', say.recommend()],
    ['endorsing', say.endorse()],
    ['selecting', say.select()],
    ['announcing', say.announce()],
    ['withdrawing', say.withdraw()],
    ['accepting', say.accept()],
    ['reporting for duty', say.report()],
    ['cancelling', say.cancel()],
  ];
  it.each(everyStep)('%s needs an open case', (_, command) => given().when(command).thenRefused('CASE_NOT_OPENED'));

  it.each(everyStep)('%s is too late once the case is cancelled', (_, command) =>
    given(opened(), cancelled()).when(command).thenRefused('CASE_CANCELLED'),
  );

  it('an undated opening precedes a selection of any day', () =>
    given(told(opened(), { undated: true }))
      .when(say.select({}, { on: '2007-07-10' }))
      .then(selected()));
});

describe('Going through the steps', () => {
  it('every step is told in turn', () =>
    given(opened(), say.criteriaApproved(), say.advertised(), say.nominated(), say.underReview(), say.shortlisted())
      .when(say.recommend())
      .then(say.recommended()));

  it('steps nobody told of are no fault', () => given(opened()).when(say.select()).then(selected()));

  it('nominations are asked of somebody', () =>
    given(opened())
      .when(say.requestNominations({ askedCount: 0 }))
      .thenRefused('COUNT_BELOW_ONE'));

  it('a step told late does not take the case back', async () =>
    expect(await stageToday(opened(), say.endorsed(), say.advertised())).toEqual(['endorsed']));

  it.each<[string, CaseEvent]>([
    ['criteria approved', say.criteriaApproved()],
    ['advertised', say.advertised()],
    ['nominations requested', nominationsRequested()],
    ['opened', say.nominated()],
    ['under review', say.underReview()],
    ['under review', say.shortlisted()],
    ['recommended', say.recommended()],
    ['endorsed', say.endorsed()],
    ['selected', selected()],
    ['cancelled', cancelled()],
  ])('a case is %s after the step that says so', async (stage, event) =>
    expect(await stageToday(opened(), event)).toEqual([stage]),
  );

  it('a case nobody opened is not opened', async () => expect(await stageToday()).toEqual(['not opened']));
});

describe('Selecting', () => {
  it('one post takes one candidate', () =>
    given(opened(), selected())
      .when(say.select({ candidateId: 'kim' }))
      .thenRefused('OPENINGS_TAKEN'));

  it('an entry from a file is held to the same rule', () =>
    given(opened(), selected())
      .when(new RecordEvents('military-adviser', { events: [selected({ candidateId: 'kim' })] }, telling()))
      .thenRefused('OPENINGS_TAKEN'));

  it('two posts take two candidates', () =>
    given(forTwo, selected())
      .when(say.select({ candidateId: 'kim' }))
      .then(selected({ candidateId: 'kim' })));

  it('a number of openings bounds the selections', () =>
    given(opened({ postIds: [], blockId: 'specialists', openings: exactCount(1) }), selected())
      .when(say.select({ candidateId: 'kim' }))
      .thenRefused('OPENINGS_TAKEN'));

  it('a block without a number takes any', () =>
    given(opened({ postIds: [], blockId: 'specialists' }), selected())
      .when(say.select({ candidateId: 'kim' }))
      .then(selected({ candidateId: 'kim' })));

  it('a post of the case takes one candidate even where others are open', () =>
    given(forTwo, selected({ postId: 'director-1' }))
      .when(say.select({ candidateId: 'kim', postId: 'director-1' }))
      .thenRefused('OPENINGS_TAKEN'));

  it('a candidate is selected for a post of the case', () =>
    given(opened())
      .when(say.select({ postId: 'police-adviser' }))
      .thenRefused('POST_NOT_IN_CASE'));

  it('a candidate is selected once', () =>
    given(forTwo, selected()).when(say.select()).thenRefused('CANDIDATE_ALREADY_SELECTED'));

  it('a selection of somebody not named takes an opening', () =>
    given(opened(), selected({ candidateId: null }))
      .when(say.select())
      .thenRefused('OPENINGS_TAKEN'));

  it('openings are counted down, and up again by a withdrawal', async () => {
    expect(await leftToday(forTwo, selected())).toEqual([1]);
    expect(await leftToday(forTwo, selected(), withdrew())).toEqual([2]);
    expect(await leftToday(opened({ postIds: [], blockId: 'specialists' }))).toEqual([null]);
  });
});

describe('From selection to duty', () => {
  it('a selection is announced, accepted and ends in reporting', () =>
    given(opened(), selected(), announced(), accepted()).when(say.report()).then(reported()));

  it.each<[string, CaseEvent]>([
    ['announced', announced()],
    ['accepted', accepted()],
    ['reported', reported()],
  ])('a case is %s once its candidate is', async (stage, event) =>
    expect(await stageToday(opened(), selected(), event)).toEqual([stage]),
  );

  it('nobody is announced without being selected', () =>
    given(opened()).when(say.announce()).thenRefused('NOBODY_SELECTED'));

  it('nobody accepts without being selected', () => given(opened()).when(say.accept()).thenRefused('NOBODY_SELECTED'));

  it('reporting alone leaves the post vacant, and that is pointed out', async () => {
    const { warnings } = await given(opened({ postIds: ['adviser', 'planner'] }), selected({ postId: 'planner' }))
      .when(say.report())
      .thenWarned('POST_STILL_TO_BE_FILLED');
    expect(warnings[0]!.sentence).toContain('post planner');
    await given(opened({ postIds: ['adviser'] }), selected({ postId: null }))
      .when(say.report())
      .thenWarned('POST_STILL_TO_BE_FILLED');
  });

  it('reporting for a post not told apart has nothing to point out', async () => {
    const { warnings } = await given(opened({ postIds: [], blockId: 'more' }), selected({ postId: null }))
      .when(say.report())
      .then(reported());
    expect(warnings).toEqual([]);
  });

  it('nobody reports before being selected', () =>
    given(opened()).when(say.report()).thenRefused('REPORTED_BEFORE_SELECTION'));

  it('somebody else than the selected does not report', () =>
    given(opened(), selected())
      .when(say.report({ candidateId: 'kim' }))
      .thenRefused('REPORTED_BEFORE_SELECTION'));

  it('reporting on a day before the selection is refused', () =>
    given(opened(), told(selected(), { on: '2007-10-01' }))
      .when(say.report({}, { on: '2007-09-01' }))
      .thenRefused('REPORTED_BEFORE_SELECTION'));

  it('somebody else than the selected is not announced', () =>
    given(opened(), selected())
      .when(say.announce({ candidateId: 'kim' }))
      .thenRefused('CANDIDATE_NOT_SELECTED'));

  it('a selection is announced once', () =>
    given(opened(), selected(), announced()).when(say.announce()).thenRefused('CANDIDATE_ALREADY_ANNOUNCED'));

  it('an offer is accepted once', () =>
    given(opened(), selected(), accepted()).when(say.accept()).thenRefused('OFFER_ALREADY_ACCEPTED'));

  it('an announcement may follow the acceptance and takes nobody back', async () =>
    expect(await stageToday(opened(), selected(), accepted(), announced())).toEqual(['accepted']));

  it.each<[string, CaseCommand]>([
    ['announced', say.announce()],
    ['taken on by an offer', say.accept()],
    ['reported', say.report()],
  ])('a candidate on duty is not %s any more', (_, command) =>
    given(opened(), selected(), reported()).when(command).thenRefused('CANDIDATE_ALREADY_REPORTED'),
  );

  it('an announcement that comes to light after the reporting is told to precede it', async () => {
    const open = { between: ['2007-07-01', '2007-11-10'], phrase: 'not dated' } as const;
    const history = given(opened(), told(selected(), open), told(reported(), open));
    const refusal = await history.when(say.announce({}, open)).thenRefused('CANDIDATE_ALREADY_REPORTED');
    expect(refusal.details).toEqual({ couldPrecede: [factId(3)] });
    await history.when(say.announce({}, { ...open, precedes: [factId(3)] })).then(announced());
  });

  it('a candidate not named at the selection is named when reporting', async () => {
    const states = await given(opened(), selected({ candidateId: null }))
      .when(say.report())
      .state('2008-01-15');
    expect(states[0]!.selections).toEqual([{ candidateId: 'pat', postId: null, stage: 'reported' }]);
  });

  it('a report without a name is of the candidate furthest behind', async () => {
    const states = await given(forTwo, selected(), selected({ candidateId: 'kim' }), reported())
      .when(say.report({ candidateId: null }))
      .state('2008-01-15');
    expect(states[0]!.selections.map(({ candidateId, stage }) => [candidateId, stage])).toEqual([
      ['pat', 'reported'],
      ['kim', 'reported'],
    ]);
  });

  it('a case is as far as the one furthest behind', async () =>
    expect(await stageToday(forTwo, selected(), selected({ candidateId: 'kim' }), reported())).toEqual(['selected']));
});

describe('Withdrawing', () => {
  it('a selected candidate withdraws', () => given(opened(), selected()).when(say.withdraw()).then(withdrew()));

  it('nobody withdraws where nobody is selected', () =>
    given(opened()).when(say.withdraw()).thenRefused('NOBODY_SELECTED'));

  it('a candidate who withdrew is selected no longer', () =>
    given(opened(), selected(), withdrew()).when(say.withdraw()).thenRefused('NOBODY_SELECTED'));

  it('withdrawing after reporting is a separation', async () => {
    const refusal = await given(opened(), selected(), reported())
      .when(say.withdraw())
      .thenRefused('WITHDRAWAL_AFTER_REPORTING');
    expect(refusal.sentence).toContain('vacate the post');
  });

  it('nominations are requested again and another is selected', () =>
    given(opened(), selected(), announced(), withdrew(), nominationsRequested())
      .when(say.select({ candidateId: 'kim' }))
      .then(selected({ candidateId: 'kim' })));

  it('the case goes from withdrawn to nominations requested', async () => {
    const story = [opened(), nominationsRequested(), say.endorsed(), selected(), announced(), withdrew()];
    expect(await stageToday(...story)).toEqual(['withdrawn']);
    expect(await stageToday(...story, nominationsRequested())).toEqual(['nominations requested']);
  });

  it('another selected candidate keeps the case where it is', async () =>
    expect(await stageToday(forTwo, selected(), selected({ candidateId: 'kim' }), withdrew())).toEqual(['selected']));

  it('whether the candidate has withdrawn is open while the dates leave it open', async () => {
    const open = { between: ['2007-07-01', '2007-11-10'], phrase: 'not dated' } as const;
    const states = await given(opened(), told(selected(), open), told(withdrew(), open)).state('2007-08-01');
    expect(states.map(caseStage)).toEqual(['opened', 'selected', 'withdrawn']);
  });
});

describe('Cancelling', () => {
  it('a case is cancelled at any stage', () => given(opened(), selected()).when(say.cancel()).then(cancelled()));

  it('a cancelled case stays cancelled', () =>
    given(opened(), cancelled()).when(say.open()).thenRefused('CASE_ALREADY_OPENED'));

  it('cancelling before a step already recorded is refused with that step', async () => {
    const refusal = await given(opened(), told(selected(), { on: '2007-10-01' }))
      .when(say.cancel({ on: '2007-09-01' }))
      .thenRefused('CONTRADICTS_LATER_FACT');
    expect(refusal.details).toMatchObject({ contradicted: [{ because: 'CASE_CANCELLED' }] });
  });
});
