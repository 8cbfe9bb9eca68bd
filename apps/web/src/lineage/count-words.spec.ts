import { type Bounds, countInWords, isUncertain } from './count-words';

const count = (atLeast: number | null, atMost: number | null): Bounds => ({
  atLeast,
  atMost,
  notReported: atLeast === null && atMost === null,
});

describe('a count in words', () => {
  it.each([
    [count(6, 6), '6'],
    [count(0, 0), '0'],
    [count(2500, 2500), '2,500'],
    [count(0, 1), '0 or 1'],
    [count(0, 18), 'between 0 and 18'],
    [count(1, null), 'at least 1'],
    [count(null, 9), 'at most 9'],
    [count(null, null), 'not reported'],
  ])('%j reads "%s"', (bounds, said) => {
    expect(countInWords(bounds)).toBe(said);
  });

  it('never turns what is not reported into a number', () => {
    expect(countInWords({ atLeast: 0, atMost: 0, notReported: true })).toBe('not reported');
  });

  it('is uncertain only where it is a range', () => {
    expect([count(0, 1), count(1, null), count(1, 1), count(null, null)].map(isUncertain)).toEqual([
      true,
      true,
      false,
      false,
    ]);
  });
});
