import { type Correction, RecordEvents } from './decider.js';
import { derivedId } from './ids.js';
import { desk, deskCodec, type DeskEvent, left, moved, removed, taken, TakeDesk } from './testing/desk.js';
import { type Fact, factId, given as givenFacts, telling, testSource, told } from './testing/index.js';
import { exactly } from './time/window.js';

const given = (...facts: Fact<DeskEvent>[]) => givenFacts(desk, deskCodec, ...facts);
const correct = (...corrections: Correction[]) => correctAs('correction', ...corrections);
const correctAs = (commandId: string, ...corrections: Correction[]) =>
  new RecordEvents('1', { events: [] }, telling({ commandId, corrections }));
const withdraw = (eventId: string, reason = 'wrong desk') => ({ eventId, reason, retelling: null });
const retell = (eventId: string, event: DeskEvent, on: string) => ({
  eventId,
  reason: 'misread',
  retelling: { event, effective: exactly(on), source: testSource },
});
/** Event id of the first entry, a retraction, of a correction sent under that command id. */
const retractionBy = (commandId: string) => derivedId(commandId, 0);
const retractionOf = (eventId: string) => ({ type: 'EntryRetracted', data: { eventId } });

describe('a withdrawal', () => {
  it('lets a fact no longer count', async () => {
    const corrected = given(taken('pat')).when(correct(withdraw(factId(1))));
    await corrected.then(retractionOf(factId(1)));
    expect(await corrected.state('2008-01-15')).toEqual([null]);
  });
  it('withdrawn brings the fact back, and withdrawn again takes it away', async () => {
    const once = [taken('pat'), correctAs('oops', withdraw(factId(1)))];
    const back = given(...once).when(correct(withdraw(retractionBy('oops'))));
    await back.then(retractionOf(retractionBy('oops')));
    expect(await back.state('2008-01-15')).toEqual(['pat']);
    const twice = [...once, correctAs('no', withdraw(retractionBy('oops')))];
    expect(
      await given(...twice)
        .when(correct(withdraw(retractionBy('no'))))
        .state('2008-01-15'),
    ).toEqual([null]);
  });
  it('leaves no fact behind that needed the withdrawn one', () =>
    given(taken('pat'), told(left, { on: '2007-08-01' }))
      .when(correct(withdraw(factId(1))))
      .thenRefused('CONTRADICTS_LATER_FACT'));
  it('names the facts that could no longer stand, two of them in the sentence', async () => {
    const august = (day: string) => told(left, { on: `2007-08-0${day}` });
    const one = await given(taken('pat'), august('1'))
      .when(correct(withdraw(factId(1))))
      .thenRefused('CONTRADICTS_LATER_FACT');
    expect(one.sentence).toBe(
      'DeskLeft of 1 August 2007 (TEST/1 para. 1) could no longer stand: Nobody holds it. Correct it in the same command, or this date.',
    );
    const again = (by: string, day: string) => told(taken(by), { on: `2007-08-0${day}` });
    const many = await given(taken('pat'), august('1'), again('kim', '2'), august('3'), again('lee', '4'), august('5'))
      .when(correct(withdraw(factId(1)), withdraw(factId(3)), withdraw(factId(5))))
      .thenRefused('CONTRADICTS_LATER_FACT');
    expect(many.sentence).toMatch(/August 2007.*August 2007.* And 1 more\. Correct them in the same command/);
    expect(many.details['contradicted']).toHaveLength(3);
  });
});

describe('a retelling', () => {
  it('that fits no shape is pointed to where it was sent', async () => {
    const broken = { type: 'DeskTaken', data: { broken: true } } as unknown as DeskEvent;
    const refusal = await given(taken('pat'))
      .when(correct(retell(factId(1), broken, '2007-08-01')))
      .thenRefused('SHAPE');
    expect(refusal.pointer).toBe('/corrections/0/retelling/event/data/broken');
  });
  it('counts in the place of what it retells', async () => {
    const corrected = given(taken('pat')).when(correct(retell(factId(1), taken('kim'), '2007-08-01')));
    await corrected.then(retractionOf(factId(1)), taken('kim'));
    expect([await corrected.state('2007-07-31'), await corrected.state('2007-08-01')]).toEqual([[null], ['kim']]);
  });
  it('keeps its place in line: a corrected departure does not fall behind the next arrival', async () => {
    const september = { between: ['2007-09-01', '2007-09-30'] } as const;
    const facts = [told(taken('pat'), september), told(left, september), told(taken('kim'), september)];
    const corrected = given(...facts).when(correct(retell(factId(2), left, '2007-09-20')));
    await corrected.then(retractionOf(factId(2)), left);
    expect(await corrected.state('2007-09-19')).toEqual([null, 'pat']);
    expect(await corrected.state('2007-09-20')).toEqual([null, 'kim']);
    expect(await corrected.state('2007-09-30')).toEqual(['kim']);
  });
  it('of a retelling still keeps it', () => {
    const september = { between: ['2007-09-01', '2007-09-30'] } as const;
    const facts = [told(taken('pat'), september), told(left, september), told(taken('kim'), september)];
    const first = correctAs('first', retell(factId(2), left, '2007-09-20'));
    const retold = derivedId('first', 1);
    return given(...facts, first)
      .when(correct(retell(retold, left, '2007-09-10')))
      .then(retractionOf(retold), left);
  });
  it('keeps what the fact was told to precede, and others what they precede', async () => {
    const october = { between: ['2007-10-01', '2007-10-31'] } as const;
    const facts = [
      told(taken('pat'), { on: '2007-07-01' }),
      told(left, october),
      told(moved(), { ...october, precedes: [factId(2)] }),
    ];
    const later = {
      event: left,
      effective: told(left, { between: ['2007-10-02', '2007-10-31'] }).effective,
      source: testSource,
    };
    await given(...facts)
      .when(correct({ eventId: factId(2), reason: 'misread', retelling: later }))
      .then(retractionOf(factId(2)), left);
    const move = { ...later, event: moved(3) };
    await given(...facts)
      .when(correct({ eventId: factId(3), reason: 'misread', retelling: move }))
      .then(retractionOf(factId(3)), moved(3));
  });
});

describe('a correction', () => {
  it('gives a reason', async () => {
    const refusal = await given(taken('pat'))
      .when(correct(withdraw(factId(1), ' ')))
      .thenRefused('REASON_REQUIRED');
    expect(refusal.pointer).toBe('/corrections/0/reason');
  });
  it('names an entry of its stream', () =>
    given(taken('pat'))
      .when(correct(withdraw('x')))
      .thenRefused('CORRECTED_ENTRY_UNKNOWN'));
  it('names one that still counts', () =>
    given(taken('pat'), correctAs('oops', withdraw(factId(1))))
      .when(correct(withdraw(factId(1))))
      .thenRefused('ENTRY_ALREADY_RETRACTED'));
  it('sees through withdrawals of withdrawals which entries count', () => {
    const [back, away, again] = [retractionBy('a'), retractionBy('c'), retractionBy('b')];
    return given(
      taken('pat'),
      correctAs('a', withdraw(factId(1))),
      correctAs('b', withdraw(back)), // pat counts again
      correctAs('c', withdraw(factId(1))),
      correctAs('d', withdraw(again)), // "a" counts again, beside "c"
      correctAs('e', withdraw(away)), // pat is still withdrawn by "a"
    )
      .when(correct(withdraw(factId(1))))
      .thenRefused('ENTRY_ALREADY_RETRACTED');
  });
  it('cannot tell one fact twice', () =>
    given(taken('pat'), told(left, { on: '2007-08-01' }))
      .when(correct(retell(factId(1), taken('kim'), '2007-07-02'), retell(factId(1), taken('lee'), '2007-07-03')))
      .thenRefused('FACT_TOLD_TWICE'));
  it('cannot bring a fact back beside its retelling', async () => {
    const facts = [taken('pat'), correctAs('oops', retell(factId(1), taken('kim'), '2007-08-01'))];
    await given(...facts)
      .when(correct(withdraw(retractionBy('oops'))))
      .thenRefused('FACT_TOLD_TWICE');
    const both = correct(withdraw(retractionBy('oops')), withdraw(derivedId('oops', 1)));
    expect(
      await given(...facts)
        .when(both)
        .state('2008-01-15'),
    ).toEqual(['pat']);
  });
  it('goes with a command, which is then decided on the corrected history', () =>
    given(told(removed, { on: '2007-06-01' }))
      .when(new TakeDesk('1', { by: 'pat' }, telling({ corrections: [withdraw(factId(1))] })))
      .then(retractionOf(factId(1)), taken('pat')));
});
