import type { CountAnswer, TeamBlocker, TeamReadiness, TeamReadinessAnswer } from '@cadre/contract';
import { approvedPosts, drawnPost, exact, filledPost, reportedProgress } from '../establishment/blocks.builders.js';
import { entriesOf, type Saying, say, tablesWith } from '../read-models.builders.js';
import { teamReadinessAnswer } from './readiness.query.js';

const UNDATED = [null, '2007-12-31'] as const;
const SIX = [
  { what: 'military', count: exact(2) },
  { what: 'police', count: exact(4) },
];
const planned = (id: string, composition: object = SIX, unitId: string | null = null): Saying =>
  say(`team-${id}`, 'TeamPlanned', { name: id, kind: 'iot', unitId, composition, strengthWording: null }, UNDATED);
const joined = (person: string, role: string | null, on: Saying['on'], postId: string | null = null): Saying =>
  say('team-darfur', 'TeamMemberAssigned', { personId: person, function: role, postId }, on);
const approved = say('team-darfur', 'TeamApproved', { reference: null }, '2007-09-01');
const stoodUp = say('team-darfur', 'TeamStoodUp', {}, ['2007-10-21', '2007-10-31']);
const due = { earliest: '2008-01-01', latest: '2008-03-31', phrase: 'first quarter of 2008' };
const promised = (ownerUnitId: string | null = null): Saying =>
  say(
    'commitment-stand',
    'CommitmentMade',
    { what: 'Stand the team up', ownerUnitId, due, about: ['team-darfur'], measure: null },
    '2007-09-01',
  );

async function asked(sayings: readonly Saying[], validOn = '2007-12-31'): Promise<TeamReadinessAnswer> {
  const tables = await tablesWith(entriesOf(sayings));
  return teamReadinessAnswer(tables, { validOn, knownAt: '2008-01-01T00:00:00.000Z', kind: 'iot' });
}
const team = async (sayings: readonly Saying[], validOn?: string): Promise<TeamReadiness> =>
  (await asked(sayings, validOn)).teams[0]!;
const range = (count: CountAnswer | null): unknown =>
  count === null
    ? null
    : count.notReported
      ? 'not reported'
      : count.certain
        ? count.atLeast
        : [count.atLeast, count.atMost];
const kinds = ({ blockers }: TeamReadiness): readonly string[] => blockers.map(({ kind }) => kind);
const only = ({ blockers }: TeamReadiness, kind: TeamBlocker['kind']): readonly TeamBlocker[] =>
  blockers.filter((it) => it.kind === kind);

describe('a team against its plan', () => {
  it('has what is planned for each function, and nobody is counted as joined for want of a report', async () => {
    const { functions, planned: plan, assigned } = await team([planned('darfur')]);
    expect(functions.map((it) => [it.what, range(it.planned), range(it.assigned)])).toEqual([
      ['military', 2, 'not reported'],
      ['police', 4, 'not reported'],
    ]);
    expect([range(plan), range(assigned)]).toEqual([6, 'not reported']);
  });

  it('counts who joined for which function, a range while the day is open, and those whose function is not told', async () => {
    const said = [
      planned('darfur'),
      joined('lee', null, '2007-10-01'),
      joined('pat', 'military', '2007-10-01'),
      joined('kim', 'military', ['2007-11-01', '2007-11-30']),
    ];
    const { functions, assigned } = await team(said, '2007-11-15');
    expect(functions.map((it) => [it.what, range(it.planned), range(it.assigned)])).toEqual([
      ['military', 2, [1, 2]],
      ['police', 4, 'not reported'],
      [null, 'not reported', 1],
    ]);
    expect(range(assigned)).toEqual([2, 3]);
    expect(functions[0]!.assigned.because.map(({ type }) => type)).toEqual([
      'TeamMemberAssigned',
      'TeamMemberAssigned',
    ]);
  });

  it('is added up with the others, and sub-teams that share its specialists add none', async () => {
    const shared = (name: string): Saying =>
      say('team-asia', 'SubTeamAdded', { subTeamId: name, name, sharesPool: true }, UNDATED);
    const { teams, planned: plan } = await asked([planned('darfur'), planned('asia'), shared('east'), shared('west')]);
    expect(range(plan)).toBe(12);
    expect(teams.map(({ id, subTeams, sharing }) => [id, subTeams, sharing])).toEqual([
      ['asia', 2, 2],
      ['darfur', 0, 0],
    ]);
    const unplanned = await asked([planned('darfur'), planned('asia', [])]);
    expect(unplanned.planned).toMatchObject({ atLeast: 6, atMost: null });
  });
});

describe('what stands in the way of a team', () => {
  it('is nothing once it surely stands, and is told while it may not', async () => {
    const said = [planned('darfur'), stoodUp];
    const days = ['2007-10-15', '2007-10-25', '2007-10-31'];
    const teams = await Promise.all(days.map((day) => team(said, day)));
    expect(teams.map(({ stands }) => stands)).toEqual(['no', 'possibly', 'yes']);
    expect(teams.map(kinds)).toEqual([['approval', 'members'], ['approval', 'members'], []]);
  });

  it('is an approval that nobody told of, not one that is told', async () => {
    expect(only(await team([planned('darfur')]), 'approval')).toMatchObject([
      { certain: true, because: [{ type: 'TeamPlanned' }] },
    ]);
    expect(only(await team([planned('darfur'), approved]), 'approval')).toEqual([]);
  });

  it('are the members missing against the plan, and none where no plan says how many', async () => {
    const said = [planned('darfur'), joined('pat', 'military', '2007-10-01')];
    const [missing] = only(await team(said), 'members');
    expect([range(missing!.count), missing!.count!.because.map(({ type }) => type)]).toEqual([
      5,
      ['TeamPlanned', 'TeamMemberAssigned'],
    ]);
    expect(only(await team([planned('darfur', [])]), 'members')).toEqual([]);
  });

  it('are members whose posts nobody is told to hold', async () => {
    const said = [planned('darfur'), joined('pat', 'military', '2007-10-01', 'p'), ...drawnPost('p')];
    expect(only(await team(said), 'duty').map(({ count }) => range(count))).toEqual([1]);
    expect(only(await team([...said, filledPost('p')]), 'duty')).toEqual([]);
  });

  it('are posts of its unit, or of the unit that promised it, that are not surely all filled', async () => {
    const posts = approvedPosts(25, { unitIds: ['ops'] });
    const host = [planned('darfur', SIX, 'ops'), posts];
    const owner = [planned('darfur'), promised('ops'), posts];
    const elsewhere = [planned('darfur', SIX, 'asia'), posts];
    const counts = async (said: readonly Saying[]): Promise<unknown> =>
      only(await team(said), 'posts').map(({ id, count }) => [id, range(count)]);
    expect(await counts(host)).toEqual([['a', 'not reported']]);
    expect(await counts(owner)).toEqual([['a', 'not reported']]);
    expect(await counts(elsewhere)).toEqual([]);
    expect(await counts([...host, reportedProgress('on duty', 18, '2007-11-01')])).toEqual([['a', 7]]);
    expect(await counts([...host, reportedProgress('on duty', 25, '2007-11-01')])).toEqual([]);
  });

  it('are promises about it while they are open', async () => {
    const met = say('commitment-stand', 'CommitmentMet', {}, '2007-11-01');
    expect(only(await team([planned('darfur'), promised()]), 'promise')).toMatchObject([
      { id: 'stand', what: 'Stand the team up', due, overdue: 'no', certain: true },
    ]);
    expect(only(await team([planned('darfur'), promised(), met]), 'promise')).toEqual([]);
  });

  it('are constraints and risks recorded about it, and no other statement', async () => {
    const stated = (category: string, about: string): Saying =>
      say(
        'source-memo',
        'StatementRecorded',
        {
          statementId: `${category}-${about}`,
          category,
          text: `A ${category}.`,
          about: [about],
          topic: null,
          figures: [],
        },
        '2007-09-01',
      );
    const said = [stated('constraint', 'team-darfur'), stated('plan', 'team-darfur'), stated('risk', 'team-asia')];
    expect(only(await team([planned('darfur'), ...said]), 'constraint').map(({ what }) => what)).toEqual([
      'A constraint.',
    ]);
  });
});
