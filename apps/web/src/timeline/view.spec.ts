import { civilDate, dayNumber } from '../dates/civil-date';
import { around, atLevel, type Axis, centreOf, LEVELS, leftOf, moved, offsetOf, placed, shareAt, zoomed } from './view';

const year = { from: dayNumber('2007-01-01'), to: dayNumber('2008-01-01') };
const lengthOf = ({ from, to }: { from: number; to: number }): number => to - from;

describe('the time shown', () => {
  it('keeps the day under the pointer when it is zoomed', () => {
    const closer = zoomed(year, 0.5, 0.25);
    expect(lengthOf(closer)).toBe(182.5);
    expect(closer.from + lengthOf(closer) * 0.25).toBe(year.from + 365 * 0.25);
  });

  it('zooms from centuries to days and no further', () => {
    let view = year;
    for (let n = 0; n < 40; n++) view = zoomed(view, 0.5);
    expect(lengthOf(view)).toBe(2);
    for (let n = 0; n < 40; n++) view = zoomed(view, 2);
    expect(lengthOf(view)).toBe(183_000);
    expect(civilDate(Math.ceil(view.from)) >= '0001-01-01').toBe(true);
  });

  it('moves by a share of itself, and stops where dates end', () => {
    expect(moved(year, 1)).toEqual({ from: year.to, to: year.to + 365 });
    expect(moved(year, -1e6).from).toBe(dayNumber('0001-01-01'));
    expect(moved(year, 1e6).to).toBe(dayNumber('9999-12-31'));
  });

  it('shows a level around the day asked for while that is in sight, else around its middle', () => {
    const [inside, outside] = [dayNumber('2007-10-31'), dayNumber('2026-01-01')];
    expect(centreOf(year, inside)).toBe(inside);
    expect(centreOf(year, outside)).toBe((year.from + year.to) / 2);
    const week = atLevel('day', inside);
    expect([lengthOf(week), (week.from + week.to) / 2]).toEqual([LEVELS.day, inside + 0.5]);
  });

  it('leaves a little room around the first and the last day told of', () => {
    const { from, to } = around('2007-10-21', '2007-10-21');
    expect([from < dayNumber('2007-10-21'), to > dayNumber('2007-10-22')]).toEqual([true, true]);
  });
});

describe('places on the axis', () => {
  const axis: Axis = { from: 100, to: 200, width: 500, isRtl: false };
  const mirrored: Axis = { ...axis, isRtl: true };

  it('grow with time, to the left where the language runs that way', () => {
    expect([offsetOf(axis, 100), offsetOf(axis, 150), offsetOf(axis, 200)]).toEqual([0, 250, 500]);
    expect(placed(axis, 0, 100)).toEqual({ x: 0, width: 100 });
    expect(placed(mirrored, 0, 100)).toEqual({ x: 400, width: 100 });
    expect([leftOf(axis, 20), leftOf(mirrored, 20)]).toEqual([20, 480]);
    expect([shareAt(axis, 125), shareAt(mirrored, 125)]).toEqual([0.25, 0.75]);
  });
});
