import { exactCount, type Samples, unlike } from '@cadre/kernel';
import { type Team, type TeamCommand } from './team.js';

/** The plainest content of each command on a team. */
export const teamSamples: Samples<Team, TeamCommand> = {
  PlanTeam: () => [{ name: 'team', kind: null, unitId: null, composition: [], strengthWording: null }],
  ApproveTeam: () => [{ reference: null }],
  RenameTeam: ({ name }) => [{ to: name === 'name' ? 'other name' : 'name' }],
  ReassignTeam: ({ unitId }) => [{ toUnitId: unitId === 'unit' ? 'other-unit' : 'unit' }],
  StandUpTeam: () => [{}],
  AddSubTeam: ({ subTeams }) => [
    { subTeamId: unlike(subTeams.map(({ subTeamId }) => subTeamId)), name: 'sub-team', sharesPool: false },
  ],
  AssignTeamMember: ({ members }) => [
    { personId: unlike((members ?? []).map(({ personId }) => personId)), function: null, postId: null },
  ],
  ReleaseTeamMember: ({ members }) => [{ personId: members?.[0]?.personId ?? 'nobody' }],
  // A counted part may go ahead of the rest.
  DeployTeam: () => [{ to: 'place', count: exactCount(1) }],
  StandDownTeam: () => [{}],
};
