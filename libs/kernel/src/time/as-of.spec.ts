import { desk, deskCodec, type DeskEvent, taken } from '../testing/desk.js';
import { type Fact, given as givenFacts, told } from '../testing/index.js';
import { historyOf } from './as-of.js';
import { addDays, civilDate, dayNumber, endOfDay, FOREVER, isCivilDate, isInstant } from './civil-date.js';
import { knownAt, recordedBy } from './known.js';
import { canonicalOrder, lastDay, type Placed, segments, tighten } from './timeline.js';

const given = (...facts: Fact<DeskEvent>[]) => givenFacts(desk, deskCodec, ...facts);
const placed = (id: string, earliest: string | null, latest: string | null, precedes: string[] = []): Placed => ({
  id,
  ordinal: Number(id),
  position: Number(id),
  earliest,
  latest,
  precedes,
});
const ids = (...entries: Placed[]) =>
  canonicalOrder(entries)
    ?.map((entry) => entry.id)
    .join(' ') ?? null;

describe('the Darfur team stood up "end of October 2007"', () => {
  const team = () =>
    given(told(taken('standing'), { between: ['2007-10-21', '2007-10-31'], phrase: 'end of October 2007' }));
  it.each([
    ['2007-10-15', [null]],
    ['2007-10-20', [null]],
    ['2007-10-21', [null, 'standing']],
    ['2007-10-25', [null, 'standing']],
    ['2007-10-30', [null, 'standing']],
    ['2007-10-31', ['standing']],
    ['2007-12-31', ['standing']],
  ])('on %s it can be %j', async (validOn, states) => expect(await team().state(validOn)).toEqual(states));
});

describe('the canonical order', () => {
  it('goes by the dates where they say which came first', () =>
    expect(ids(placed('1', '2007-10-01', '2007-10-01'), placed('2', '2007-09-01', '2007-09-30'))).toBe('2 1'));
  it('goes by the log where they do not', () =>
    expect(ids(placed('2', '2007-09-01', '2007-09-30'), placed('1', '2007-09-30', '2007-10-01'))).toBe('1 2'));
  it('goes by what was told to precede', () =>
    expect(ids(placed('1', null, null), placed('2', null, null, ['1']), placed('3', null, null))).toBe('2 1 3'));
  it('does not exist when those contradict the dates or each other', () => {
    expect(ids(placed('1', '2007-10-01', '2007-10-01', ['2']), placed('2', '2007-09-01', '2007-09-30'))).toBeNull();
    expect(ids(placed('1', null, null, ['2']), placed('2', null, null, ['1']))).toBeNull();
  });
  it('does not mind a precedence over what is not there', () => expect(ids(placed('1', null, null, ['9']))).toBe('1'));
});

describe('tightened windows', () => {
  it('let nothing begin before what comes earlier, nor end after what comes later', () =>
    expect(tighten([placed('1', '2007-03-01', null), placed('2', null, '2007-09-30')])).toEqual([
      { earliest: '2007-03-01', latest: '2007-09-30' },
      { earliest: '2007-03-01', latest: '2007-09-30' },
    ]));
  it('cut effective time into segments that leave no day out', () => {
    const cut = segments(tighten([placed('1', '2007-10-21', '2007-10-31'), placed('2', '2007-12-01', null)]));
    expect(cut).toEqual([
      { from: '0000-01-01', to: '2007-10-21', surely: 0, possibly: 0 },
      { from: '2007-10-21', to: '2007-10-31', surely: 0, possibly: 1 },
      { from: '2007-10-31', to: '2007-12-01', surely: 1, possibly: 1 },
      { from: '2007-12-01', to: FOREVER, surely: 1, possibly: 2 },
    ]);
    expect(cut.map((segment) => lastDay(segment.to))).toEqual(['2007-10-20', '2007-10-30', '2007-11-30', null]);
  });
  it('of no entries leave one segment', () => expect(segments([])).toMatchObject([{ surely: 0, possibly: 0 }]));
});

describe('what the log says', () => {
  const entry = (position: number, recordedAt: string) =>
    ({
      eventId: `e${position}`,
      stream: 'desk-1',
      revision: position - 1,
      position,
      recordedAt,
      event: taken('pat'),
      effective: { earliest: '2009-01-01', latest: '2009-12-31', phrase: '2009' },
      precedes: [],
      retells: null,
    }) as unknown as Parameters<typeof knownAt<DeskEvent>>[0][number];

  it('at a moment never grows backwards, even if a clock once did', () => {
    const entries = [entry(1, '2008-01-03T00:00:00.000Z'), entry(2, '2008-01-02T00:00:00.000Z')];
    expect(recordedBy(entries, '2008-01-02T12:00:00.000Z')).toEqual([]);
    expect(recordedBy(entries, '2008-01-03T00:00:00.000Z')).toHaveLength(2);
  });
  it('cuts no window to nothing when an event type once called a decision is now an occurrence', () => {
    const [known] = knownAt([entry(1, '2008-01-03T00:00:00.000Z')], desk.natures, null);
    expect(known).toMatchObject({ earliest: '2009-01-01', latest: '2009-01-01' });
  });
  it('lays a stream out as an order, a state after each fact, and segments', () => {
    const history = historyOf(desk, [entry(1, '2009-06-03T00:00:00.000Z')], null);
    expect(history.states).toEqual([null, 'pat']);
    expect(history.segments.map((segment) => segment.from)).toEqual(['0000-01-01', '2009-01-01', '2009-06-03']);
  });
});

describe('civil dates', () => {
  it('are days of the calendar, and neither stand-in for an open end', () => {
    expect(['2008-02-29', '1900-02-28', '2000-02-29', '0001-01-01', '9999-12-30'].every(isCivilDate)).toBe(true);
    const none = [
      '2007-02-29',
      '1900-02-29',
      '2007-13-01',
      '2007-00-01',
      '2007-1-1',
      '20070101',
      '0000-01-01',
      FOREVER,
      null,
      7,
    ];
    expect(none.filter(isCivilDate)).toEqual([]);
  });
  it('count in days and stay within four digits', () => {
    expect([addDays('2008-02-28', 2), addDays('2007-01-01', -1), addDays('9999-12-30', 9)]).toEqual([
      '2008-03-01',
      '2006-12-31',
      FOREVER,
    ]);
    expect([dayNumber('1970-01-01'), dayNumber('1969-12-31'), civilDate(207, 1, 2)]).toEqual([0, -1, '0207-01-02']);
  });
  it('end with their last millisecond, and instants are written one way', () => {
    expect(isInstant(endOfDay('2007-12-31'))).toBe(true);
    expect(['2007-12-31', '2007-12-31T00:00:00Z', '2007-02-30T00:00:00.000Z', null].filter(isInstant)).toEqual([]);
  });
});
