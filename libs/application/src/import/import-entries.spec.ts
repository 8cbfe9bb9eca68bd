import { codec } from '@cadre/domain';
import { derivedId, type Environment, type EventLog } from '@cadre/kernel';
import { fixedClock, MemoryLog, spreadLog } from '@cadre/kernel/testing';
import { importEntries, type ImportOptions, type ImportReport } from './import-entries.js';

const DOCUMENT = { kind: 'document', document: 'TEST/1', paragraph: '9' };

/** A line about a team; what the test is about overrides the rest. */
function line(more: Record<string, unknown> = {}): string {
  return JSON.stringify({
    key: 'T07',
    stream: 'team-darfur',
    event: { type: 'TeamStoodUp', data: {} },
    effective: { earliest: '2007-10-21', latest: '2007-10-31', phrase: '2007 年 10 月底' },
    source: DOCUMENT,
    ...more,
  });
}

const planned = (more: Record<string, unknown> = {}): string =>
  line({
    key: 'T01',
    event: {
      type: 'TeamPlanned',
      data: { name: 'Darfur team', kind: null, unitId: null, composition: [], strengthWording: null },
    },
    effective: { earliest: null, latest: '2007-10-31', phrase: 'undated' },
    ...more,
  });

const established = (id: string, parentId: string | null, more: Record<string, unknown> = {}): string =>
  line({
    key: id,
    stream: `unit-${id}`,
    event: { type: 'OrgUnitEstablished', data: { name: id, kind: null, parentId } },
    effective: { on: '2007-07-01' },
    ...more,
  });

describe.each([
  ['a log', (log: EventLog) => log],
  ['a log with gaps between its positions', spreadLog],
])('loading entries from a file into %s', (_, arranged) => {
  let log: MemoryLog;
  let environment: Environment;

  beforeEach(() => {
    log = new MemoryLog();
    environment = { log: arranged(log), clock: fixedClock('2008-01-15T09:00:00.000Z'), codec };
  });

  const load = (lines: readonly string[], options: Partial<ImportOptions> = {}): Promise<ImportReport> =>
    importEntries(environment, lines, {
      dryRun: false,
      carriedOverFrom: null,
      actor: { id: 'officer-1', role: 'importer' },
      ...options,
    });
  const types = (): readonly string[] => log.entries.map((entry) => entry.event.type);

  /** What became of each row, with the refusal's code and pointer. */
  const outcomes = ({ rows }: ImportReport): readonly string[] =>
    rows.map((row) =>
      [row.outcome, row.refusal?.code, row.refusal?.pointer].filter((it) => typeof it === 'string').join(' '),
    );

  it('records each line with its window, source and fact, as told', async () => {
    const report = await load([planned({ fact: 'T01' }), '', line({ fact: 'T07', reason: 'as reported' })]);
    expect(report).toMatchObject({ recorded: true, totals: { rows: 2, new: 2, unchanged: 0, refused: 0 } });
    expect(report.rows[1]).toMatchObject({ line: 3, key: 'T07', stream: 'team-darfur', type: 'TeamStoodUp' });
    expect(log.entries[1]).toMatchObject({
      stream: 'team-darfur',
      effective: { earliest: '2007-10-21', latest: '2007-10-31', phrase: '2007 年 10 月底' },
      source: DOCUMENT,
      reason: 'as reported',
      fact: 'T07',
      actor: { id: 'officer-1', role: 'importer' },
      recordedAt: '2008-01-15T09:00:00.000Z',
      enteredAt: null,
    });
  });

  it('takes a turn for what other streams have a say in, once it is recorded', async () => {
    let taken = 0;
    const turns = {
      take: <T>(act: () => Promise<T>): Promise<T> => {
        taken += 1;
        return act();
      },
    };
    const lines = [established('top', null), established('part', 'top'), planned(), line()];
    await load(lines, { turns, dryRun: true });
    expect(taken).toBe(0);
    expect(outcomes(await load(lines, { turns }))).toEqual(['new', 'new', 'new', 'new']);
    expect(taken).toBe(3); // both units and the plan of the team; standing up is between a team and itself
  });

  it('hands on what a person should look at', async () => {
    const report = await load([planned(), line()]);
    expect(report.rows[1]!.warnings).toMatchObject([{ code: 'TEAM_WITHOUT_MEMBERS' }]);
  });

  it('carries over a document from before go-live as known on its date', async () => {
    await load([planned(), line()], { carriedOverFrom: '2007-12-31' });
    expect(log.entries).toMatchObject(
      Array(2).fill({ recordedAt: '2007-12-31T00:00:00.000Z', enteredAt: '2008-01-15T09:00:00.000Z' }),
    );
  });

  it('loaded twice changes nothing', async () => {
    await load([planned(), line({ key: null })]);
    const report = await load([planned(), line({ key: null })]);
    expect(outcomes(report)).toEqual(['unchanged', 'unchanged']);
    expect(log.entries).toHaveLength(2);
  });

  it('refuses the same key with another content', async () => {
    await load([planned()]);
    expect(outcomes(await load([planned({ fact: 'T02' })]))).toEqual(['refused COMMAND_ID_REUSED /commandId']);
  });

  it('takes a given command id as it is', async () => {
    await load([planned({ commandId: 'mine' })]);
    expect(log.entries[0]!.eventId).toBe(derivedId('mine', 0));
  });

  it('a dry run answers for every row and records nothing', async () => {
    expect(outcomes(await load([planned(), line()], { dryRun: true }))).toEqual(['new', 'new']);
    expect(log.entries).toEqual([]);
  });

  it('one refused row keeps every row out', async () => {
    const report = await load([planned(), line(), line({ key: 'again', fact: 'again' })]);
    expect(outcomes(report)).toEqual(['new', 'new', 'refused TEAM_ALREADY_STANDING']);
    expect(report.recorded).toBe(false);
    expect(log.entries).toEqual([]);
  });

  it('finishes what was stopped midway', async () => {
    const stop = new AbortController();
    const onProgress: ImportOptions['onProgress'] = ({ phase }) =>
      phase === 'recording' && stop.abort(new Error('stop'));
    await expect(load([planned(), line()], { onProgress, signal: stop.signal })).rejects.toThrow('stop');
    expect(types()).toEqual(['TeamPlanned']);
    expect(outcomes(await load([planned(), line()]))).toEqual(['unchanged', 'new']);
    expect(types()).toEqual(['TeamPlanned', 'TeamStoodUp']);
  });

  it('stops where someone else wrote meanwhile, and says so for the rest', async () => {
    const other = new MemoryLog();
    const lines = [planned({ key: 'x' }), line({ key: 'y' })];
    const actor = { id: 'other', role: 'hr-officer' };
    await importEntries({ ...environment, log: other }, lines, { dryRun: false, carriedOverFrom: null, actor });
    const report = await load([established('dpko', null), planned(), line(), established('dfs', null)], {
      onProgress: ({ phase, done }) => phase === 'checking' && done === 4 && log.entries.push(...other.entries),
    });
    expect(outcomes(report)).toEqual([
      'new',
      'refused TEAM_ALREADY_STANDING',
      'refused IMPORT_STOPPED',
      'refused IMPORT_STOPPED',
    ]);
    expect(types()).toEqual(['TeamPlanned', 'TeamStoodUp', 'OrgUnitEstablished']);
  });

  it('tells how far it has come, once checking and once recording', async () => {
    const seen: string[] = [];
    await load([planned(), line()], { onProgress: ({ phase, done, total }) => seen.push(`${phase} ${done}/${total}`) });
    expect(seen).toEqual(['checking 1/2', 'checking 2/2', 'recording 1/2', 'recording 2/2']);
  });

  it('places an entry before one told earlier when it says so', async () => {
    const window = { effective: { earliest: '2007-01-01', latest: '2007-12-31', phrase: '2007' } };
    const dfs = { stream: 'unit-dfs' };
    const renamed = (key: string, to: string, more: object = {}): string =>
      line({ ...dfs, ...window, key, event: { type: 'OrgUnitRenamed', data: { from: null, to } }, ...more });
    const lines = [established('dfs', null, { effective: { on: '2006-07-01' } }), renamed('b', 'B')];
    await load([...lines, renamed('a', 'A', { precedes: ['b'] })]);
    expect(log.entries[2]!.precedes).toEqual([log.entries[1]!.eventId]);
  });

  it('tells anew what an earlier line told, with a reason', async () => {
    await load([planned(), line()]);
    const retold = line({
      key: 'T07.corrected',
      effective: { phrase: 'October 2007' },
      retells: 'T07',
      reason: 'misread',
    });
    expect(outcomes(await load([planned(), line(), retold]))).toEqual(['unchanged', 'unchanged', 'new']);
    expect(types()).toEqual(['TeamPlanned', 'TeamStoodUp', 'EntryRetracted', 'TeamStoodUp']);
    expect(log.entries[3]).toMatchObject({
      retells: log.entries[1]!.eventId,
      eventId: derivedId(derivedId('import', 'TEST/1', 'T07.corrected'), 1),
      effective: { earliest: '2007-10-01', latest: '2007-10-31', phrase: 'October 2007' },
    });
  });

  it('asks of other streams what a button would ask', async () => {
    const report = await load([established('dfs', 'dpko'), established('dpko', null)]);
    expect(outcomes(report)).toEqual(['refused PARENT_UNKNOWN /event/data/parentId', 'new']);
  });

  describe('of posts with grades of the organisation', () => {
    const post = (id: string, grade: string): string =>
      line({
        key: id,
        stream: `post-${id}`,
        event: {
          type: 'PostEstablished',
          data: { blockId: null, number: null, title: id, grade, unitId: null, seniority: null, occupancy: 'vacant' },
        },
      });
    const refused = ['refused UNKNOWN_GRADE /event/data/grade'];

    it('refuses grades nobody made known', async () => {
      expect(outcomes(await load([post('a', 'Librarian II')]))).toEqual(refused);
      expect(outcomes(await load([post('a', 'Librarian II')], { grades: ['Librarian I'] }))).toEqual(refused);
    });

    it('takes grades that are given beside the common ones, or any', async () => {
      const lines = [post('a', 'Librarian II'), post('b', 'P-4')];
      expect(outcomes(await load(lines, { grades: ['Librarian II'], dryRun: true }))).toEqual(['new', 'new']);
      expect(outcomes(await load(lines, { grades: 'any' }))).toEqual(['new', 'new']);
    });

    it('knows grades that posts of the log have, but not those taken back', async () => {
      await load([post('a', 'Librarian II')], { grades: 'any' });
      expect(outcomes(await load([post('b', 'Librarian II')]))).toEqual(['new']);
      const retold = JSON.stringify({ ...JSON.parse(post('a', 'P-4')), key: 'a2', retells: 'a', reason: 'misread' });
      await load([post('a', 'Librarian II'), retold]);
      const again = JSON.stringify({ ...JSON.parse(post('b', 'P-3')), key: 'b2', retells: 'b', reason: 'misread' });
      await load([post('b', 'Librarian II'), again]);
      expect(outcomes(await load([post('c', 'Librarian II')]))).toEqual(refused);
    });
  });

  it.each([
    ['an impossible end', line({ effective: { on: '2007-02-30' } }), 'DATE_NOT_READABLE /effective/on'],
    [
      'data no schema allows',
      planned({ event: { type: 'TeamPlanned', data: { name: 7 } } }),
      'DATA_NOT_READABLE /event/data/name',
    ],
    ['an event of another kind of stream', planned({ stream: 'unit-darfur' }), 'EVENT_NOT_OF_STREAM /event/type'],
    ['a stream of no kind', planned({ stream: 'ship-darfur' }), 'STREAM_KIND_UNKNOWN /stream'],
    [
      'an occurrence ahead of its recording',
      planned({ effective: { on: '2008-02-01' } }),
      'OCCURRENCE_IN_FUTURE /effective/earliest',
    ],
  ])('points into the line for %s', async (_what, text, expected) => {
    expect(outcomes(await load([text]))).toEqual([`refused ${expected}`]);
  });
});
