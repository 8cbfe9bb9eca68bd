import { csvOf } from './csv';

const HEAD = ['Title', 'Days'];
const linesOf = (text: string): readonly string[] => text.replace('\ufeff', '').split('\r\n');

it('an export is told to be UTF-8, has a head, and ends each line as spreadsheets expect', () => {
  const text = csvOf(HEAD, [['Директор', 30]]);
  expect(text.startsWith('\ufeff')).toBe(true);
  expect(linesOf(text)).toEqual(['Title,Days', 'Директор,30', '']);
});

it('what is not reported is an empty cell, and zero is a zero', () =>
  expect(linesOf(csvOf(HEAD, [[null, 0]]))[1]).toBe(',0'));

it('commas, quotation marks and line breaks stay within their cell', () =>
  expect(linesOf(csvOf(HEAD, [['Chief, "acting"', null]]))[1]).toBe('"Chief, ""acting""",'));

it.each([
  ['=1+1', "'=1+1"],
  ['+1', "'+1"],
  ['-1', "'-1"],
  ['@SUM(A1)', "'@SUM(A1)"],
  ['\tx', "'\tx"],
])('a text %j cannot be taken for a formula', (text, cell) =>
  expect(linesOf(csvOf(HEAD, [[text, null]]))[1]).toBe(`${cell},`),
);

it('a text that begins with a line break is quoted and cannot be taken for a formula', () =>
  expect(csvOf(HEAD, [['\r=1', null]])).toContain(`"'\r=1"`));

it('a number below zero is a number', () => expect(linesOf(csvOf(HEAD, [['a', -1]]))[1]).toBe('a,-1'));

it('the head cannot be taken for a formula either', () => expect(linesOf(csvOf(['=A', 'B'], []))[0]).toBe("'=A,B"));
