import { STILL_KNOWN } from '../as-of.js';
import { type TableRow } from '../rows.js';
import { difference, keyOf, type StandingRow } from './table-writer.js';

const row = (status: string): TableRow => ({
  ...{
    item: '',
    validFrom: '2007-01-01',
    validTo: '9999-12-31',
    certain: 1,
    present: 1,
    cause: 'e1',
    values: [status],
  },
});
const standing = (status: string, knownFrom: string, knownTo = STILL_KNOWN): StandingRow => ({
  ...{ row: 1, knownFrom, knownTo, key: keyOf(row(status)) },
});
const [BEFORE, NOW] = ['2007-12-31T00:00:00.000Z', '2008-01-01T00:00:00.000Z'];
const nothing = { close: [], reopen: [], remove: [], open: [] };

describe('the difference between rows that stand and rows wanted', () => {
  it('is nothing when they say the same', () => {
    expect(difference([standing('open', BEFORE)], [row('open')], NOW)).toEqual(nothing);
  });

  it('closes what is no longer said and opens what is new', () => {
    const old = standing('open', BEFORE);
    expect(difference([old], [row('met')], NOW)).toEqual({ ...nothing, close: [old], open: [row('met')] });
  });

  it('leaves no row of what was told and taken back at one moment', () => {
    const told = standing('met', NOW);
    const closed = standing('open', BEFORE, NOW);
    expect(difference([told, closed], [row('open')], NOW)).toEqual({ ...nothing, remove: [told], reopen: [closed] });
  });

  it('leaves alone what was closed and stays so', () => {
    expect(difference([standing('open', BEFORE, NOW)], [], NOW)).toEqual(nothing);
  });
});
