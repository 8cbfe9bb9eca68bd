import type { OrganisationAnswer, UnitAnswer, UnitsChangesAnswer } from '@cadre/contract';
import { entriesOf, type Saying, say, tablesWith } from '../read-models.builders.js';
import { unitsChangesAnswer } from './changes.query.js';
import { organisationAnswer } from './organisation.query.js';
import { unitAnswer } from './unit.query.js';

const KNOWN = '2007-12-31T00:00:00.000Z';
const LATER = '2008-02-01T00:00:00.000Z';

const unit = (id: string, parentId: string | null, on: Saying['on'] = '2007-01-01'): Saying =>
  say(`unit-${id}`, 'OrgUnitEstablished', { name: `Unit ${id}`, kind: 'office', parentId }, on);
const moved = (id: string, from: string | null, to: string, on: Saying['on']): Saying =>
  say(`unit-${id}`, 'OrgUnitTransferred', { fromParentId: from, toParentId: to }, on);
const post = (id: string, unitId: string, occupancy: string, seniority: string | null = null): Saying =>
  say(
    `post-${id}`,
    'PostEstablished',
    { blockId: null, number: null, title: id, grade: 'P-4', unitId, seniority, occupancy },
    '2007-01-01',
  );
const filled = (id: string, on: Saying['on']): Saying =>
  say(`post-${id}`, 'PostFilled', { personId: null, share: 100, caseId: null }, on);

async function chart(sayings: readonly Saying[], validOn: string): Promise<OrganisationAnswer> {
  return organisationAnswer(await tablesWith(entriesOf(sayings)), { validOn, knownAt: KNOWN });
}
async function detail(sayings: readonly Saying[], unitId: string, validOn: string): Promise<UnitAnswer> {
  return unitAnswer(await tablesWith(entriesOf(sayings)), { unitId, validOn, knownAt: KNOWN });
}
async function changes(
  sayings: readonly Saying[],
  from: string,
  to: string,
  [knownFrom, knownAt] = [KNOWN, KNOWN],
): Promise<UnitsChangesAnswer> {
  return unitsChangesAnswer(await tablesWith(entriesOf(sayings)), { from, knownFrom, to, knownAt });
}
const told = ({ changes: all }: UnitsChangesAnswer): readonly string[] =>
  all.map(({ unitId, what, certainty }) => `${certainty} ${what}: ${unitId}`);

describe('the organisation', () => {
  const staffed = [
    unit('office', null),
    unit('centre', 'office'),
    post('head', 'office', 'vacant', 'senior'),
    post('clerk', 'centre', 'not reported'),
    post('driver', 'centre', 'vacant'),
    filled('driver', ['2007-06-01', '2007-06-30']),
    say('post-clerk', 'PostRedeployed', { fromUnitId: 'centre', toUnitId: 'office' }, ['2007-07-01', '2007-07-31']),
    say(
      'team-one',
      'TeamPlanned',
      { name: 'One', kind: null, unitId: 'centre', composition: [], strengthWording: null },
      '2007-01-01',
    ),
    say('team-one', 'TeamStoodUp', {}, ['2007-06-01', '2007-06-30']),
  ];

  it('has posts filled, vacant and not reported in each unit, as ranges where dates leave it open', async () => {
    const { units, standing } = await chart(staffed, '2007-06-15');
    const [centre, office] = [units.find(({ id }) => id === 'centre')!, units.find(({ id }) => id === 'office')!];
    expect(centre).toMatchObject({
      posts: {
        all: { atLeast: 2, atMost: 2 },
        filled: { atLeast: 0, atMost: 2 },
        vacant: { atLeast: 0, atMost: 2 },
        notReported: { atLeast: 1, atMost: 1 },
      },
      teams: { atLeast: 0, atMost: 1 },
      parentIds: ['office'],
      kind: 'office',
      mayBeAbsent: false,
    });
    expect(office.posts).toMatchObject({ vacant: { atLeast: 1, atMost: 1 }, filled: { atLeast: 0, atMost: 0 } });
    expect(office.teams).toBeNull();
    expect(standing).toMatchObject({ atLeast: 2, atMost: 2 });
  });

  it('never says none are filled where nobody told who holds them', async () => {
    const said = [unit('office', null), post('clerk', 'office', 'not reported')];
    expect((await chart(said, '2007-06-15')).units[0]!.posts).toMatchObject({
      all: { atLeast: 1 },
      filled: null,
      vacant: null,
      notReported: { atLeast: 1 },
    });
    expect((await detail(said, 'office', '2007-06-15')).own.filled).toMatchObject({ notReported: true });
  });

  it('counts a post that may be in either of two units as possible in both', async () => {
    const { units } = await chart(staffed, '2007-07-15');
    expect(units.map(({ id, posts }) => [id, posts!.all])).toEqual([
      ['centre', { atLeast: 1, atMost: 2 }],
      ['office', { atLeast: 1, atMost: 2 }],
    ]);
    const { own, within } = await detail(staffed, 'office', '2007-07-15');
    expect([own.posts.atLeast, own.posts.atMost]).toEqual([1, 2]);
    expect([within.posts.atLeast, within.posts.atMost]).toEqual([3, 3]);
  });

  it('says of one unit what every number rests on, and which senior posts it has', async () => {
    const { own, within, seniorPosts, because, unit: it } = await detail(staffed, 'office', '2007-06-15');
    expect(own.teams).toMatchObject({ notReported: true });
    expect(within.filled).toMatchObject({ atLeast: 0, atMost: 2 });
    expect(within.filled.because.map(({ eventId }) => eventId)).toContain('e6');
    expect(seniorPosts).toMatchObject([{ id: 'head', grade: 'P-4', occupancies: ['vacant'], acting: false }]);
    expect(because.map(({ eventId }) => eventId)).toEqual(['e1']);
    expect(it).toMatchObject({ id: 'office', names: ['Unit office'] });
  });

  it('knows every parent and every standing that is possible, and what came before and after', async () => {
    const said = [
      ...[unit('old', null), unit('new', null), unit('centre', 'old')],
      moved('centre', 'old', 'new', ['2007-07-01', '2007-07-31']),
      unit('late', 'new', [null, '2007-12-31']),
      say('unit-old', 'OrgUnitAbolished', { successorIds: ['new'] }, '2007-09-01'),
      say('unit-new', 'OrgUnitsMerged', { absorbedUnitIds: ['old'], absorbedCapacities: ['police'] }, '2007-09-01'),
    ];
    const { units, standing } = await chart(said, '2007-07-15');
    expect(units.find(({ id }) => id === 'centre')!.parentIds).toEqual(['old', 'new']);
    expect(units.find(({ id }) => id === 'late')).toMatchObject({ mayBeAbsent: true, statuses: ['established'] });
    expect(standing).toMatchObject({ atLeast: 3, atMost: 4 });
    const later = await detail(said, 'new', '2007-10-01');
    expect(later.predecessors).toEqual([{ id: 'old', name: 'Unit old' }]);
    expect(later.absorbedCapacities).toEqual(['police']);
    expect((await detail(said, 'old', '2007-10-01')).successors).toEqual([{ id: 'new', name: 'Unit new' }]);
  });

  it('has no unit nobody told of, and does not report what nobody told', async () => {
    expect((await chart([], '2007-06-15')).standing).toMatchObject({ notReported: true });
    const { unit: none, own } = await detail([], 'nobody', '2007-06-15');
    expect([none, own.posts.notReported]).toEqual([null, true]);
  });
});

describe('what became of units between two days', () => {
  it('tells a move of one day with where from, where to and what it rests on', async () => {
    const said = [
      ...[unit('operations', null), unit('front-office', null), unit('centre', 'operations')],
      moved('centre', 'operations', 'front-office', '2007-07-01'),
    ];
    const answer = await changes(said, '2007-06-30', '2007-07-01');
    expect(answer.changes).toMatchObject([
      {
        ...{ unitId: 'centre', what: 'moved', certainty: 'surely' },
        before: { parents: [{ id: 'operations', name: 'Unit operations' }] },
        after: { parents: [{ id: 'front-office', name: 'Unit front-office' }] },
        because: [{ eventId: 'e4', type: 'OrgUnitTransferred' }],
      },
    ]);
    expect(told(await changes(said, '2007-07-01', '2007-12-31'))).toEqual([]);
  });

  it('tells what was planned, established, renamed, relocated and abolished', async () => {
    const said = [
      unit('a', null),
      say('unit-a', 'OrgUnitRenamed', { from: 'Unit a', to: 'Office A' }, '2007-03-01'),
      say('unit-a', 'OrgUnitRelocated', { place: 'Nairobi' }, '2007-03-01'),
      say('unit-b', 'OrgUnitPlanned', { name: 'B', kind: null, parentId: 'a' }, '2007-03-01'),
      unit('c', 'a', '2007-03-01'),
      unit('d', 'a'),
      say('unit-d', 'OrgUnitAbolished', { successorIds: ['a'] }, '2007-03-01'),
    ];
    const answer = await changes(said, '2007-02-01', '2007-04-01');
    expect(told(answer)).toEqual([
      'surely renamed: a',
      'surely relocated: a',
      'surely planned: b',
      'surely established: c',
      'surely abolished: d',
    ]);
    expect(answer.changes.at(-1)!.others).toEqual([{ id: 'a', name: 'Office A' }]);
  });

  it('tells a merger of both units, and a split once', async () => {
    const said = [
      ...[unit('a', null), unit('b', null), unit('c', null)],
      say('unit-a', 'OrgUnitsMerged', { absorbedUnitIds: ['b'], absorbedCapacities: [] }, '2007-03-01'),
      say('unit-b', 'OrgUnitAbolished', { successorIds: ['a'] }, '2007-03-01'),
      say(
        'unit-c',
        'OrgUnitSplit',
        { into: [{ unitId: 'd', name: 'D', kind: null, parentId: null }], ends: true },
        '2007-03-01',
      ),
      unit('d', null, '2007-03-01'),
    ];
    const answer = await changes(said, '2007-02-01', '2007-04-01');
    expect(told(answer)).toEqual(['surely merged: a', 'surely merged: b', 'surely split: c', 'surely established: d']);
    expect(answer.changes.map(({ others }) => others.map(({ id }) => id))).toEqual([['b'], ['a'], ['d'], []]);
  });

  it('tells apart what possibly changed from what two uncertain days do not exclude', async () => {
    const said = [unit('a', null), unit('b', 'a', ['2007-07-01', '2007-07-31']), unit('c', 'a', [null, '2007-12-31'])];
    expect(told(await changes(said, '2007-06-30', '2007-07-15'))).toEqual([
      'possibly established: b',
      'not excluded established: c',
    ]);
    expect(told(await changes(said, '2007-07-10', '2007-07-15'))).toEqual([
      'not excluded established: b',
      'not excluded established: c',
    ]);
    expect(told(await changes(said, '2007-06-30', '2007-07-31'))).toContain('surely established: b');
    const [possible] = (await changes(said, '2007-06-30', '2007-07-15')).changes;
    expect(possible).toMatchObject({
      before: { statuses: [], mayBeAbsent: true },
      after: { statuses: ['established'], mayBeAbsent: true },
    });
  });

  it('never tells a change backwards', async () => {
    const said = [
      ...[unit('a', null), unit('b', null), unit('c', 'a')],
      moved('c', 'a', 'b', ['2007-07-01', '2007-07-31']),
    ];
    const [change] = (await changes(said, '2007-07-10', '2007-07-20')).changes;
    expect(change).toMatchObject({ certainty: 'not excluded', because: [{ eventId: 'e4' }] });
    expect(change!.because).toHaveLength(1);
  });

  it('compares what was known at two moments of one day', async () => {
    const said = [
      ...[unit('a', null), unit('b', null), unit('c', 'a')],
      { ...moved('c', 'a', 'b', '2007-07-01'), known: LATER },
      { ...say('unit-b', 'EntryRetracted', { eventId: 'e2' }, '2007-01-01'), known: LATER },
    ];
    expect(told(await changes(said, '2007-08-01', '2007-08-01', [KNOWN, LATER]))).toEqual([
      'surely unrecorded: b',
      'surely moved: c',
    ]);
    expect(told(await changes(said, '2007-06-01', '2007-08-01'))).toEqual([]);
  });
});
