import { knownAt } from '@cadre/kernel';
import { models } from './models.js';
import { entriesOf, type Saying, say } from './read-models.builders.js';
import { naturesOf } from './read-model.js';
import { PoisonEntry, readCause, rowsOf, type TableRow } from './rows.js';

const modelOf = (table: string): (typeof models)[number] => models.find((model) => model.table === table)!;

function rowsFrom(table: string, ...sayings: readonly Saying[]): readonly TableRow[] {
  const model = modelOf(table);
  return rowsOf(model, knownAt(entriesOf(sayings), naturesOf(model.category), null));
}

/** A row in short: dates, column, how sure, and why. */
function short(table: string, column: string, rows: readonly TableRow[]): readonly string[] {
  const i = Object.keys(modelOf(table).columns).indexOf(column);
  return rows.map(
    ({ validFrom, validTo, certain, present, cause, values }) =>
      `${validFrom}..${validTo} ${present === 1 ? values[i] : 'absent'}${certain === 1 ? '' : '?'} ${cause}`,
  );
}

const planned = { name: 'Darfur', kind: 'iot', unitId: null, composition: [], strengthWording: null };

describe('rows of a stream', () => {
  it('tell apart before, possibly and surely', () => {
    const rows = rowsFrom(
      'teams',
      say('team-a', 'TeamPlanned', planned, '2007-06-01'),
      say('team-a', 'TeamStoodUp', {}, ['2007-10-21', '2007-10-31']),
    );
    expect(short('teams', 'status', rows)).toEqual([
      '2007-06-01..2007-10-21 planned e1',
      '2007-10-21..2007-10-31 planned? e1',
      '2007-10-21..2007-10-31 standing? e2',
      '2007-10-31..9999-12-31 standing e2',
    ]);
  });

  it('of a team that stands again keep the latest windows, its latest name and host', () => {
    const rows = rowsFrom(
      'teams',
      say('team-a', 'TeamPlanned', { ...planned, unitId: 'u' }, '2007-06-01'),
      say('team-a', 'TeamStoodUp', {}, '2007-07-01'),
      say('team-a', 'TeamStoodDown', {}, '2007-08-01'),
      say('team-a', 'TeamRenamed', { from: 'Darfur', to: 'Sudan' }, '2007-09-01'),
      say('team-a', 'TeamReassigned', { fromUnitId: 'u', toUnitId: 'v' }, '2007-09-01'),
      say('team-a', 'TeamStoodUp', {}, '2007-10-01'),
    );
    expect(short('teams', 'status', rows)).toEqual([
      '2007-06-01..2007-07-01 planned e1',
      '2007-07-01..2007-08-01 standing e2',
      '2007-08-01..2007-09-01 stood down e3',
      '2007-09-01..2007-10-01 stood down e5',
      '2007-10-01..9999-12-31 standing e6',
    ]);
    const last = (column: string): string => short('teams', column, rows).at(-1)!;
    expect(last('stood_up_latest')).toContain(' 2007-10-01 ');
    expect(last('stood_down_latest')).toContain(' 2007-08-01 ');
    expect([last('name'), last('unit_id')]).toEqual(['2007-10-01..9999-12-31 Sudan e6', '2007-10-01..9999-12-31 v e6']);
  });

  it('say that a thing may not be there yet, and what brings it', () => {
    const rows = rowsFrom('teams', say('team-a', 'TeamPlanned', planned, ['2007-06-01', '2007-06-30']));
    expect(short('teams', 'status', rows)).toEqual([
      '2007-06-01..2007-06-30 absent? e1',
      '2007-06-01..2007-06-30 planned? e1',
      '2007-06-30..9999-12-31 planned e1',
    ]);
  });

  it('are joined where nothing in the columns changes, and keep what caused them', () => {
    const rows = rowsFrom(
      'units',
      say('unit-a', 'OrgUnitEstablished', { name: 'A', kind: null, parentId: null }, '2007-06-01'),
      say('unit-a', 'OrgUnitRelocated', { place: 'New York' }, ['2007-07-01', '2007-07-31']),
      say('unit-a', 'OrgUnitRelocated', { place: 'New York' }, ['2007-07-11', '2007-07-21']),
    );
    expect(short('units', 'place', rows)).toEqual([
      '2007-06-01..2007-07-01 null e1',
      '2007-07-01..2007-07-21 null? e1',
      '2007-07-01..2007-07-21 New York? e2',
      '2007-07-21..9999-12-31 New York e2',
    ]);
  });

  it('show one possibility once, though two prefixes give it', () => {
    const window = ['2007-07-01', '2007-07-31'] as const;
    const rows = rowsFrom(
      'posts',
      say(
        'post-a',
        'PostEstablished',
        {
          blockId: null,
          number: null,
          title: 'Chief',
          grade: null,
          unitId: null,
          seniority: null,
          occupancy: 'vacant',
        },
        '2007-01-01',
      ),
      say('post-a', 'PostFrozen', { authority: null }, window),
      say('post-a', 'PostUnfrozen', { authority: null }, window),
    );
    expect(short('posts', 'standing', rows)).toEqual([
      '2007-01-01..2007-07-01 live e1',
      '2007-07-01..2007-07-31 live? e1',
      '2007-07-01..2007-07-31 frozen? e2',
      '2007-07-31..9999-12-31 live e3',
    ]);
  });

  it('keep statements of one source apart: the day of one does not date another', () => {
    const statement = (statementId: string): object => ({
      ...{ statementId, category: 'context', text: 'x', about: [], topic: null, figures: [] },
    });
    const rows = rowsFrom(
      'statements',
      say('source-a', 'StatementRecorded', statement('c01'), [null, '2007-12-31']),
      say('source-a', 'StatementRecorded', statement('d02'), '2007-12-17'),
    );
    expect(short('statements', 'statement_id', rows)).toEqual([
      '0000-01-01..2007-12-31 absent? e1',
      '0000-01-01..2007-12-31 c01? e1',
      '2007-12-31..9999-12-31 c01 e1',
      '2007-12-17..9999-12-31 d02 e2',
    ]);
  });

  it('are one per post of a recruitment case', () => {
    const rows = rowsFrom(
      'recruitment',
      say(
        'case-a',
        'RecruitmentOpened',
        { name: null, postIds: ['p1', 'p2'], blockId: null, openings: null },
        '2007-07-01',
      ),
      say('case-a', 'VacancyAdvertised', { channel: 'Galaxy', closesOn: null }, '2007-07-02'),
      say('case-a', 'CandidateSelected', { candidateId: 'pat', postId: 'p2' }, '2007-08-01'),
      say('case-a', 'CandidateWithdrew', { candidateId: 'pat' }, '2007-09-01'),
      say('case-a', 'NominationsRequested', { askedOf: 'contributors', askedCount: 5 }, '2007-11-01'),
    );
    const stageOf = (item: string): readonly string[] =>
      short(
        'recruitment',
        'stage',
        rows.filter((row) => row.item === item && row.validTo > '2007-08-01'),
      );
    expect(stageOf('p1')).toEqual([
      '2007-07-02..2007-09-01 advertised e2',
      '2007-09-01..2007-11-01 advertised e4',
      '2007-11-01..9999-12-31 nominations requested e5',
    ]);
    expect(stageOf('p2')).toEqual([
      '2007-08-01..2007-09-01 selected e3',
      '2007-09-01..2007-11-01 withdrawn e4',
      '2007-11-01..9999-12-31 nominations requested e5',
    ]);
  });

  it('keep for each column what gave it, whatever changed beside it', () => {
    const post = { blockId: null, number: null, title: 'Chief', grade: 'D-1', unitId: null, seniority: null };
    const rows = rowsFrom(
      'posts',
      say('post-a', 'PostEstablished', { ...post, occupancy: 'vacant' }, '2007-01-01'),
      say('post-a', 'PostFilled', { personId: null, share: 100, caseId: null }, '2007-02-01'),
      say('post-a', 'PostReclassified', { from: 'D-1', to: 'D-2' }, '2007-03-01'),
      say('post-a', 'PostReclassified', { from: 'D-2', to: 'D-1' }, '2007-04-01'),
    );
    const { causes, cause } = rows.at(-1)!;
    const columns = Object.keys(modelOf('posts').columns);
    const causeOf = (column: string): string => readCause(causes, columns.indexOf(column), cause);
    expect(['', 'title', 'occupancy', 'person_ids', 'grade'].map(causeOf)).toEqual(['e1', 'e1', 'e2', 'e2', 'e4']);
    expect(rows.map((row) => readCause(row.causes, columns.indexOf('occupancy'), row.cause))).toEqual([
      ...['e1', 'e2', 'e2', 'e2'],
    ]);
  });

  it('name the entry that a model cannot lay out, so that its stream alone is parked', () => {
    const teams = modelOf('teams');
    const broken: typeof teams = {
      ...teams,
      rows: (state) => {
        if ((state as { status: string | null }).status === 'standing') throw new Error('no idea');
        return teams.rows(state);
      },
    };
    const told = entriesOf([
      say('team-a', 'TeamPlanned', planned, '2007-06-01'),
      say('team-a', 'TeamStoodUp', {}, '2007-10-31'),
    ]);
    const act = (): unknown => rowsOf(broken, knownAt(told, naturesOf(teams.category), null));
    expect(act).toThrow(PoisonEntry);
    expect(act).toThrow('TeamStoodUp cannot be folded: no idea');
  });
});
