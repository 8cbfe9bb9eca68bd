import type { Period } from './people.queries';
import { barOf, scaleOf } from './spans';

const window = (earliest: string | null, latest: string | null) => ({ earliest, latest });
const period = (from: object, to: object | null = null, ended = true): Period =>
  ({ from, to, ended }) as unknown as Period;
const scale = { first: 0, last: 100, years: [] };
const day = (number: number): string => new Date(number * 86_400_000).toISOString().slice(0, 10);

it('what still goes on reaches to the day asked for', () =>
  expect(barOf(period(window(day(20), day(20))), scale)).toEqual({
    possibly: { from: 0.2, to: 1 },
    surely: { from: 0.2, to: 1 },
    isOpen: false,
  }));

it('fuzzy ends are possible, and only the days between them sure', () =>
  expect(barOf(period(window(day(20), day(30)), window(day(60), day(70))), scale)).toEqual({
    possibly: { from: 0.2, to: 0.7 },
    surely: { from: 0.3, to: 0.6 },
    isOpen: false,
  }));

it('no day is sure of what may have ended before it surely began', () =>
  expect(barOf(period(window(day(20), day(60)), window(day(30), day(70))), scale).surely).toBeNull());

it('an end that may not have come yet leaves the bar open to the day asked for', () =>
  expect(barOf(period(window(day(20), day(20)), window(day(90), day(120)), false), scale)).toMatchObject({
    possibly: { to: 1 },
    surely: { to: 0.9 },
  }));

it('a beginning that nobody dates is open', () =>
  expect(barOf(period(window(null, day(50))), scale)).toMatchObject({ possibly: { from: 0 }, isOpen: true }));

it('the scale spans what is told of, up to the day asked for, with the years in it', () => {
  const { first, last, years } = scaleOf([period(window('2005-03-01', '2005-03-01'))], '2007-12-31');
  expect(last).toBe(Date.parse('2007-12-31') / 86_400_000);
  expect(first).toBeLessThan(Date.parse('2005-03-01') / 86_400_000);
  expect(years.map((it) => it.day)).toEqual(['2006-01-01', '2007-01-01']);
});
