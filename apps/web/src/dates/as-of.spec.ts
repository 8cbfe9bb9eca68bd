import { unreadable } from './as-of';

const among = (validOn: string | null, knownAt: string | null) => [...unreadable({ validOn, knownAt })];

describe('dates in the address', () => {
  it.each([
    [null, null],
    ['2007-10-31', '2007-12-31'],
    ['2008-02-29', '2007-12-31T12:30:00.000Z'],
  ])('%j and %j can be read', (validOn, knownAt) => {
    expect(among(validOn, knownAt)).toEqual([]);
  });

  it.each(['foo', '2007-02-30', '2007-10', '2007', '31/10/2007', '0000-01-01', '9999-12-31', '12007-10-31'])(
    '%j cannot be read as either',
    (date) => {
      expect(among(date, date)).toEqual(['validOn', 'knownAt']);
    },
  );

  it('take a time of day only for what was known, and in the one form the API reads', () => {
    expect(among('2007-12-31T12:30:00.000Z', '2007-12-31T12:30:00Z')).toEqual(['validOn', 'knownAt']);
    expect(among(null, '2007-12-31T25:30:00.000Z')).toEqual(['knownAt']);
  });
});
