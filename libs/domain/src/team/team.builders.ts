import { exactCount, RecordEvents } from '@cadre/kernel';
import { telling } from '@cadre/kernel/testing';
import type * as Events from './team.events.js';
import { AddSubTeam, ApproveTeam, AssignTeamMember, DeployTeam } from './team.js';
import { PlanTeam, ReassignTeam, ReleaseTeamMember, RenameTeam, StandDownTeam, StandUpTeam } from './team.js';

/** The team every example is about. */
export const TEAM = 'darfur';

type Said = Parameters<typeof telling>[0];

export const teamPlanned = (data: Partial<Events.TeamPlanned['data']> = {}): Events.TeamPlanned => ({
  type: 'TeamPlanned',
  data: { name: 'Darfur team', kind: null, unitId: null, composition: [], strengthWording: null, ...data },
});
export const teamApproved = (reference: string | null = null): Events.TeamApproved => ({
  type: 'TeamApproved',
  data: { reference },
});
export const teamStoodUp = (): Events.TeamStoodUp => ({ type: 'TeamStoodUp', data: {} });
export const teamRenamed = (data: Partial<Events.TeamRenamed['data']> = {}): Events.TeamRenamed => ({
  type: 'TeamRenamed',
  data: { from: 'Darfur team', to: 'Sudan team', ...data },
});
export const teamReassigned = (data: Partial<Events.TeamReassigned['data']> = {}): Events.TeamReassigned => ({
  type: 'TeamReassigned',
  data: { fromUnitId: null, toUnitId: 'africa-1', ...data },
});
export const subTeamAdded = (data: Partial<Events.SubTeamAdded['data']> = {}): Events.SubTeamAdded => ({
  type: 'SubTeamAdded',
  data: { subTeamId: 'asia', name: 'Asia', sharesPool: false, ...data },
});
export const teamMemberAssigned = (
  data: Partial<Events.TeamMemberAssigned['data']> = {},
): Events.TeamMemberAssigned => ({
  type: 'TeamMemberAssigned',
  data: { personId: 'pat', function: 'police', postId: null, ...data },
});
export const teamMemberReleased = (personId = 'pat'): Events.TeamMemberReleased => ({
  type: 'TeamMemberReleased',
  data: { personId },
});
export const teamDeployed = (data: Partial<Events.TeamDeployed['data']> = {}): Events.TeamDeployed => ({
  type: 'TeamDeployed',
  data: { to: 'MINURCAT', count: null, ...data },
});
export const teamStoodDown = (): Events.TeamStoodDown => ({ type: 'TeamStoodDown', data: {} });

export const planTeam = (data: Partial<PlanTeam['data']> = {}, said: Said = {}): PlanTeam =>
  new PlanTeam(TEAM, teamPlanned(data).data, telling(said));
export const approveTeam = (said: Said = {}): ApproveTeam => new ApproveTeam(TEAM, teamApproved().data, telling(said));
export const standUpTeam = (said: Said = {}): StandUpTeam => new StandUpTeam(TEAM, {}, telling(said));
export const renameTeam = (to = 'Sudan team', said: Said = {}): RenameTeam =>
  new RenameTeam(TEAM, { to }, telling(said));
export const reassignTeam = (toUnitId = 'africa-1', said: Said = {}): ReassignTeam =>
  new ReassignTeam(TEAM, { toUnitId }, telling(said));
export const addSubTeam = (data: Partial<AddSubTeam['data']> = {}, said: Said = {}): AddSubTeam =>
  new AddSubTeam(TEAM, subTeamAdded(data).data, telling(said));
export const assignTeamMember = (personId = 'pat', said: Said = {}): AssignTeamMember =>
  new AssignTeamMember(TEAM, teamMemberAssigned({ personId }).data, telling(said));
export const releaseTeamMember = (personId = 'pat', said: Said = {}): ReleaseTeamMember =>
  new ReleaseTeamMember(TEAM, { personId }, telling(said));
/** The whole team, or a number of its members. */
export const deployTeam = (members: number | null = null, said: Said = {}): DeployTeam =>
  new DeployTeam(TEAM, teamDeployed({ count: members === null ? null : exactCount(members) }).data, telling(said));
export const standDownTeam = (said: Said = {}): StandDownTeam => new StandDownTeam(TEAM, {}, telling(said));
/** The event as a loaded file would bring it: past `decide`. */
export const loadIntoTeam = (event: Events.TeamEvent, said: Said = {}): RecordEvents =>
  new RecordEvents(TEAM, { events: [event] }, telling(said));
