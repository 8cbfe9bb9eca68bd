import fc from 'fast-check';
import { addDays, type CivilDate } from './civil-date.js';
import { windowOfPhrase } from './phrase.js';
import { sayWindow, shapeOf } from './say-window.js';
import { DEFAULT_PHRASE_SETTINGS } from './span.js';

describe('a window in plain English', () => {
  it.each([
    ['2007-07-01', '2007-07-01', '1 July 2007'],
    ['2007-07-01', '2007-07-31', 'July 2007'],
    ['2007-10-21', '2007-10-31', 'end of October 2007'],
    ['2007-02-21', '2007-02-28', 'end of February 2007'],
    ['2007-09-01', '2007-09-10', 'early September 2007'],
    ['2007-09-11', '2007-09-20', 'mid September 2007'],
    ['2008-01-01', '2008-03-31', 'first quarter of 2008'],
    ['2008-04-01', '2008-06-30', 'second quarter of 2008'],
    ['2008-01-01', '2008-04-30', 'early 2008'],
    ['2008-05-01', '2008-08-31', 'mid-2008'],
    ['2008-09-01', '2008-12-31', 'late 2008'],
    ['2007-01-01', '2007-12-31', '2007'],
    [null, '2008-06-30', 'by 30 June 2008'],
    ['2008-01-01', null, 'from 1 January 2008'],
    ['2007-04-01', '2007-12-31', 'between 1 April 2007 and 31 December 2007'],
    ['2007-12-21', '2008-01-10', 'between 21 December 2007 and 10 January 2008'],
    [null, null, 'date not given'],
  ])('%s to %s is "%s"', (earliest, latest, words) => {
    expect(sayWindow({ earliest, latest })).toBe(words);
  });

  it('is read back as the same days', () => {
    const day = fc.integer({ min: 0, max: 60_000 }).map((days): CivilDate => addDays('1900-01-01', days));
    const first = day.map((it): CivilDate => `${it.slice(0, 8)}01`);
    const length = fc.oneof(
      fc.integer({ min: 0, max: 400 }),
      fc.constantFrom(9, 27, 28, 29, 30, 90, 91, 119, 364, 365),
    );
    const closed = fc
      .tuple(fc.oneof(day, first), length)
      .map(([earliest, days]) => ({ earliest, latest: addDays(earliest, days) }));
    const open = fc.oneof(
      day.map((latest) => ({ earliest: null, latest })),
      day.map((earliest) => ({ earliest, latest: null })),
    );
    fc.assert(
      fc.property(fc.oneof(closed, open), (window) => {
        expect(windowOfPhrase(sayWindow(window), DEFAULT_PHRASE_SETTINGS)).toEqual(window);
      }),
      { numRuns: 2_000, seed: 20080114 },
    );
  });

  it('follows the settings of the organisation', () => {
    const yearParts = {
      first: { from: '01-01', to: '03-31' },
      middle: { from: '04-01', to: '09-30' },
      last: { from: '10-01', to: '12-31' },
    };
    const monthParts = { first: { from: 1, to: 5 }, middle: { from: 6, to: 25 }, last: { from: 26, to: 31 } };
    const settings = { ...DEFAULT_PHRASE_SETTINGS, yearParts, monthParts };
    expect(sayWindow({ earliest: '2008-04-01', latest: '2008-09-30' }, settings)).toBe('mid-2008');
    expect(sayWindow({ earliest: '2007-10-26', latest: '2007-10-31' }, settings)).toBe('end of October 2007');
  });
});

describe('the form of a window', () => {
  const blank = { year: null, month: null, quarter: null, part: null };

  it.each([
    ['2007-07-01', '2007-07-01', { form: 'day', year: 2007, month: 7 }],
    ['2007-07-01', '2007-07-31', { form: 'month', year: 2007, month: 7 }],
    ['2008-02-01', '2008-02-29', { form: 'month', year: 2008, month: 2 }],
    ['2007-01-01', '2007-12-31', { form: 'year', year: 2007 }],
    ['2008-10-01', '2008-12-31', { form: 'quarter', year: 2008, quarter: 4 }],
    ['2008-01-01', '2008-03-31', { form: 'quarter', year: 2008, quarter: 1 }],
    ['2007-10-21', '2007-10-31', { form: 'partOfMonth', year: 2007, month: 10, part: 'last' }],
    ['2007-09-11', '2007-09-20', { form: 'partOfMonth', year: 2007, month: 9, part: 'middle' }],
    ['2008-01-01', '2008-04-30', { form: 'partOfYear', year: 2008, part: 'first' }],
    ['2007-12-21', '2008-01-10', { form: 'between' }],
    [null, '2008-06-30', { form: 'by' }],
    ['2008-01-01', null, { form: 'from' }],
    [null, null, { form: 'none' }],
  ] as const)('%s to %s is told apart for any language', (earliest, latest, said) => {
    expect(shapeOf({ earliest, latest })).toEqual({ ...blank, ...said });
  });
});
