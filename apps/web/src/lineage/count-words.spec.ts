import { formatsOf } from '../language/formats';
import { wordsFor } from '../language/testing';
import arabic from './words/ar.json' with { type: 'json' };
import english from './words/en.json' with { type: 'json' };
import { type Bounds, countInWords, isUncertain, partInWords } from './count-words';

const inEnglish = (count: Bounds): string => countInWords(count, wordsFor('en', english), formatsOf('en').number);
const inArabic = (count: Bounds): string => countInWords(count, wordsFor('ar', arabic), formatsOf('ar').number);

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
    expect(inEnglish(bounds)).toBe(said);
  });

  it('never turns what is not reported into a number', () => {
    expect(inEnglish({ atLeast: 0, atMost: 0, notReported: true })).toBe('not reported');
  });

  it('is written with the digits of the language', () => {
    expect(inArabic(count(2500, 2500))).toBe('٢٬٥٠٠');
    expect(inArabic(count(0, 18))).toBe('بين ٠ و١٨');
  });

  it.each([
    [count(1, 1), count(6, 6), '1 of 6'],
    [count(0, 1), count(6, 6), '0 or 1 of 6'],
    [count(0, 0), count(0, 20), '0; between 0 and 20 in all'],
    [count(2, 2), count(3, null), '2; at least 3 in all'],
    [count(null, null), count(0, 20), 'not reported'],
  ])('%j of %j reads "%s"', (part, whole, said) => {
    expect(partInWords(part, whole, wordsFor('en', english), formatsOf('en').number)).toBe(said);
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
