import { dayNumber } from '../dates/civil-date';
import { formatsOf } from '../language/formats';
import { ticksOf } from './ticks';

const labels = (from: string, to: string, width = 1000, language = 'en') => {
  const axis = { from: dayNumber(from), to: dayNumber(to), width, isRtl: false };
  const { fine, coarse } = ticksOf(axis, formatsOf(language));
  return { fine: fine.map(({ label }) => label), coarse: coarse.map(({ label }) => label) };
};

describe('the marks of the axis', () => {
  it('are years, every tenth one over a century', () => {
    expect(labels('2001-01-01', '2011-01-01')).toEqual({
      fine: ['2001', '2002', '2003', '2004', '2005', '2006', '2007', '2008', '2009', '2010'],
      coarse: [],
    });
    expect(labels('1950-01-01', '2049-12-31', 700).fine).toEqual([
      '1950',
      '1960',
      '1970',
      '1980',
      '1990',
      '2000',
      '2010',
      '2020',
      '2030',
      '2040',
    ]);
  });

  it('are months under their years, every third one where there is less room', () => {
    const year = labels('2007-07-01', '2008-07-01');
    expect(year.coarse).toEqual(['2007', '2008']);
    expect(year.fine).toEqual(['Jul', 'Aug', 'Sept', 'Oct', 'Nov', 'Dec', 'Jan', 'Feb', 'Mar', 'Apr', 'May', 'Jun']);
    expect(labels('2007-07-01', '2008-07-01', 300).fine).toEqual(['Jul', 'Oct', 'Jan', 'Apr']);
  });

  it('are days under their months, only Mondays where there is less room', () => {
    const week = labels('2007-10-29', '2007-11-05');
    expect(week).toEqual({ fine: ['29', '30', '31', '1', '2', '3', '4'], coarse: ['October 2007', 'November 2007'] });
    expect(labels('2007-10-01', '2007-11-01', 400).fine).toEqual(['1', '8', '15', '22', '29']);
  });

  it('leave out a month begun before when the next one needs its place', () => {
    expect(labels('2007-10-30', '2007-11-06', 700).coarse).toEqual(['October 2007', 'November 2007']);
    expect(labels('2007-10-31', '2007-11-30', 700).coarse).toEqual(['November 2007']);
  });

  it('are written as the language writes them', () => {
    expect(labels('2007-10-29', '2007-11-01', 1000, 'ar').fine).toEqual(['٢٩', '٣٠', '٣١']);
    expect(labels('2007-01-01', '2007-03-01', 200, 'zh').fine).toEqual(['1月', '2月']);
  });

  it('begin on the right day before 1970 and around leap years', () => {
    expect(labels('1969-12-28', '1970-01-06', 1000).coarse).toEqual(['December 1969', 'January 1970']);
    expect(labels('1960-02-27', '1960-03-03', 1000).fine).toEqual(['27', '28', '29', '1', '2']);
  });
});
