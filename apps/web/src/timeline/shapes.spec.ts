import { dayNumber } from '../dates/civil-date';
import type { TimelineBar, TimelineEnd, TimelinePromise } from './timeline.queries';
import { barShape, daysOf, near, promiseShape } from './shapes';

/** Ten pixels a day, October 2007. */
const axis = { from: dayNumber('2007-10-01'), to: dayNumber('2007-11-01'), width: 310, isRtl: false };
const between = (earliest: number | null, latest: number | null): TimelineEnd => {
  const day = (n: number | null): string | null => (n === null ? null : `2007-10-${String(n).padStart(2, '0')}`);
  return { earliest: day(earliest), latest: day(latest) };
};
const NO_END = between(null, null);
const bar = (from: TimelineEnd, to: TimelineEnd, more: Partial<TimelineBar> = {}): TimelineBar => ({
  ...{ state: 'standing', moment: false, certain: true, from, to, because: [] },
  ...more,
});
const promise = (given: TimelineEnd, due: TimelineEnd): TimelinePromise =>
  ({
    role: 'promised',
    stream: 'commitment-x',
    what: null,
    given,
    due,
    reason: null,
    overdue: 'no',
    because: [],
  }) as never;

describe('the shape of a bar', () => {
  it('is sure from the last day it may have begun to the first it may have ended, whole days counted in', () => {
    expect(barShape(axis, bar(between(5, 10), between(20, 25)))).toEqual({
      ...{ start: 40, end: 250, sure: { start: 90, end: 200 } },
      ...{ isOpenStart: false, isOpenEnd: false },
    });
  });

  it('reaches the edge where no end is told, and fades out where no beginning is', () => {
    expect(barShape(axis, bar(between(5, 5), NO_END))).toMatchObject({ end: 310, isOpenEnd: true });
    expect(barShape(axis, bar(between(null, 10), NO_END))).toMatchObject({
      ...{ start: 46, sure: { start: 90, end: 310 }, isOpenStart: true },
    });
  });

  it('is nowhere sure when it may not have been, or may have ended before it surely began', () => {
    expect(barShape(axis, bar(between(5, 9), between(5, 9), { certain: false }))!.sure).toBeNull();
    expect(barShape(axis, bar(between(5, 20), between(10, 25)))!.sure).toBeNull();
  });

  it('of a moment is the days it may have happened on', () => {
    const moment = bar(between(5, 9), between(5, 9), { moment: true });
    expect(barShape(axis, moment)).toMatchObject({ start: 40, end: 90, sure: null, isOpenEnd: false });
  });

  it('is none where nothing of it is shown; what may have begun any time before is', () => {
    const later = { ...axis, from: dayNumber('2007-12-01'), to: dayNumber('2008-01-01') };
    const before = { ...axis, from: dayNumber('2007-08-01'), to: dayNumber('2007-09-01') };
    expect(barShape(later, bar(between(5, 5), between(9, 9)))).toBeNull();
    expect(barShape(before, bar(between(5, 5), NO_END))).toBeNull();
    expect(barShape(before, bar(between(null, 5), NO_END))).not.toBeNull();
  });
});

describe('the shape of a promise', () => {
  it('leads from when it was given to a box over the days it was given for', () => {
    expect(promiseShape(axis, promise(between(2, 2), between(21, 31)))).toEqual({
      ...{ given: 10, start: 200, end: 310, isOpenStart: false, isOpenEnd: false },
    });
  });

  it('has a box without the sides on which no day is told', () => {
    const by = promiseShape(axis, promise(between(2, 2), between(null, 20)))!;
    expect([by.end, by.isOpenStart, by.isOpenEnd]).toEqual([200, true, false]);
    const never = promiseShape(axis, promise(between(2, 2), NO_END))!;
    expect([never.start, never.isOpenStart, never.isOpenEnd]).toEqual([10, true, true]);
  });

  it('is none where neither its giving nor its box is shown', () => {
    const later = { ...axis, from: dayNumber('2007-12-01'), to: dayNumber('2008-01-01') };
    expect(promiseShape(later, promise(between(2, 2), between(21, 31)))).toBeNull();
  });
});

it('offsets far away are held near the picture', () => {
  expect([near(axis, -1e6), near(axis, 100), near(axis, 1e6)]).toEqual([-310, 100, 620]);
});

it('the days of a row are all that are told, of promises and of what was so', () => {
  const row = { promised: [promise(between(null, 2), between(21, 31))], bars: [bar(between(5, 10), NO_END)] };
  expect(daysOf(row)).toEqual(['2007-10-02', '2007-10-21', '2007-10-31', '2007-10-05', '2007-10-10']);
});
