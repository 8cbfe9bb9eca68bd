import { exactCount } from '@cadre/kernel';
import { factId, given, told } from '@cadre/kernel/testing';
import { codec } from '../catalogue.wire.js';
import * as build from './team.builders.js';
import { team } from './team.js';

const { teamPlanned: planned, teamApproved: approved, teamStoodUp: stoodUp, teamStoodDown: stoodDown } = build;
const { teamMemberAssigned: assigned, teamDeployed: deployed } = build;

describe('a team is planned', () => {
  it('a plan told again adds to what was said and leaves the rest', async () => {
    const composition = [{ what: 'police', count: exactCount(2) }];
    const full = planned({ kind: 'operational', unitId: 'africa-1', composition, strengthWording: 'full' });
    const [state] = await given(team, codec, full)
      .when(build.planTeam({ name: 'Sudan team' }))
      .state('2008-01-15');
    expect(state).toMatchObject({ name: 'Sudan team', kind: 'operational', unitId: 'africa-1', composition });
    expect(state).toMatchObject({ strengthWording: 'full', standing: 'planned' });
  });
  it('a plan is not told again once the team is approved', () =>
    given(team, codec, planned(), approved()).when(build.planTeam()).thenRefused('TEAM_ALREADY_APPROVED'));
  it('a plan is not told again once the team stands', () =>
    given(team, codec, planned(), stoodUp()).when(build.planTeam()).thenRefused('TEAM_ALREADY_STANDING'));
  it('a plan cannot lie in the future: the planning has happened', () =>
    given(team, codec)
      .when(build.planTeam({}, { on: '2008-04-01' }))
      .thenRefused('OCCURRENCE_IN_FUTURE'));
});

describe('a team is approved', () => {
  it('a planned team may be approved', () => given(team, codec, planned()).when(build.approveTeam()).then(approved()));
  it('a team is approved once', () =>
    given(team, codec, planned(), approved()).when(build.approveTeam()).thenRefused('TEAM_ALREADY_APPROVED'));
  it('a standing team is not approved afterwards', () =>
    given(team, codec, planned(), stoodUp()).when(build.approveTeam()).thenRefused('TEAM_ALREADY_STANDING'));
  it('an undated approval told late may be told to come before the standing up', () =>
    given(team, codec, planned(), stoodUp())
      .when(build.approveTeam({ undated: true, precedes: [factId(2)] }))
      .then(approved()));
});

describe('a team stands up', () => {
  it('a team may stand up though nobody reported its approval', () =>
    given(team, codec, planned()).when(build.standUpTeam()).then(stoodUp()));
  it('a team without members may stand up, with a warning', () =>
    given(team, codec, planned()).when(build.standUpTeam()).thenWarned('TEAM_WITHOUT_MEMBERS'));
  it('a team with a member stands up without that warning', async () => {
    const outcome = await given(team, codec, planned(), assigned()).when(build.standUpTeam()).then(stoodUp());
    expect(outcome.warnings).toEqual([]);
  });
  it('a team whose members all left stands up with that warning', () =>
    given(team, codec, planned(), assigned(), build.teamMemberReleased())
      .when(build.standUpTeam())
      .thenWarned('TEAM_WITHOUT_MEMBERS'));
  it('a standing team does not stand up again', () =>
    given(team, codec, planned(), stoodUp()).when(build.standUpTeam()).thenRefused('TEAM_ALREADY_STANDING'));
  it('within the window of its standing up a team stands or does not yet stand', async () => {
    const late = told(stoodUp(), { between: ['2007-10-21', '2007-10-31'] });
    const states = await given(team, codec, planned(), late).state('2007-10-25');
    expect(states.map(({ standing }) => standing)).toEqual(['planned', 'standing']);
  });
});

describe('a team gets another name or another host', () => {
  it('a new name keeps the former one on record', () =>
    given(team, codec, planned()).when(build.renameTeam()).then(build.teamRenamed()));
  it('the former name is the one it had on that date', () =>
    given(team, codec, planned(), told(build.teamRenamed({ to: 'Third' }), { on: '2007-12-01' }))
      .when(build.renameTeam('Second', { on: '2007-09-01' }))
      .then(build.teamRenamed({ to: 'Second' })));
  it('a name that it already has is no new name', () =>
    given(team, codec, planned()).when(build.renameTeam('Darfur team')).thenRefused('TEAM_NAME_UNCHANGED'));
  it('another unit may host it, and the former host stays on record', () =>
    given(team, codec, planned({ unitId: 'africa-2' }), stoodUp())
      .when(build.reassignTeam())
      .then(build.teamReassigned({ fromUnitId: 'africa-2' })));
  it('a host not reported before is told of by the same step', () =>
    given(team, codec, planned()).when(build.reassignTeam()).then(build.teamReassigned()));
  it('a team goes to another unit than the one that hosts it', () =>
    given(team, codec, planned({ unitId: 'africa-1' }))
      .when(build.reassignTeam())
      .thenRefused('TEAM_ALREADY_THERE'));
  it('both may be decided for a day to come', async () => {
    const said = { on: '2008-07-01' };
    await given(team, codec, planned()).when(build.renameTeam('Sudan team', said)).then(build.teamRenamed());
    await given(team, codec, planned()).when(build.reassignTeam('africa-1', said)).then(build.teamReassigned());
  });
});

describe('a team has members and parts', () => {
  it('members nobody told of are not reported, never none', async () => {
    const [state] = await given(team, codec, planned()).state('2008-01-15');
    expect(state?.members).toBeNull();
  });
  it('a member may join before the team stands', () =>
    given(team, codec, planned()).when(build.assignTeamMember()).then(assigned()));
  it('a person joins a team once', () =>
    given(team, codec, planned(), assigned()).when(build.assignTeamMember()).thenRefused('ALREADY_A_MEMBER'));
  it('a person who left may join again', () =>
    given(team, codec, planned(), assigned(), build.teamMemberReleased())
      .when(build.assignTeamMember())
      .then(assigned()));
  it('a member may leave, and then none is left', async () => {
    const [state] = await given(team, codec, planned(), assigned()).when(build.releaseTeamMember()).state('2008-01-15');
    expect(state?.members).toEqual([]);
  });
  it('only a member leaves', () =>
    given(team, codec, planned(), assigned()).when(build.releaseTeamMember('kim')).thenRefused('NOT_A_MEMBER'));
  it('nobody leaves a team whose members are not reported', () =>
    given(team, codec, planned()).when(build.releaseTeamMember()).thenRefused('NOT_A_MEMBER'));
  it('a sub-team may be added to a plan', () =>
    given(team, codec, planned()).when(build.addSubTeam()).then(build.subTeamAdded()));
  it('a sub-team is added once', () =>
    given(team, codec, planned(), build.subTeamAdded())
      .when(build.addSubTeam({ name: 'Asia again' }))
      .thenRefused('SUB_TEAM_ALREADY_ADDED'));
  it('sub-teams that share one pool are pointed out', () =>
    given(team, codec, planned())
      .when(build.addSubTeam({ sharesPool: true }))
      .thenWarned('SHARED_POOL'));
});

describe('a team is deployed', () => {
  it('a standing team may be deployed as a whole', () =>
    given(team, codec, planned(), stoodUp()).when(build.deployTeam()).then(deployed()));
  it('a counted part of an approved team may go ahead of its standing up', () =>
    given(team, codec, planned(), approved())
      .when(build.deployTeam(9))
      .then(deployed({ count: exactCount(9) })));
  it('an approved team is not deployed as a whole before it stands', () =>
    given(team, codec, planned(), approved()).when(build.deployTeam()).thenRefused('TEAM_NOT_STANDING'));
  it('not even a part of a merely planned team is deployed', () =>
    given(team, codec, planned()).when(build.deployTeam(9)).thenRefused('TEAM_NOT_STANDING'));
  it('a deployment of nobody is none', () =>
    given(team, codec, planned(), stoodUp()).when(build.deployTeam(0)).thenRefused('NOBODY_DEPLOYED'));
  it('a deployment cannot lie in the future', () =>
    given(team, codec, planned(), stoodUp())
      .when(build.deployTeam(9, { on: '2009-01-01' }))
      .thenRefused('OCCURRENCE_IN_FUTURE'));
});

describe('a team begins with a plan and ends by standing down', () => {
  it('a standing team may stand down', () =>
    given(team, codec, planned(), stoodUp()).when(build.standDownTeam()).then(stoodDown()));
  it('a team that never stood does not stand down', () =>
    given(team, codec, planned()).when(build.standDownTeam()).thenRefused('TEAM_NOT_STANDING'));

  const others = [
    build.approveTeam(),
    build.renameTeam(),
    build.reassignTeam(),
    build.addSubTeam(),
    build.assignTeamMember(),
    build.releaseTeamMember(),
    build.deployTeam(9),
    build.standDownTeam(),
  ];
  it.each([build.standUpTeam(), ...others])('nothing befalls a team never planned ($type)', (command) =>
    given(team, codec).when(command).thenRefused('TEAM_NOT_PLANNED'),
  );
  it('a team that stood down may stand up again', async () => {
    const again = await given(team, codec, planned(), stoodUp(), stoodDown()).when(build.standUpTeam()).then(stoodUp());
    expect(again.warnings).toMatchObject([{ code: 'TEAM_WITHOUT_MEMBERS' }]);
    await given(team, codec, planned(), stoodUp(), stoodDown(), stoodUp())
      .when(build.deployTeam(9))
      .then(deployed({ count: exactCount(9) }));
  });
  it.each([build.planTeam(), ...others])('nothing else befalls a team that stood down ($type)', (command) =>
    given(team, codec, planned(), stoodUp(), stoodDown()).when(command).thenRefused('TEAM_STOOD_DOWN'),
  );
  it('what a file brings in is judged alike', () =>
    given(team, codec).when(build.loadIntoTeam(stoodUp())).thenRefused('TEAM_NOT_PLANNED'));
});
