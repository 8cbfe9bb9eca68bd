import { DEFAULT_PHRASE_SETTINGS, isRefusal, RecordEvents } from '@cadre/kernel';
import { type ImportRow, readImportFile } from './import-file.js';

const LINE = {
  stream: 'team-darfur',
  event: { type: 'TeamStoodUp', data: {} },
  effective: { earliest: '2007-10-21', latest: '2007-10-31', phrase: '2007 年 10 月底' },
  source: { kind: 'document', document: 'A/62/627', paragraph: '19' },
};

const json = (more: object = {}): string => JSON.stringify({ ...LINE, ...more });

const rowsOf = (...lines: readonly string[]): Promise<readonly ImportRow[]> =>
  readImportFile(
    lines,
    { phrases: DEFAULT_PHRASE_SETTINGS, grades: 'any' },
    {
      actor: { id: 'officer-1', role: 'importer' },
      carriedOverFrom: '2007-12-31',
    },
  );

/** Code and pointer of the last row's refusal. */
async function refusedBy(...lines: readonly string[]): Promise<string> {
  const { command } = (await rowsOf(...lines)).at(-1)!;
  return isRefusal(command) ? `${command.code} ${command.pointer ?? '-'}` : 'accepted';
}

async function commandOf(...lines: readonly string[]): Promise<RecordEvents> {
  const { command } = (await rowsOf(...lines)).at(-1)!;
  if (isRefusal(command)) throw new Error(`${command.code}: ${command.sentence}`);
  return command;
}

describe('reading an import file', () => {
  it('counts lines from 1, blank ones included, and forgives a byte order mark and line ends', async () => {
    const rows = await rowsOf(`\ufeff${json({ key: 'a' })}\r`, '', json({ key: 'b', fact: 'T07' }));
    expect(rows.map(({ line, key }) => [line, key])).toEqual([
      [1, 'a'],
      [3, 'b'],
    ]);
    expect(rows.every(({ command }) => command instanceof RecordEvents)).toBe(true);
  });

  it('names a row by what can be read of it', async () => {
    expect(await rowsOf(json({ key: 'a', colour: 'red' }))).toMatchObject([
      { line: 1, key: 'a', stream: 'team-darfur', type: 'TeamStoodUp', command: { code: 'MEMBER_UNKNOWN' } },
    ]);
  });

  it('reads a window from one day, from its wording alone, and from EDTF', async () => {
    const effective = async (window: object): Promise<unknown> =>
      (await commandOf(json({ effective: window }))).telling.effective;
    expect(await effective({ on: '2007-07-01' })).toEqual({
      earliest: '2007-07-01',
      latest: '2007-07-01',
      phrase: null,
    });
    expect(await effective({ phrase: '2008 年第一季度' })).toMatchObject({
      earliest: '2008-01-01',
      latest: '2008-03-31',
    });
    expect(await effective({ edtf: '2008-33', phrase: 'Q1 2008' })).toMatchObject({ latest: '2008-03-31' });
  });

  it('takes local knowledge as a source', async () => {
    const source = { kind: 'local-knowledge', who: 'chief of staff' };
    expect((await commandOf(json({ source }))).telling).toMatchObject({ source, carriedOverFrom: '2007-12-31' });
  });

  it('derives the command id from document and key, else from the whole line', async () => {
    const id = async (more: object): Promise<string> => (await commandOf(json(more))).telling.commandId;
    expect(await id({ key: 'T07', fact: 'T07' })).toBe(await id({ key: 'T07' }));
    expect(await id({ key: 'T07' })).not.toBe(await id({ key: 'T08' }));
    expect(await id({ fact: 'T07' })).not.toBe(await id({ fact: 'T08' }));
    const elsewhere = { kind: 'document', document: 'A/63/1', paragraph: '1' };
    expect(await id({ key: 'T07' })).not.toBe(await id({ key: 'T07', source: elsewhere }));
  });

  it.each([
    ['no JSON', '{"stream":', 'NOT_JSON '],
    ['no object', '[]', 'NOT_AN_OBJECT '],
    ['an unknown member', json({ colour: 'red' }), 'MEMBER_UNKNOWN /colour'],
    ['an unknown member of the window', json({ effective: { until: '2007' } }), 'MEMBER_UNKNOWN /effective/until'],
    ['an unknown member of the source', json({ source: { ...LINE.source, page: 1 } }), 'MEMBER_UNKNOWN /source/page'],
    ['an unknown member of the event', json({ event: { ...LINE.event, v: 1 } }), 'MEMBER_UNKNOWN /event/v'],
    ['a missing source', JSON.stringify({ ...LINE, source: undefined }), 'MEMBER_MISSING /source'],
    ['a source of no kind', json({ source: { kind: 'rumour' } }), 'SOURCE_NOT_READABLE /source/kind'],
    [
      'a source without a paragraph',
      json({ source: { ...LINE.source, paragraph: ' ' } }),
      'TEXT_BLANK /source/paragraph',
    ],
    ['a stream that is no name', json({ stream: 'Team Darfur' }), 'STREAM_NOT_READABLE /stream'],
    ['data that are no object', json({ event: { type: 'TeamStoodUp', data: [] } }), 'NOT_AN_OBJECT /event/data'],
    ['a number for a text', json({ fact: 7 }), 'NOT_TEXT /fact'],
    ['a blank reason', json({ reason: ' ' }), 'TEXT_BLANK /reason'],
    ['no time at all', json({ effective: {} }), 'WINDOW_MISSING /effective'],
    ['a day told twice', json({ effective: { on: '2007-07-01', latest: null } }), 'WINDOW_TOLD_TWICE /effective/on'],
    [
      'a window without wording',
      json({ effective: { earliest: null, latest: '2007-07-01' } }),
      'WINDOW_WITHOUT_PHRASE /effective/phrase',
    ],
    [
      'a narrowed window',
      json({ effective: { ...LINE.effective, earliest: '2007-10-30' } }),
      'WINDOW_NARROWED /effective/phrase',
    ],
    ['03/04/2008', json({ effective: { on: '03/04/2008' } }), 'DATE_AMBIGUOUS /effective/on'],
    ["a spreadsheet's day count", json({ effective: { on: '39448' } }), 'DATE_IS_SERIAL /effective/on'],
    ['full-width digits', json({ effective: { on: '２００７-07-01' } }), 'FULL_WIDTH_DIGITS /effective/on'],
    [
      'full-width digits in the data',
      json({ event: { type: 'X', data: { n: '１５２' } } }),
      'FULL_WIDTH_DIGITS /event/data/n',
    ],
    ['a formula', json({ event: { type: 'X', data: { 'a/b': '=1+1' } } }), 'FORMULA_CELL /event/data/a~1b'],
    [
      'a hidden change of direction',
      json({ event: { type: 'X', data: { t: 'abc\u202edef' } } }),
      'DIRECTION_CONTROL /event/data/t',
    ],
    ['a bare retraction', json({ event: { type: 'EntryRetracted', data: {} } }), 'RETRACTION_NOT_LOADED /event/type'],
    ['a correction without a reason', json({ retells: 'T07' }), 'REASON_REQUIRED /reason'],
    [
      'a correction that also orders',
      json({ retells: 'a', reason: 'b', precedes: ['c'] }),
      'PRECEDES_OF_RETELLING /precedes',
    ],
    ['a key nobody has', json({ precedes: ['T01'] }), 'KEY_UNKNOWN /precedes/0'],
  ])('refuses %s', async (_what, line, expected) => {
    expect(await refusedBy(line)).toBe(expected);
  });

  it('leaves a wording with full-width signs and a dash alone', async () => {
    const data = { a: '（达尔富尔）', b: 'on – off' };
    expect(await refusedBy(json({ event: { type: 'X', data } }))).toBe('accepted');
  });

  it('refuses the same row twice, whatever its keys, and the same key or command id twice', async () => {
    expect(await refusedBy(json(), json())).toBe('DUPLICATE_ROW -');
    expect(await refusedBy(json({ key: 'a' }), json({ key: 'b' }))).toBe('DUPLICATE_ROW -');
    expect(await refusedBy(json({ key: 'a' }), json({ key: 'a', fact: 'T07' }))).toBe('DUPLICATE_KEY /key');
    expect(await refusedBy(json({ commandId: 'c' }), json({ commandId: 'c', fact: 'T07' }))).toBe(
      'DUPLICATE_COMMAND_ID /commandId',
    );
  });

  it('knows an earlier line by its key, within its stream, and an entry by its event id', async () => {
    const eventId = '0e7c7a3e-3e0a-8b1c-9a2b-0123456789ab';
    expect((await commandOf(json({ precedes: [eventId] }))).telling.precedes).toEqual([eventId]);
    const other = json({ key: 'a', stream: 'team-other' });
    expect(await refusedBy(other, json({ precedes: ['a'] }))).toBe('KEY_OF_OTHER_STREAM /precedes/0');
    expect(await refusedBy(other, json({ retells: 'a', reason: 'r' }))).toBe('KEY_OF_OTHER_STREAM /retells');
  });
});
