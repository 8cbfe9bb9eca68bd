import { type Refusal } from '@cadre/kernel';
import {
  ambiguousDate,
  controlCharacter,
  dateHazard,
  directionControl,
  duplicateRows,
  formulaCell,
  fullWidthDigits,
  GRADES,
  gradesIn,
  hazardsIn,
  negativeCount,
  unknownAlias,
  unknownGrade,
} from './hazards.js';

const code = (refusal: Refusal | null) => refusal?.code ?? null;

describe('A cell that should hold a date', () => {
  it('does not say which of two days it means', () => {
    expect(dateHazard('03/04/2008', '/on')).toMatchObject({
      code: 'DATE_AMBIGUOUS',
      pointer: '/on',
      details: { readings: ['2008-04-03', '2008-03-04'] },
    });
  });

  it('does not hold a spreadsheet day count', () => {
    expect(dateHazard('39539', '/on')).toMatchObject({
      code: 'DATE_IS_SERIAL',
      details: { readings: ['2008-04-01', '2012-04-02'] },
    });
  });

  it('does not hold full-width digits', () => expect(code(dateHazard('２００８', '/on'))).toBe('FULL_WIDTH_DIGITS'));

  it('is not blank', () => expect(code(dateHazard(' ', '/on'))).toBe('DATE_BLANK'));

  it.each(['2008-04-03', '25/12/2008', 'early 2008'])('may hold %s', (cell) =>
    expect(dateHazard(cell, '/on')).toBeNull(),
  );

  it('is not ambiguous when the day cannot be a month', () => expect(ambiguousDate('25/12/2008', '')).toBeNull());
});

describe('Any cell', () => {
  it.each(['=1+1', '+1', '-A1', '@SUM(A1)', '\tx', '\rx', ' =1+1', '＝1+1'])('does not begin like %j', (cell) =>
    expect(code(formulaCell(cell, ''))).toBe('FORMULA_CELL'),
  );

  it.each(['a=b', '1-2', 'someone@example.org', '', '-', ' -- '])('may be %j', (cell) =>
    expect(formulaCell(cell, '')).toBeNull(),
  );

  it.each(['a\u202Eb', 'a\u2066b', 'a\u200Bb', '\uFEFFa', 'a\u{E0041}'])('hides nothing, as %j does', (cell) =>
    expect(code(directionControl(cell, ''))).toBe('DIRECTION_CONTROL'),
  );

  it('names the hidden character and its place', () =>
    expect(directionControl('ab\u202Ec', '')!.sentence).toContain('U+202E, stands at place 3'));

  it.each(['é', 'e\u0301', '维持和平', 'سلام'])('may be %s in any script', (cell) =>
    expect(directionControl(cell, '')).toBeNull(),
  );

  it.each(['a\u0000b', 'a\u0007', 'a\u0085b', 'a\u007F', 'a\uD800', '\uDC00a', 'a\nb', 'a\tb', 'a\r'])(
    'holds writing only, as %j does not',
    (cell) => expect(code(controlCharacter(cell, '', { inLines: false }))).toBe('CONTROL_CHARACTER'),
  );

  it.each([
    ['reason', 'first\nsecond', null],
    ['text', 'first\r\n\tsecond', null],
    ['text', 'first\rsecond', 'CONTROL_CHARACTER'],
    ['note', 'first\u0000', 'CONTROL_CHARACTER'],
    ['title', 'first\nsecond', 'CONTROL_CHARACTER'],
    ['title', 'Chief 😀', null],
  ])('may be written in lines where it is long: %s %j', (name, cell, refused) =>
    expect(code(hazardsIn({ [name]: cell }))).toBe(refused),
  );

  it('has plain digits', () => {
    expect(fullWidthDigits('２５', '/count')).toMatchObject({ code: 'FULL_WIDTH_DIGITS', details: { plain: '25' } });
    expect(fullWidthDigits('25，后', '/count')).toBeNull();
  });

  it.each(['-5', '−5', '(5)', ' - 5 '])('counts nothing below zero, as %j does', (cell) =>
    expect(code(negativeCount(cell, ''))).toBe('COUNT_NEGATIVE'),
  );

  it.each(['0', '5', '10-12', '(a)'])('may count %j', (cell) => expect(negativeCount(cell, '')).toBeNull());
});

describe('A grade', () => {
  it.each(GRADES)('%s is known', (grade) => expect(unknownGrade(grade, '')).toBeNull());

  it('written otherwise is refused with the one that is meant', () =>
    expect(unknownGrade('d2', '/grade')).toMatchObject({ code: 'UNKNOWN_GRADE', details: { meant: 'D-2' } }));

  it('nobody has heard of is refused', () =>
    expect(unknownGrade('X-9', '/grade')).toMatchObject({ code: 'UNKNOWN_GRADE', details: { meant: null } }));

  it('may come from another list, or be any', () => {
    expect(unknownGrade('X-9', '', ['X-9'])).toBeNull();
    expect(hazardsIn({ grade: 'X-9' }, '', 'any')).toBeNull();
  });

  it('nobody has heard of can be made known, and the refusal says how', () => {
    const { sentence } = unknownGrade('Librarian II', '/grade')!;
    expect(sentence).toContain('--grade "Librarian II"');
    expect(sentence).toContain('--any-grade');
  });

  it.each([
    ['PostEstablished', { grade: 'Librarian II' }, ['Librarian II']],
    ['PostReclassified', { from: 'Librarian I', to: 'Librarian II' }, ['Librarian I', 'Librarian II']],
    ['PostApproved', { grade: 'Librarians of several grades' }, []],
    ['PostIdentified', { grade: null }, []],
  ])('is named by %s %j', (type, data, grades) => expect(gradesIn({ type, data })).toEqual(grades));
});

describe('A name', () => {
  it('known as an alias passes', () => expect(unknownAlias('DPKO', '', new Set(['DPKO']))).toBeNull());
  it('of nothing known is refused', () =>
    expect(unknownAlias('DPKA', '/unit', new Set(['DPKO']))).toMatchObject({
      code: 'UNKNOWN_ALIAS',
      pointer: '/unit',
    }));
});

describe('Rows', () => {
  it('repeated are refused at the repeat', () =>
    expect(duplicateRows([{ a: 1, b: 2 }, { a: 1 }, { b: 2, a: 1 }])).toMatchObject([
      { code: 'DUPLICATE_ROW', pointer: '/2', details: { first: '/0' } },
    ]));
  it('that differ pass', () => expect(duplicateRows([{ a: 1 }, { a: '1' }])).toEqual([]));
});

describe('A line of a file', () => {
  it.each<[string, unknown, string]>([
    ['FORMULA_CELL', { event: { data: { title: '=1+1' } } }, '/event/data/title'],
    ['DIRECTION_CONTROL', { event: { data: { unitIds: ['a', 'b\u202E'] } } }, '/event/data/unitIds/1'],
    ['DATE_IS_SERIAL', { effective: { earliest: '39539' } }, '/effective/earliest'],
    ['DATE_IS_SERIAL', { event: { data: { closesOn: 39539 } } }, '/event/data/closesOn'],
    ['DATE_AMBIGUOUS', { effective: { latest: '03/04/08' } }, '/effective/latest'],
    ['DATE_AMBIGUOUS', { note: '03/04/2008' }, '/note'],
    ['FULL_WIDTH_DIGITS', { number: '３０００１' }, '/number'],
    ['COUNT_NEGATIVE', { count: { atLeast: -1, atMost: 5 } }, '/count/atLeast'],
    ['COUNT_NEGATIVE', { count: '-1' }, '/count'],
    ['UNKNOWN_GRADE', { event: { data: { grade: 'D2' } } }, '/event/data/grade'],
    ['UNKNOWN_GRADE', { event: { type: 'PostReclassified', data: { from: null, to: 'Asg' } } }, '/event/data/to'],
    ['FORMULA_CELL', { 'a/b~': '@x' }, '/a~1b~0'],
    ['FORMULA_CELL', { effective: { phrase: '=x' } }, '/effective/phrase'],
  ])('with %s is refused there: %j', (hazard, value, pointer) =>
    expect(hazardsIn(value)).toMatchObject({ code: hazard, pointer }),
  );

  it('starts its pointers where it is told', () => expect(hazardsIn('=x', '/3')).toMatchObject({ pointer: '/3' }));

  it.each([
    { number: '39539' },
    { source: { paragraph: '3.2.10' } },
    { source: { paragraph: '(5)' } },
    { effective: { earliest: null, latest: '2008-04-03', phrase: '１０月初' } },
    { alias: '第６２届会议' },
    { figures: [{ value: -3, unit: 'percent' }] },
    { type: 'PostProposed', data: { grade: 'Field Service and Professional' } },
    { grade: null, from: 'here', to: 'there' },
    { effective: { edtf: '../2007-12-31' } },
    null,
  ])('without hazard passes: %j', (value) => expect(hazardsIn(value)).toBeNull());
});
