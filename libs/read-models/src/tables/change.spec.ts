import { STILL_KNOWN } from '../as-of.js';
import { type TableRow } from '../rows.js';
import { difference, keyOf, type KeptRow } from './change.js';

const row = (status: string): TableRow => ({
  ...{
    item: '',
    validFrom: '2007-01-01',
    validTo: '9999-12-31',
    certain: 1,
    present: 1,
    ordinal: 0,
    cause: 'e1',
    causes: '',
    values: [status],
  },
});
const standing = (status: string, knownFrom: string, knownTo = STILL_KNOWN): KeptRow => ({
  ...{ row: 1, stream: 'team-a', says: null, knownFrom, knownTo, key: keyOf(row(status)) },
});
const [BEFORE, NOW] = ['2007-12-31T00:00:00.000Z', '2008-01-01T00:00:00.000Z'];
const nothing = { stay: [], close: [], reopen: [], remove: [], open: new Map() };

describe('the difference between rows that stand and rows wanted', () => {
  it('is nothing when they say the same', () => {
    const same = standing('open', BEFORE);
    expect(difference([same], [row('open')], NOW)).toEqual({ ...nothing, stay: [same] });
  });

  it('closes what is no longer said and opens what is new', () => {
    const old = standing('open', BEFORE);
    expect(difference([old], [row('met')], NOW)).toEqual({
      ...nothing,
      close: [old],
      open: new Map([[keyOf(row('met')), row('met')]]),
    });
  });

  it('leaves no row of what was told and taken back at one moment', () => {
    const told = standing('met', NOW);
    const closed = standing('open', BEFORE, NOW);
    expect(difference([told, closed], [row('open')], NOW)).toEqual({ ...nothing, remove: [told], reopen: [closed] });
  });

  it('leaves alone what was closed and stays so', () => {
    const closed = standing('open', BEFORE, NOW);
    expect(difference([closed], [], NOW)).toEqual({ ...nothing, stay: [closed] });
  });

  it('does not look again at what was closed before', () => {
    expect(difference([standing('open', '2007-01-01T00:00:00.000Z', BEFORE)], [row('open')], NOW)).toEqual({
      ...nothing,
      open: new Map([[keyOf(row('open')), row('open')]]),
    });
  });
});
