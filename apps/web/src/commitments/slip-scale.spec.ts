import { scaleOf, spanOn, zeroOn } from './slip-scale';

const days = (atLeast: number | null, atMost: number | null) => ({ atLeast, atMost });

describe('a picture of slips', () => {
  const scale = scaleOf([days(10, 40), null, days(-10, 0)]);

  it('holds every known end and the day first promised', () => {
    expect(scale).toEqual({ from: -10, to: 40 });
    expect(zeroOn(scale)).toBe(20);
    expect(scaleOf([])).toEqual({ from: 0, to: 1 });
  });

  it('leaves room for an end that is not known', () => {
    expect(scaleOf([days(20, null)])).toEqual({ from: 0, to: 25 });
    expect(scaleOf([days(null, 20)])).toEqual({ from: -5, to: 20 });
  });

  it('draws a range from end to end, and an unknown end to the edge', () => {
    expect(spanOn(scale, days(15, 40))).toEqual({ start: 50, width: 50, opensBefore: false, opensAfter: false });
    expect(spanOn(scale, days(15, null))).toMatchObject({ start: 50, width: 50, opensAfter: true });
    expect(spanOn(scale, days(null, 15))).toMatchObject({ start: 0, width: 50, opensBefore: true });
    expect(spanOn(scale, days(15, 15))).toMatchObject({ start: 50, width: 0 });
  });
});
