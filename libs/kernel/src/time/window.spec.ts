import { between, checkWindow, exactly, isNarrower } from './window.js';

const codeOf = (window: Parameters<typeof checkWindow>[0]) => checkWindow(window)?.code ?? null;

it.each([
  ['one day needs no phrase', exactly('2007-07-01'), null],
  ['an undated fact keeps the wording', between(null, null, 'undated'), null],
  ['an open end keeps the wording', between('2007-02-01', null, 'since February 2007'), null],
  [
    'ends that differ need a phrase',
    { earliest: '2007-10-21', latest: '2007-10-31', phrase: null },
    'WINDOW_WITHOUT_PHRASE',
  ],
  ['an open end needs a phrase', { earliest: null, latest: null, phrase: ' ' }, 'WINDOW_WITHOUT_PHRASE'],
  ['the earliest day is not after the latest', between('2007-11-01', '2007-10-31', 'x'), 'WINDOW_REVERSED'],
  ['a day is a day of the calendar', exactly('2007-02-30'), 'DATE_NOT_READABLE'],
])('%s', (_rule, window, code) => expect(codeOf(window)).toBe(code));

it('one window is narrower than another when it lies inside it and leaves something out', () => {
  const october = between('2007-10-01', '2007-10-31', 'October');
  expect(isNarrower(exactly('2007-10-31'), october)).toBe(true);
  expect(isNarrower(exactly('2007-10-01'), october)).toBe(true);
  expect(isNarrower(october, between(null, '2007-10-31', 'by'))).toBe(true);
  expect(isNarrower(october, october)).toBe(false);
  expect(isNarrower(between(null, '2007-10-31', 'by'), october)).toBe(false);
  expect(isNarrower(between('2007-10-02', '2007-11-01', 'x'), october)).toBe(false);
});
