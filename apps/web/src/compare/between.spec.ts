import { inOrder } from './between';

describe('two known dates', () => {
  it.each([
    ['2007-06-30', '2007-12-31', '2007-06-30', '2007-12-31'],
    ['2007-12-31', '2007-06-30', '2007-06-30', '2007-12-31'],
    [null, '2007-06-30', '2007-06-30', null],
    ['2007-06-30', null, '2007-06-30', null],
    // A day means its end: what was known at noon was known before.
    ['2007-06-30', '2007-06-30T12:00:00.000Z', '2007-06-30T12:00:00.000Z', '2007-06-30'],
  ])('%s and %s are put in the order of time', (one, other, after, until) => {
    expect(inOrder(one, other)).toEqual({ after, until });
  });
});
