import { toEdtf, windowOfEdtf } from './edtf.js';

it.each([
  ['2007-10-31', '2007-10-31', '2007-10-31'],
  ['2007-10', '2007-10-01', '2007-10-31'],
  ['2008-02', '2008-02-01', '2008-02-29'],
  ['2008-33', '2008-01-01', '2008-03-31'],
  ['2007-36', '2007-10-01', '2007-12-31'],
  ['2007', '2007-01-01', '2007-12-31'],
  ['2007-10-21/2007-10-31', '2007-10-21', '2007-10-31'],
  ['../2008-06-30', null, '2008-06-30'],
  ['2007-02-01/..', '2007-02-01', null],
  ['../..', null, null],
])('%s and its window say the same days, both ways', (text, earliest, latest) => {
  expect(windowOfEdtf(text)).toEqual({ earliest, latest });
  expect(toEdtf({ earliest, latest })).toBe(text);
});

it.each([
  ['2007-04/2007-12', '2007-04-01', '2007-12-31'],
  ['/2008-06-30', null, '2008-06-30'],
  ['2007-02/', '2007-02-01', null],
  ['2008-40', '2008-01-01', '2008-06-30'],
])('%s is read though not written', (text, earliest, latest) => {
  expect(windowOfEdtf(text)).toEqual({ earliest, latest });
});

it.each(['2007-02-30', '2007-13', '2008-21', '2007-10?', '2007-12/2007-04', '07', '', 'soon', '2007/2008/2009'])(
  '%s is no window: seasons, doubt and wrong order are not guessed at',
  (text) => expect(windowOfEdtf(text)).toBeNull(),
);
