import { civilDate, dayNumber } from '../dates/civil-date';
import { axisOver, between, extentOf, isLater, later, xOf } from './axis';

const endOfOctober = { earliest: '2007-10-21', latest: '2007-10-31' };
const firstQuarter = { earliest: '2008-01-01', latest: '2008-03-31' };
const axis = axisOver([endOfOctober, firstQuarter], dayNumber('2007-12-31'), 700);

describe('the time axis of the teams', () => {
  it('covers every window in whole months', () => {
    expect([civilDate(axis.from), civilDate(axis.to)]).toEqual(['2007-10-01', '2008-05-01']);
  });

  it('names its months, and a year where it begins', () => {
    expect(axis.ticks.map((it) => it.on)).toEqual([
      ...['2007-10-01', '2007-11-01', '2007-12-01', '2008-01-01', '2008-02-01', '2008-03-01', '2008-04-01'],
    ]);
    expect(axis.ticks.filter((it) => it.isYear).map((it) => it.on)).toEqual(['2007-10-01', '2008-01-01']);
  });

  it('counts the last day of a window in', () => {
    expect(extentOf(axis, endOfOctober).end).toBe(xOf(axis, dayNumber('2007-11-01')));
  });

  it('draws an open end to the edge', () => {
    expect(extentOf(axis, { earliest: null, latest: null })).toEqual({ start: 0, end: 700 });
  });

  it('stretches to a day nearby, not to one years away', () => {
    const near = axisOver([endOfOctober], dayNumber('2008-03-05'), 700);
    const far = axisOver([endOfOctober], dayNumber('2026-03-05'), 700);
    expect([civilDate(near.to), civilDate(far.to)]).toEqual(['2008-04-01', '2007-12-01']);
    expect(xOf(far, dayNumber('2026-03-05'))).toBe(700);
  });

  it('names fewer months where there is little room', () => {
    const narrow = axisOver([endOfOctober, firstQuarter], dayNumber('2007-12-31'), 120);
    expect(narrow.ticks.map((it) => it.on)).toEqual(['2007-10-01', '2008-01-01', '2008-04-01']);
  });

  it('runs from the right in languages written from there', () => {
    const mirrored = axisOver([endOfOctober, firstQuarter], dayNumber('2007-12-31'), 700, true);
    expect([xOf(mirrored, mirrored.from), xOf(mirrored, mirrored.to)]).toEqual([700, 0]);
    const { start, end } = extentOf(mirrored, endOfOctober);
    expect(isLater(mirrored, end, start)).toBe(true);
    expect(between(start, end)).toEqual({ x: end, width: start - end });
    expect([later(mirrored, 100, 6), later(axis, 100, 6)]).toEqual([94, 106]);
  });
});
