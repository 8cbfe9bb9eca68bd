import { dutyShares } from './duty-parts';

const count = (atLeast: number | null, atMost = atLeast) => ({ atLeast, atMost, certain: atLeast === atMost });
const NOT_REPORTED = { atLeast: null, atMost: null, certain: false };
const shares = (approved: object, onDuty: object, unreported: object) =>
  dutyShares({ approved, onDuty, unreported } as never).map(({ part, count: posts }) => [part, posts]);

describe('the posts of a block by what is known of duty', () => {
  it('are not reported, and not “not on duty”, where nobody reports on any', () => {
    expect(shares(count(152), NOT_REPORTED, count(152))).toEqual([['silent', 152]]);
  });

  it('are on duty or not where a number is reported for them all', () => {
    expect(shares(count(27), count(18), count(0))).toEqual([
      ['onDuty', 18],
      ['off', 9],
    ]);
  });

  it('are possibly on duty while people arrive some day of a period', () => {
    expect(shares(count(27), count(0, 18), count(0, 27))).toEqual([
      ['possibly', 18],
      ['offOrSilent', 9],
    ]);
  });

  it('are told one by one, and the others are not reported', () => {
    expect(shares(count(152), count(1, 150), count(149))).toEqual([
      ['onDuty', 1],
      ['off', 2],
      ['silent', 149],
    ]);
  });

  it('are perhaps not approved yet while the approval itself is uncertain', () => {
    expect(shares(count(0, 152), NOT_REPORTED, count(0, 152))).toEqual([['maybe', 152]]);
    expect(shares(count(0, 27), count(0, 18), count(0, 27))).toEqual([
      ['possibly', 18],
      ['maybe', 9],
    ]);
    expect(shares(NOT_REPORTED, NOT_REPORTED, NOT_REPORTED)).toEqual([]);
  });
});
