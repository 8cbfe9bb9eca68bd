import { between, derivedId, exactly } from '@cadre/kernel';
import { given, told } from '@cadre/kernel/testing';
import { codec } from '../catalogue.wire.js';
import * as build from './commitment.builders.js';
import { commitment } from './commitment.js';

const { commitmentMade: made, commitmentMet: met, commitmentMissed: missed } = build;
const { DUE, LATER } = build;
const AFTERWARDS = '2008-06-01T09:00:00.000Z';
const majority = (of: number, arithmeticMinimum: number): ReturnType<typeof made>['data']['measure'] => ({
  wording: 'majority',
  of,
  arithmeticMinimum,
});

describe('a promise is made', () => {
  it('a promise keeps when it is for and in what words', async () => {
    const [state] = await given(commitment, codec).when(build.makeCommitment()).state('2008-01-15');
    expect(state).toMatchObject({ standing: 'open', firstDue: DUE, due: DUE, redates: [] });
  });
  it('a promise is made once', () =>
    given(commitment, codec, made()).when(build.makeCommitment()).thenRefused('COMMITMENT_ALREADY_MADE'));
  it('a closed promise is not made again', () =>
    given(commitment, codec, made(), met()).when(build.makeCommitment()).thenRefused('COMMITMENT_ALREADY_MADE'));
  it.each([
    [152, 77],
    [25, 13],
    [1, 1],
  ])('a majority of %i is at least %i', (of, least) => {
    const measure = majority(of, least);
    return given(commitment, codec).when(build.makeCommitment({ measure })).then(made({ measure }));
  });
  it.each([
    [152, 76],
    [152, 78],
    [25, 12],
    [0, 0],
  ])('a majority of %i is not at least %i', (of, least) =>
    given(commitment, codec)
      .when(build.makeCommitment({ measure: majority(of, least) }))
      .thenRefused('MEASURE_NOT_ARITHMETIC'),
  );
  it('no share is more than the whole', () =>
    given(commitment, codec)
      .when(build.makeCommitment({ measure: { wording: 'nearly all', of: 25, arithmeticMinimum: 26 } }))
      .thenRefused('MEASURE_NOT_ARITHMETIC'));
  it('a promise cannot be one that will be made tomorrow', () =>
    given(commitment, codec)
      .when(build.makeCommitment({}, { on: '2008-01-16' }))
      .thenRefused('OCCURRENCE_IN_FUTURE'));
});

describe('a promise is re-dated', () => {
  it('the first date stays for ever', async () => {
    const last = exactly('2008-12-31');
    const [state] = await given(commitment, codec, made(), build.redateCommitment())
      .when(build.redateCommitment(last))
      .state('2008-01-15');
    expect(state).toMatchObject({ firstDue: DUE, due: last, redates: [LATER, last] });
  });
  it.each([null, '', '  '])('a new date needs a reason (%j is none)', (reason) =>
    given(commitment, codec, made()).when(build.redateCommitment(LATER, { reason })).thenRefused('REASON_REQUIRED'),
  );
  it('a loaded re-dating needs a reason as well', () =>
    given(commitment, codec, made())
      .when(build.loadIntoCommitment(build.commitmentRedated()))
      .thenRefused('REASON_REQUIRED'));
  it('a new date is another one', () =>
    given(commitment, codec, made())
      .when(build.redateCommitment({ ...DUE, phrase: 'in the first months of 2008' }))
      .thenRefused('DUE_UNCHANGED'));
  it('a promise never made is not re-dated', () =>
    given(commitment, codec).when(build.redateCommitment()).thenRefused('COMMITMENT_NOT_MADE'));
  it('a wrong new date is corrected by telling it anew, for the reason of the correction', async () => {
    const due = exactly('2008-09-30');
    const retelling = {
      event: build.commitmentRedated(due),
      effective: exactly('2008-01-15'),
      source: { kind: 'local-knowledge', who: 'officer-1' },
    } as const;
    const correction = { eventId: derivedId('redated', 0), reason: 'misread', retelling };
    const [state] = await given(commitment, codec, made(), build.redateCommitment(LATER, { commandId: 'redated' }))
      .when(build.meetCommitment({ corrections: [correction] }))
      .state('2008-01-15');
    expect(state).toMatchObject({ standing: 'met', firstDue: DUE, due, redates: [due] });
  });
});

describe('a promise is closed', () => {
  it('an open promise may be met', () => given(commitment, codec, made()).when(build.meetCommitment()).then(met()));
  it('a promise may be missed once its time is over', () =>
    given(commitment, codec, made())
      .at(AFTERWARDS)
      .when(build.missCommitment({ on: '2008-05-01' }))
      .then(missed()));
  it('a promise is not missed while there is time left', () =>
    given(commitment, codec, made()).when(build.missCommitment()).thenRefused('COMMITMENT_NOT_YET_DUE'));
  it('a promise without an end to its time may be found missed', () =>
    given(commitment, codec, made({ due: between(null, null, 'soon') }))
      .when(build.missCommitment())
      .then(missed()));
  it('a missed promise may be met late', () =>
    given(commitment, codec, made({ due: exactly('2007-12-31') }), told(missed(), { on: '2008-01-01' }))
      .when(build.meetCommitment())
      .then(met()));
  it('a promise may be dropped', () =>
    given(commitment, codec, made()).when(build.dropCommitment()).then(build.commitmentDropped()));
  it('dropping a promise needs a reason', () =>
    given(commitment, codec, made())
      .when(build.dropCommitment({ reason: null }))
      .thenRefused('REASON_REQUIRED'));
  it.each([build.meetCommitment(), build.missCommitment(), build.dropCommitment()])(
    'a promise never made is not closed ($type)',
    (command) => given(commitment, codec).when(command).thenRefused('COMMITMENT_NOT_MADE'),
  );
  it.each([build.redateCommitment(), build.meetCommitment(), build.missCommitment(), build.dropCommitment()])(
    'nothing befalls a promise that was met ($type)',
    (command) => given(commitment, codec, made(), met()).when(command).thenRefused('COMMITMENT_CLOSED'),
  );
  it.each([build.redateCommitment(), build.missCommitment(), build.dropCommitment()])(
    'a missed promise can only be met late ($type)',
    (command) =>
      given(commitment, codec, made({ due: exactly('2007-12-31') }), told(missed(), { on: '2008-01-01' }))
        .when(command)
        .thenRefused('COMMITMENT_CLOSED'),
  );
  it.each([build.redateCommitment(), build.meetCommitment(), build.missCommitment(), build.dropCommitment()])(
    'nothing befalls a promise that was dropped ($type)',
    (command) =>
      given(commitment, codec, made(), build.dropCommitment()).when(command).thenRefused('COMMITMENT_CLOSED'),
  );
});
