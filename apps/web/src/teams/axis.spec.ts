import { civilDate, dayNumber } from '../dates/civil-date';
import { axisOver, extentOf, xOf } from './axis';

const endOfOctober = { earliest: '2007-10-21', latest: '2007-10-31' };
const firstQuarter = { earliest: '2008-01-01', latest: '2008-03-31' };
const axis = axisOver([endOfOctober, firstQuarter], dayNumber('2007-12-31'), 700);

describe('the time axis of the teams', () => {
  it('covers every window in whole months', () => {
    expect([civilDate(axis.from), civilDate(axis.to)]).toEqual(['2007-10-01', '2008-05-01']);
  });

  it('names its months, and a year where it begins', () => {
    expect(axis.ticks.map((it) => it.label)).toEqual(['Oct', 'Nov', 'Dec', 'Jan', 'Feb', 'Mar', 'Apr']);
    expect(axis.ticks.map((it) => it.year)).toEqual(['2007', null, null, '2008', null, null, null]);
  });

  it('counts the last day of a window in', () => {
    expect(extentOf(axis, endOfOctober).right).toBe(xOf(axis, dayNumber('2007-11-01')));
  });

  it('draws an open end to the edge', () => {
    expect(extentOf(axis, { earliest: null, latest: null })).toEqual({ left: 0, right: 700 });
  });

  it('stretches to a day nearby, not to one years away', () => {
    const near = axisOver([endOfOctober], dayNumber('2008-03-05'), 700);
    const far = axisOver([endOfOctober], dayNumber('2026-03-05'), 700);
    expect([civilDate(near.to), civilDate(far.to)]).toEqual(['2008-04-01', '2007-12-01']);
    expect(xOf(far, dayNumber('2026-03-05'))).toBe(700);
  });

  it('names fewer months where there is little room', () => {
    const narrow = axisOver([endOfOctober, firstQuarter], dayNumber('2007-12-31'), 120);
    expect(narrow.ticks.map((it) => it.label)).toEqual(['Oct', 'Jan', 'Apr']);
  });
});
