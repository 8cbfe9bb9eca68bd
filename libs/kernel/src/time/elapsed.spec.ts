import fc from 'fast-check';
import { addDays } from './civil-date.js';
import { daysBetween, daysSince, laterDay, notAfter, notBefore } from './elapsed.js';

const window = (earliest: string | null, latest: string | null) => ({ earliest, latest });

describe('days that have gone by', () => {
  it('are one number when the day is known', () =>
    expect(daysSince(window('2007-11-01', '2007-11-01'), '2007-12-01')).toEqual({ atLeast: 30, atMost: 30 }));

  it('are a range when it is not', () =>
    expect(daysSince(window('2007-10-21', '2007-10-31'), '2007-11-30')).toEqual({ atLeast: 30, atMost: 40 }));

  it('are none yet when it may come later', () =>
    expect(daysSince(window('2007-10-21', '2007-10-31'), '2007-10-25')).toEqual({ atLeast: 0, atMost: 4 }));

  it('have no upper end when nobody says how long before', () =>
    expect(daysSince(window(null, '2007-10-31'), '2007-11-30')).toEqual({ atLeast: 30, atMost: null }));

  it('are not known when nothing is said of the day', () =>
    expect(daysSince(window(null, null), '2007-11-30')).toBeNull());

  it('between two fuzzy days lie between the nearest and the farthest', () =>
    expect(daysBetween(window('2007-10-01', '2007-10-10'), window('2007-10-05', '2007-10-20'))).toEqual({
      atLeast: 0,
      atMost: 19,
    }));

  it('are those of every pair of days in both windows, and no others', () =>
    fc.assert(
      fc.property(fc.array(fc.nat(20), { minLength: 4, maxLength: 4 }), (days) => {
        const [a, b, c, d] = days.toSorted((x, y) => x - y) as [number, number, number, number];
        const on = (day: number): string => addDays('2007-02-20', day);
        const gone = [];
        for (let from = a; from <= c; from++) for (let to = b; to <= d; to++) if (to >= from) gone.push(to - from);
        const range = daysBetween(window(on(a), on(c)), window(on(b), on(d)));
        expect(range).toEqual({ atLeast: Math.min(...gone), atMost: Math.max(...gone) });
      }),
    ));
});

it('a window is held by what came before and after it', () => {
  const told = { ...window(null, '2007-12-31'), phrase: 'by the end of 2007' };
  expect(notBefore('2007-07-01', told)).toEqual({ ...told, earliest: '2007-07-01' });
  expect(notBefore(null, told)).toBe(told);
  expect(notAfter('2007-11-10', told)).toEqual({ ...told, latest: '2007-11-10' });
  expect(notAfter('2008-11-10', told)).toBe(told);
  expect(laterDay(null, '2007-01-01')).toBe('2007-01-01');
  expect(laterDay('2007-02-01', '2007-01-01')).toBe('2007-02-01');
});
