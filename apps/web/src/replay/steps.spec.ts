import { beforeStep, marksOf, movedTo, nextMark, placeOf, previousMark } from './steps';

const moments = {
  days: ['2007-01-01', '2007-10-21', '2007-10-31'].map((day) => ({ day, changes: 1 })),
  moments: ['2007-03-01T09:00:00.000Z', '2007-12-31T00:00:00.000Z'].map((knownAt) => ({ knownAt, entries: 1 })),
};
const report = '2007-12-31';

describe('the steps of a replay', () => {
  it('are the days on which something became true, while the day in the world moves', () => {
    const marks = marksOf(moments, 'validOn');
    expect(nextMark(marks, '2007-10-15')).toBe('2007-10-21');
    expect(nextMark(marks, '2007-10-31')).toBeNull();
    expect(previousMark(marks, '2007-10-31')).toBe('2007-10-21');
    expect(previousMark(marks, '2007-10-25')).toBe('2007-10-21');
    expect(previousMark(marks, '2007-01-01')).toBeNull();
  });

  it('are the moments at which something became known, while the known date moves; a day means its end', () => {
    const marks = marksOf(moments, 'knownAt');
    const place = placeOf({ validOn: null, knownAt: '2007-03-01' }, 'knownAt');
    expect(nextMark(marks, place)).toBe('2007-12-31T00:00:00.000Z');
    expect(previousMark(marks, place)).toBe('2007-03-01T09:00:00.000Z');
  });

  it('are the days of both kinds from the first recording on, while both move', () => {
    expect(marksOf(moments, 'both')).toEqual(['2007-03-01', '2007-10-21', '2007-10-31', '2007-12-31']);
    expect(marksOf({ days: moments.days, moments: [] }, 'both')).toEqual([]);
  });

  it('move the one date and leave the other, or move both', () => {
    const dates = { validOn: '2007-10-15', knownAt: report };
    expect(movedTo('2007-10-21', dates, 'validOn')).toEqual({ validOn: '2007-10-21', knownAt: report });
    expect(movedTo('2007-10-21', dates, 'knownAt')).toEqual({ validOn: '2007-10-15', knownAt: '2007-10-21' });
    expect(movedTo('2007-10-21', dates, 'both')).toEqual({ validOn: '2007-10-21', knownAt: '2007-10-21' });
  });

  it('are shown against what was before the last change', () => {
    const marks = marksOf(moments, 'validOn');
    const before = (validOn: string | null) => beforeStep(marks, { validOn, knownAt: report }, 'validOn')?.validOn;
    expect(before('2007-10-31')).toBe('2007-10-21');
    expect(before('2007-10-25')).toBe('2007-01-01');
    expect(before('2007-01-01')).toBe('2006-12-31');
    expect(before('2006-06-01')).toBeUndefined();
    expect(before(null)).toBe('2007-10-21');
  });
});
