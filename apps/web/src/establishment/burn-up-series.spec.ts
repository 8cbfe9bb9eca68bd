import type { BurnUpPoint } from './establishment.queries';
import { bandOf, nearestTo, pointBy, silenceOf } from './burn-up-series';

const count = (atLeast: number | null, atMost = atLeast) => ({
  ...{ atLeast, atMost, certain: atLeast !== null && atLeast === atMost, notReported: atLeast === null },
});
const point = (on: string, counts: Partial<BurnUpPoint> = {}): BurnUpPoint => {
  const untold = { ...count(null), atMost: null };
  const stages = { approved: untold, identified: untold, advertised: untold, selected: untold, onDuty: untold };
  return { on, ...stages, unreported: untold, ...counts };
};

describe('a block drawn over time', () => {
  it('has a band from what is sure to what is possible, and none where nothing is reported', () => {
    const arriving = point('2007-08-31', { approved: count(27), onDuty: count(0, 18) });
    expect(bandOf(arriving, 'onDuty')).toEqual({ low: 0, height: 18 });
    expect(bandOf(arriving, 'approved')).toEqual({ low: 27, height: 0 });
    expect(bandOf(arriving, 'selected')).toEqual({ low: null, height: null });
  });

  it('reaches up to what is approved where nothing bounds a count', () => {
    const open = { ...count(3), atMost: null, certain: false };
    expect(bandOf(point('2007-08-31', { approved: count(27), onDuty: open }), 'onDuty')).toEqual({
      low: 3,
      height: 24,
    });
  });

  it('hangs what nobody reports on from what is approved', () => {
    const told = point('2007-08-31', { approved: count(152), unreported: count(149) });
    expect(silenceOf(told)).toEqual({ low: 3, height: 149 });
    expect(silenceOf(point('2007-01-31'))).toEqual({ low: null, height: null });
  });

  it('answers for a day by the last point before it, and for a place by the nearest', () => {
    const points = [point('2007-01-31'), point('2007-02-28'), point('2007-03-31')];
    expect(['2006-01-01', '2007-02-28', '2007-03-30', '2009-01-01'].map((day) => pointBy(points, day).on)).toEqual([
      ...['2007-01-31', '2007-02-28', '2007-02-28', '2007-03-31'],
    ]);
    expect(nearestTo(points, Date.parse('2007-03-20')).on).toBe('2007-03-31');
  });
});
