import {
  AddSubTeamRequest,
  ApproveTeamRequest,
  AssignTeamMemberRequest,
  DeployTeamRequest,
  PlanTeamRequest,
  ReassignTeamRequest,
  ReleaseTeamMemberRequest,
  RenameTeamRequest,
  TellingRequest,
} from '@cadre/contract';
import {
  AddSubTeam,
  ApproveTeam,
  AssignTeamMember,
  DeployTeam,
  PlanTeam,
  ReassignTeam,
  ReleaseTeamMember,
  RenameTeam,
  StandDownTeam,
  StandUpTeam,
} from '@cadre/domain';
import { type CommandRoute, routesOf } from '../command-route.js';
import { asGiven, count, countsOf, maybe, orNull } from '../readers.js';

const route = routesOf('teams');

/** Ways to tell of teams. */
export const teamRoutes: readonly CommandRoute[] = [
  route(
    ['plan', 'Record that a team is to be formed'],
    PlanTeam,
    PlanTeamRequest,
    { name: asGiven, kind: orNull, unitId: orNull, composition: countsOf, strengthWording: orNull },
    { name: 'Darfur integrated operational team', kind: 'integrated operational team' },
  ),
  route(['approve', "Record that the team's creation was approved"], ApproveTeam, ApproveTeamRequest, {
    reference: orNull,
  }),
  route(['rename', 'Give the team another name'], RenameTeam, RenameTeamRequest, { to: asGiven }),
  route(
    ['reassign', 'Let another unit host the team'],
    ReassignTeam,
    ReassignTeamRequest,
    { toUnitId: asGiven },
    { toUnitId: 'africa-1' },
  ),
  route(['stand-up', 'Record that the team exists and works'], StandUpTeam, TellingRequest, {}),
  route(['add-sub-team', 'Record a part of the team with a field of its own'], AddSubTeam, AddSubTeamRequest, {
    subTeamId: asGiven,
    name: asGiven,
    sharesPool: asGiven,
  }),
  route(['assign-member', 'Record that a member joined'], AssignTeamMember, AssignTeamMemberRequest, {
    personId: asGiven,
    function: orNull,
    postId: orNull,
  }),
  route(['release-member', 'Record that a member left'], ReleaseTeamMember, ReleaseTeamMemberRequest, {
    personId: asGiven,
  }),
  route(
    ['deploy', 'Record that the team, or some of its members, went to a place'],
    DeployTeam,
    DeployTeamRequest,
    { to: asGiven, count: maybe(count) },
    { to: 'El Fasher', count: { atLeast: 4, atMost: 6 } },
  ),
  route(['stand-down', 'End the team'], StandDownTeam, TellingRequest, {}),
];
