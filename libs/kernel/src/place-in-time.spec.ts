import { RecordEvents, type Telling } from './decider.js';
import {
  desk,
  deskCodec,
  type DeskEvent,
  HandOverDesk,
  left,
  moved,
  removed,
  RemoveDesk,
  taken,
  TakeDesk,
} from './testing/desk.js';
import { type Fact, factId, given as givenFacts, telling, testSource, told, type WhenTold } from './testing/index.js';
import { exactly } from './time/window.js';

type More = WhenTold & Partial<Telling>;
const given = (...facts: Fact<DeskEvent>[]) => givenFacts(desk, deskCodec, ...facts);
const take = (by: string, more: More = {}) => new TakeDesk('1', { by }, telling(more));
const handOver = (to: string, more: More = {}) => new HandOverDesk('1', { to }, telling(more));
const remove = (more: More = {}) => new RemoveDesk('1', {}, telling(more));
const record = (events: readonly DeskEvent[], more: More = {}) => new RecordEvents('1', { events }, telling(more));
const withdraw = (eventId: string) => ({ eventId, reason: 'wrong desk', retelling: null });
const inOctober = { between: ['2007-10-01', '2007-10-31'] } as const;

describe('a command is decided where it belongs in effective time', () => {
  const september = told(taken('pat'), { on: '2007-09-01' });

  it('on an empty history', () => given().when(take('pat')).then(taken('pat')));
  it('on what was true just before, not on what was recorded last', () =>
    given(september, told(left, { on: '2007-10-01' }))
      .when(record([moved()], { on: '2007-09-15' }))
      .then(moved()));
  it('and refused by what was true then', () =>
    given(september, told(left, { on: '2007-10-01' }))
      .when(take('kim', { on: '2007-09-15' }))
      .thenRefused('DESK_TAKEN'));
  it('may tell several facts', () =>
    given(september)
      .when(handOver('kim', { on: '2007-09-15' }))
      .then(left, taken('kim')));
  it('with its warnings', () => given().when(take('a stranger')).thenWarned('STRANGER'));
  it('and says so when it tells nothing new', () =>
    given(september).when(take('pat')).thenRefused('NOTHING_TO_RECORD'));
  it('not at all when its own window is malformed', () =>
    given()
      .when(take('pat', { effective: { earliest: null, latest: null, phrase: null } }))
      .thenRefused('WINDOW_WITHOUT_PHRASE'));
  it('an occurrence with an open end comes before a decision of the future', () =>
    given(told(removed, { on: '2009-01-01' }))
      .when(take('pat', { from: '2007-02-01' }))
      .thenRefused('CONTRADICTS_LATER_FACT'));
  it('a decision with an open end comes after it', () =>
    given(told(removed, { on: '2009-01-01' }))
      .when(remove({ from: '2008-06-01' }))
      .thenRefused('NOTHING_TO_RECORD'));
});

describe('occurrences and decisions', () => {
  it('an occurrence cannot begin after the day it is recorded', async () => {
    const refusal = await given()
      .when(take('pat', { on: '2008-01-16' }))
      .thenRefused('OCCURRENCE_IN_FUTURE');
    expect(refusal.pointer).toBe('/effective/earliest');
    expect(refusal.sentence).toContain('(days are UTC). Record it from that day on, or record a commitment now.');
  });
  it('a decision can, and is known from now on', async () => {
    const history = given().when(remove({ on: '2009-01-01' }));
    await history.then(removed);
    expect([await history.state('2008-12-31'), await history.state('2009-01-01')]).toEqual([[null], ['removed']]);
  });
  it('what happened "since February" happened by the day it was recorded', async () => {
    const history = given(told(taken('pat'), { from: '2007-02-01', recordedAt: '2007-12-31T12:00:00.000Z' }));
    expect(await history.state('2007-01-31')).toEqual([null]);
    expect(await history.state('2007-12-30')).toEqual([null, 'pat']);
    expect(await history.state('2007-12-31')).toEqual(['pat']);
  });
  it('an undated decision stays open to the end', async () =>
    expect(await given(told(removed, { undated: true })).state('2090-01-01')).toEqual([null, 'removed']));
  it('an event of another kind of stream is refused', () =>
    given()
      .when(new RecordEvents('1', { events: [{ type: 'TeamStoodUp', data: {} }] }, telling()))
      .thenRefused('EVENT_NOT_OF_STREAM'));
});

describe('a late fact that makes a recorded one illegal', () => {
  const history = () =>
    given(
      told(taken('kim'), { ...inOctober, recordedAt: '2007-12-31T09:00:00.000Z' }),
      told(left, { on: '2007-12-01' }),
    );
  const lateFact = { on: '2007-09-01' };

  it('is refused with an impact report: which facts, by whom, from which source', async () => {
    const refusal = await history().when(take('pat', lateFact)).thenRefused('CONTRADICTS_LATER_FACT');
    expect(refusal.details).toEqual({
      contradicted: [
        {
          eventId: factId(1),
          type: 'DeskTaken',
          effective: { earliest: '2007-10-01', latest: '2007-10-31', phrase: 'between 2007-10-01 and 2007-10-31' },
          recordedAt: '2007-12-31T09:00:00.000Z',
          recordedBy: { id: 'officer-1', role: 'hr-officer' },
          source: testSource,
          because: 'DESK_TAKEN',
          sentence: 'pat holds it.',
        },
      ],
    });
  });
  it('is accepted when the same command corrects those', () =>
    history()
      .when(take('pat', { ...lateFact, corrections: [withdraw(factId(1))] }))
      .then({ type: 'EntryRetracted', data: { eventId: factId(1) } }, taken('pat')));
  it('is refused when the correction cannot stand either', () => {
    const retelling = { event: taken('kim'), effective: exactly('2007-11-01'), source: testSource };
    return history()
      .when(take('pat', { ...lateFact, corrections: [{ eventId: factId(1), reason: 'misread', retelling }] }))
      .thenRefused('DESK_TAKEN');
  });
});

describe('told precedence', () => {
  const history = () => given(told(taken('pat'), { on: '2007-07-01' }), told(left, inOctober));

  it('is offered for the overlapping facts that the refused one could come before', async () => {
    const refusal = await history()
      .when(record([moved()], inOctober))
      .thenRefused('DESK_EMPTY');
    expect(refusal.details).toEqual({ couldPrecede: [factId(2)] });
  });
  it('is offered when decide refuses as well', async () => {
    const refusal = await history().when(handOver('kim', inOctober)).thenRefused('NOBODY_TO_RELIEVE');
    expect(refusal.details).toEqual({ couldPrecede: [factId(2)] });
  });
  it('is not offered where the dates rule it out', async () => {
    const refusal = await history()
      .when(record([moved()], { on: '2007-11-01' }))
      .thenRefused('DESK_EMPTY');
    expect(refusal.details).toEqual({});
  });
  it('places the command sent again with it, for good', async () => {
    const sent = history().when(record([moved()], { ...inOctober, precedes: [factId(2)] }));
    await sent.then(moved());
    expect(await sent.state('2007-10-15')).toEqual(['pat', 'pat', null]);
  });
  it('is refused when the dates contradict it', async () => {
    const command = record([moved()], { ...inOctober, precedes: [factId(1)] });
    const refusal = await history().when(command).thenRefused('PRECEDENCE_CONTRADICTED');
    expect(refusal.pointer).toBe('/precedes');
    expect(refusal.details).toEqual({});
  });
  it('is refused before deciding, too, when the dates contradict it', () =>
    history()
      .when(handOver('kim', { on: '2007-11-01', precedes: [factId(2)] }))
      .thenRefused('PRECEDENCE_CONTRADICTED'));
  it('names facts that stand', () =>
    history()
      .when(record([moved()], { ...inOctober, precedes: ['nothing'] }))
      .thenRefused('PRECEDED_ENTRY_UNKNOWN'));
});
