import type { Because, CountAnswer } from '@cadre/contract';
import { models } from '@cadre/read-models';
import { checkTable, TABLES } from '../tables.js';
import { outputTo } from '../output.js';
import { inColumns } from './columns.js';
import { sayCount } from './count.js';
import { saySource } from './source.js';
import { inWords } from './values.js';

function count(atLeast: number | null, atMost: number | null, windows: readonly (string | null)[][] = []): CountAnswer {
  const because = windows.map(([earliest, latest, phrase]) => ({
    effective: { earliest, latest, phrase, inWords: `${earliest} to ${latest}` },
  })) as Because[];
  const notReported = atLeast === null && atMost === null;
  return { atLeast, atMost, certain: !notReported && atLeast === atMost, notReported, wording: null, because };
}

describe('the tables', () => {
  it('are all there are', () => {
    expect([...TABLES].sort()).toEqual([...new Set(models.map(({ table }) => table))].sort());
    expect(() => checkTable('sources')).not.toThrow();
  });
});

describe('a count in words', () => {
  it('is certain when both ends meet, zero as well', () => {
    expect(sayCount(count(1, 1), '2007-10-31')).toBe('1 (certain)');
    expect(sayCount(count(0, 0), '2007-10-31')).toBe('0 (certain)');
  });

  it('is not reported when no entry speaks of it, and then never a number', () =>
    expect(sayCount(count(null, null), '2007-10-31')).toBe('not reported'));

  it('names the windows the day lies within, and leaves out those that are past or to come', () => {
    const windows = [
      ['2007-10-21', '2007-10-31', '10 月底'],
      ['2007-01-01', '2007-10-25', 'past'],
      ['2007-10-26', '2007-12-31', 'to come'],
    ];
    expect(sayCount(count(0, 1, windows), '2007-10-25')).toBe(
      '0 or 1 (uncertain: 2007-10-21 to 2007-10-31 ("10 月底"))',
    );
  });

  it('says so when it is the source that leaves the number open', () => {
    expect(sayCount(count(10, 12), '2007-10-25')).toBe('10 to 12 (uncertain: the sources leave the number open)');
    expect(sayCount(count(77, null), '2007-10-25')).toContain('at least 77');
  });

  it('names the whole, as far as it is known', () => {
    expect(sayCount(count(1, 1), '2007-10-31', count(6, 6))).toBe('1 of 6 (certain)');
    expect(sayCount(count(1, 1), '2007-10-31', count(1, 6))).toBe('1 of up to 6 (certain)');
  });
});

describe('columns of a row in words', () => {
  it('join what belongs together', () => {
    const row = { due_earliest: '2008-01-01', due_latest: '2008-01-31', due_phrase: '2008 年 1 月' };
    const counts = { selected_at_least: 10, selected_at_most: 12, selected_wording: null };
    expect([...inWords({ ...row, ...counts })]).toEqual([
      ['due', 'January 2008 ("2008 年 1 月")'],
      ['selected', '10 to 12'],
    ]);
  });

  it('tell what is not reported from what is zero, and a list not told from an empty one', () => {
    const said = inWords({ identified: null, redates: 0, members: [], acting: 0 });
    expect([...said.values()]).toEqual(['not reported', '0', 'none told', 'no']);
  });
});

it('a source is a document with its paragraph, or whose local knowledge it is', () => {
  const [document, localKnowledge] = ['A/62/627', null];
  expect(saySource({ document, paragraph: '19', localKnowledge })).toBe('A/62/627 para. 19');
  expect(saySource({ document, paragraph: '17,18', localKnowledge })).toBe('A/62/627 paras. 17, 18');
  expect(saySource({ document: null, paragraph: null, localKnowledge: 'desk-1' })).toBe('local knowledge of desk-1');
});

it('columns stay aligned beside Chinese characters, which take two places', () =>
  expect(
    inColumns([
      ['月底', 'a'],
      ['abcde', 'b'],
    ]),
  ).toEqual(['月底   a', 'abcde  b']));

it('what was recorded cannot steer the terminal it is shown on', () => {
  const written: string[] = [];
  const stream = { write: (text: string) => written.push(text) } as unknown as NodeJS.WritableStream;
  outputTo(stream, stream).line('a\u001b[2Jb\u202ec');
  expect(written).toEqual(['a\\u001b[2Jb\\u202ec\n']);
});
