import { between, exactly } from '@cadre/kernel';
import { given, told } from '@cadre/kernel/testing';
import { codec } from '../catalogue.wire.js';
import * as build from './evaluation.builders.js';
import { evaluation } from './evaluation.js';

const { evaluationPlanned: planned, evaluationStarted: started, evaluationCompleted: completed } = build;
const { evaluationReported: reported, evaluationDeferred: deferred, evaluationCancelled: cancelled } = build;
const later = between('2008-07-01', '2008-12-31', 'second half of 2008');

describe('an evaluation is planned', () => {
  it('a plan told again adds what was open', async () => {
    const [state] = await given(evaluation, codec, planned({ subject: null }))
      .when(build.planEvaluation({ subject: 'a mission', due: null }))
      .state('2008-01-15');
    expect(state).toMatchObject({ standing: 'planned', subject: 'a mission', due: build.DUE });
  });
  it('a date once planned moves by deferral only', () =>
    given(evaluation, codec, planned())
      .when(build.planEvaluation({ due: later }))
      .thenRefused('EVALUATION_ALREADY_DUE'));
  it('a plan is not told again once the evaluation started', () =>
    given(evaluation, codec, planned(), started())
      .when(build.planEvaluation())
      .thenRefused('EVALUATION_ALREADY_STARTED'));
});

describe('an evaluation is made', () => {
  it('a planned evaluation may start', () =>
    given(evaluation, codec, planned()).when(build.startEvaluation()).then(started()));
  it('an evaluation starts once', () =>
    given(evaluation, codec, planned(), started())
      .when(build.startEvaluation())
      .thenRefused('EVALUATION_ALREADY_STARTED'));
  it('an evaluation never planned does not start', () =>
    given(evaluation, codec).when(build.startEvaluation()).thenRefused('EVALUATION_NOT_PLANNED'));
  it('a planned evaluation may be completed though nobody reported its start', () =>
    given(evaluation, codec, planned()).when(build.completeEvaluation()).then(completed()));
  it('completing a planned evaluation warns of nothing', async () => {
    const outcome = await given(evaluation, codec, planned(), started())
      .when(build.completeEvaluation())
      .then(completed());
    expect(outcome.warnings).toEqual([]);
  });
  it('an evaluation never planned may be completed, with a warning', () =>
    given(evaluation, codec).when(build.completeEvaluation('a mission')).thenWarned('EVALUATION_NEVER_PLANNED'));
  it('an evaluation never planned is completed by naming its subject', () =>
    given(evaluation, codec).when(build.completeEvaluation()).thenRefused('SUBJECT_MISSING'));
  it('an evaluation is completed once', () =>
    given(evaluation, codec, completed('a mission'))
      .when(build.completeEvaluation())
      .thenRefused('EVALUATION_ALREADY_COMPLETED'));
  it('a completion told without a subject keeps the planned one', async () => {
    const [state] = await given(evaluation, codec, planned(), completed()).state('2008-01-15');
    expect(state).toMatchObject({ standing: 'completed', subject: 'a mission' });
  });
});

describe('an evaluation is reported on', () => {
  it('a completed evaluation may be reported on', () =>
    given(evaluation, codec, completed('a mission')).when(build.reportEvaluation('EV/1')).then(reported('EV/1')));
  it('an evaluation still under way is not reported on', () =>
    given(evaluation, codec, planned(), started())
      .when(build.reportEvaluation())
      .thenRefused('EVALUATION_NOT_COMPLETED'));
  it('a report is issued once', () =>
    given(evaluation, codec, completed('a mission'), reported())
      .when(build.reportEvaluation())
      .thenRefused('EVALUATION_ALREADY_REPORTED'));
  it('an evaluation nobody told of is not reported on', () =>
    given(evaluation, codec).when(build.reportEvaluation()).thenRefused('EVALUATION_NOT_PLANNED'));
});

describe('an evaluation is deferred', () => {
  it('a deferral keeps the first date on record', async () => {
    const [state] = await given(evaluation, codec, planned()).when(build.deferEvaluation(later)).state('2008-01-15');
    expect(state).toMatchObject({ standing: 'deferred', firstDue: build.DUE, due: later });
  });
  it('a deferral goes to a later date', () =>
    given(evaluation, codec, planned())
      .when(build.deferEvaluation(exactly('2008-06-30')))
      .thenRefused('DUE_NOT_LATER'));
  it('an evaluation may be deferred without a new date', () =>
    given(evaluation, codec, planned()).when(build.deferEvaluation()).then(deferred()));
  it('a deferred evaluation may start', () =>
    given(evaluation, codec, planned(), deferred(later)).when(build.startEvaluation()).then(started()));
  it('an evaluation nobody told of is not deferred', () =>
    given(evaluation, codec).when(build.deferEvaluation()).thenRefused('EVALUATION_NOT_PLANNED'));
  it('a completed evaluation is not deferred', () =>
    given(evaluation, codec, planned(), completed())
      .when(build.deferEvaluation(later))
      .thenRefused('EVALUATION_ALREADY_COMPLETED'));
});

describe('a cancellation is final', () => {
  it('a planned evaluation may be cancelled as of a day to come', () =>
    given(evaluation, codec, planned())
      .when(build.cancelEvaluation({ on: '2008-03-01' }))
      .then(cancelled()));
  it('a completed evaluation is not cancelled', () =>
    given(evaluation, codec, planned(), completed())
      .when(build.cancelEvaluation())
      .thenRefused('EVALUATION_ALREADY_COMPLETED'));
  it('an evaluation nobody told of is not cancelled', () =>
    given(evaluation, codec).when(build.cancelEvaluation()).thenRefused('EVALUATION_NOT_PLANNED'));
  it.each([
    build.planEvaluation(),
    build.startEvaluation(),
    build.completeEvaluation('a mission'),
    build.reportEvaluation(),
    build.deferEvaluation(),
    build.cancelEvaluation(),
  ])('nothing befalls a cancelled evaluation ($type)', (command) =>
    given(evaluation, codec, planned(), cancelled()).when(command).thenRefused('EVALUATION_CANCELLED'),
  );
  it('a cancellation told late may not undo what is on record after it', () =>
    given(evaluation, codec, planned(), told(started(), { on: '2007-12-01' }))
      .when(build.cancelEvaluation({ on: '2007-09-01' }))
      .thenRefused('CONTRADICTS_LATER_FACT'));
  it('what a file brings in is judged alike', () =>
    given(evaluation, codec).when(build.loadIntoEvaluation(completed())).thenRefused('SUBJECT_MISSING'));
});
