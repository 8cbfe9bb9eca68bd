import { checkCount, Command, type CountRange, decideBy, type Decider } from '@cadre/kernel';
import { refuse, type Refusal, type Told, type Warning } from '@cadre/kernel';
import { type CountOf } from '../vocabulary/vocabulary.events.js';
import type * as Events from './team.events.js';
import { type TeamEvent } from './team.events.js';

/** Records that a team is to be formed, or more of the plan while nothing is approved. */
export class PlanTeam extends Command<Events.TeamPlanned['data']> {
  readonly type = 'PlanTeam';
}
/** Approves a planned team. */
export class ApproveTeam extends Command<Events.TeamApproved['data']> {
  readonly type = 'ApproveTeam';
}
/** Gives the team another name. */
export class RenameTeam extends Command<Pick<Events.TeamRenamed['data'], 'to'>> {
  readonly type = 'RenameTeam';
}
/** Lets another unit host the team. */
export class ReassignTeam extends Command<Pick<Events.TeamReassigned['data'], 'toUnitId'>> {
  readonly type = 'ReassignTeam';
}
/** Lets the team start working, also again after it had stood down. */
export class StandUpTeam extends Command<Events.TeamStoodUp['data']> {
  readonly type = 'StandUpTeam';
}
/** Adds a part of the team with a field of its own. */
export class AddSubTeam extends Command<Events.SubTeamAdded['data']> {
  readonly type = 'AddSubTeam';
}
/** Puts a person into the team. */
export class AssignTeamMember extends Command<Events.TeamMemberAssigned['data']> {
  readonly type = 'AssignTeamMember';
}
/** Takes a person out of the team. */
export class ReleaseTeamMember extends Command<Events.TeamMemberReleased['data']> {
  readonly type = 'ReleaseTeamMember';
}
/** Sends the team, or a number of its members, to a place. */
export class DeployTeam extends Command<Events.TeamDeployed['data']> {
  readonly type = 'DeployTeam';
}
/** Ends the team. */
export class StandDownTeam extends Command<Events.TeamStoodDown['data']> {
  readonly type = 'StandDownTeam';
}

export type TeamCommand =
  | PlanTeam
  | ApproveTeam
  | RenameTeam
  | ReassignTeam
  | StandUpTeam
  | AddSubTeam
  | AssignTeamMember
  | ReleaseTeamMember
  | DeployTeam
  | StandDownTeam;

/** Where a team stands in its life. */
export type TeamStanding = 'not told of' | 'planned' | 'approved' | 'standing' | 'stood down';

export interface Team {
  readonly standing: TeamStanding;
  readonly name: string | null;
  readonly kind: string | null;
  readonly unitId: string | null;
  readonly composition: readonly CountOf[];
  readonly strengthWording: string | null;
  readonly subTeams: readonly Events.SubTeamAdded['data'][];
  /** Null until any member is told of: not reported, never none. */
  readonly members: readonly Events.TeamMemberAssigned['data'][] | null;
  readonly deployments: readonly Events.TeamDeployed['data'][];
}

/** A team's life: planned → approved (which may go unreported) → stood up → stood down, and perhaps up again; renamed and reassigned at any time before it ends. */
export const team: Decider<Team, TeamCommand, TeamEvent> = {
  category: 'team',
  initial: {
    standing: 'not told of',
    name: null,
    kind: null,
    unitId: null,
    composition: [],
    strengthWording: null,
    subTeams: [],
    members: null,
    deployments: [],
  },
  natures: {
    TeamPlanned: 'occurrence',
    TeamApproved: 'decision',
    TeamRenamed: 'decision',
    TeamReassigned: 'decision',
    TeamStoodUp: 'occurrence',
    SubTeamAdded: 'occurrence',
    TeamMemberAssigned: 'occurrence',
    TeamMemberReleased: 'occurrence',
    TeamDeployed: 'occurrence',
    TeamStoodDown: 'occurrence',
  },
  decide: decideBy<Team, TeamCommand, TeamEvent>({
    PlanTeam: 'TeamPlanned',
    ApproveTeam: 'TeamApproved',
    RenameTeam: ({ data }, { name }) => [{ type: 'TeamRenamed', data: { from: name, to: data.to } }],
    ReassignTeam: ({ data }, { unitId }) => [
      { type: 'TeamReassigned', data: { fromUnitId: unitId, toUnitId: data.toUnitId } },
    ],
    StandUpTeam: 'TeamStoodUp',
    AddSubTeam: 'SubTeamAdded',
    AssignTeamMember: 'TeamMemberAssigned',
    ReleaseTeamMember: 'TeamMemberReleased',
    DeployTeam: 'TeamDeployed',
    StandDownTeam: 'TeamStoodDown',
  }),
  permits,
  evolve,
  warn,
};

function permits(state: Team, { event }: Told<TeamEvent>): Refusal | null {
  switch (event.type) {
    case 'TeamPlanned':
      return state.standing === 'not told of' ? null : permitsPreparing(state);
    case 'TeamApproved':
      return permitsPlanned(state) ?? permitsPreparing(state);
    case 'TeamRenamed':
      return permitsPlanned(state) ?? permitsName(state, event.data.to);
    case 'TeamReassigned':
      return permitsPlanned(state) ?? permitsHost(state, event.data.toUnitId);
    case 'TeamStoodUp':
      return permitsStandingUp(state);
    case 'SubTeamAdded':
      return permitsPlanned(state) ?? permitsSubTeam(state, event.data.subTeamId);
    case 'TeamMemberAssigned':
      return permitsPlanned(state) ?? permitsJoining(state, event.data.personId);
    case 'TeamMemberReleased':
      return permitsPlanned(state) ?? permitsLeaving(state, event.data.personId);
    case 'TeamDeployed':
      return permitsPlanned(state) ?? permitsDeploying(state, event.data.count);
    case 'TeamStoodDown':
      return permitsPlanned(state) ?? (state.standing === 'standing' ? null : notStanding());
  }
}

/** Refuses what needs a team that was told of and has not ended by that date. */
function permitsPlanned({ standing }: Team): Refusal | null {
  switch (standing) {
    case 'not told of':
      return refuse(
        'TEAM_NOT_PLANNED',
        'This team is not planned on that date; record its plan first (undated if no source gives a date) or correct the date.',
      );
    case 'stood down':
      return stoodDown();
    case 'planned':
    case 'approved':
    case 'standing':
      return null;
  }
}

/** Also a team that stood down may stand up again; its plan is on record. */
function permitsStandingUp(state: Team): Refusal | null {
  if (state.standing === 'stood down') return null;
  return permitsPlanned(state) ?? (state.standing === 'standing' ? alreadyStanding() : null);
}

function permitsName({ name }: Team, to: string): Refusal | null {
  return name === to
    ? refuse('TEAM_NAME_UNCHANGED', `This team is already called "${to}" on that date.`, { pointer: '/to' })
    : null;
}

function permitsHost({ unitId }: Team, toUnitId: string): Refusal | null {
  return unitId === toUnitId
    ? refuse('TEAM_ALREADY_THERE', `${toUnitId} already hosts this team on that date.`, { pointer: '/toUnitId' })
    : null;
}

/** Refuses what belongs before the approval when that is past. */
function permitsPreparing({ standing }: Team): Refusal | null {
  switch (standing) {
    case 'not told of':
    case 'planned':
      return null;
    case 'approved':
      return refuse('TEAM_ALREADY_APPROVED', 'This team is already approved on that date.');
    case 'standing':
      return alreadyStanding();
    case 'stood down':
      return stoodDown();
  }
}

function stoodDown(): Refusal {
  return refuse(
    'TEAM_STOOD_DOWN',
    'This team has stood down by that date; record that it stood up again, or correct the date.',
  );
}

function alreadyStanding(): Refusal {
  return refuse('TEAM_ALREADY_STANDING', 'This team already stands on that date.');
}

function notStanding(): Refusal {
  return refuse('TEAM_NOT_STANDING', 'This team does not stand on that date; record its standing up first.');
}

function permitsSubTeam(state: Team, subTeamId: string): Refusal | null {
  return state.subTeams.some((subTeam) => subTeam.subTeamId === subTeamId)
    ? refuse('SUB_TEAM_ALREADY_ADDED', 'This team already has that sub-team on that date.', { pointer: '/subTeamId' })
    : null;
}

function permitsJoining(state: Team, personId: string): Refusal | null {
  return isMember(state, personId)
    ? refuse('ALREADY_A_MEMBER', 'This person already belongs to the team on that date.', { pointer: '/personId' })
    : null;
}

function permitsLeaving(state: Team, personId: string): Refusal | null {
  return isMember(state, personId)
    ? null
    : refuse(
        'NOT_A_MEMBER',
        'This person is not known to belong to the team on that date; record the joining first or correct the date.',
        { pointer: '/personId' },
      );
}

const isMember = ({ members }: Team, personId: string): boolean =>
  members !== null && members.some((member) => member.personId === personId);

/** A counted part of an approved team may go ahead of the rest; the team as a whole goes once it stands. */
function permitsDeploying({ standing }: Team, count: CountRange | null): Refusal | null {
  const wrong = count === null ? null : checkCount(count, '/count');
  if (wrong) return wrong;
  if (count?.atMost === 0)
    return refuse('NOBODY_DEPLOYED', 'A deployment has at least one member; leave the number out if not reported.', {
      pointer: '/count',
    });
  return standing === 'standing' || (standing === 'approved' && count !== null) ? null : notStanding();
}

function evolve(state: Team, { event }: Told<TeamEvent>): Team {
  switch (event.type) {
    case 'TeamPlanned':
      return { ...refined(state, event.data), standing: 'planned' };
    case 'TeamApproved':
      return { ...state, standing: 'approved' };
    case 'TeamRenamed':
      return { ...state, name: event.data.to };
    case 'TeamReassigned':
      return { ...state, unitId: event.data.toUnitId };
    case 'TeamStoodUp':
      return { ...state, standing: 'standing' };
    case 'SubTeamAdded':
      return { ...state, subTeams: [...state.subTeams, event.data] };
    case 'TeamMemberAssigned':
      return { ...state, members: [...(state.members ?? []), event.data] };
    case 'TeamMemberReleased': {
      const { personId } = event.data;
      return { ...state, members: state.members?.filter((member) => member.personId !== personId) ?? [] };
    }
    case 'TeamDeployed':
      return { ...state, deployments: [...state.deployments, event.data] };
    case 'TeamStoodDown':
      return { ...state, standing: 'stood down' };
  }
}

/** A plan told again adds to what was said; what it leaves out stands. */
function refined(state: Team, plan: Events.TeamPlanned['data']): Team {
  return {
    ...state,
    name: plan.name,
    kind: plan.kind ?? state.kind,
    unitId: plan.unitId ?? state.unitId,
    composition: plan.composition.length > 0 ? plan.composition : state.composition,
    strengthWording: plan.strengthWording ?? state.strengthWording,
  };
}

function warn(state: Team, { event }: Told<TeamEvent>): readonly Warning[] {
  if (event.type === 'TeamStoodUp' && (state.members ?? []).length === 0) {
    const sentence = 'The team stands up with no member recorded; record its members when they are known.';
    return [{ code: 'TEAM_WITHOUT_MEMBERS', sentence }];
  }
  if (event.type === 'SubTeamAdded' && event.data.sharesPool) {
    const sentence = 'This sub-team shares the specialists of the whole team; they are counted once.';
    return [{ code: 'SHARED_POOL', sentence }];
  }
  return [];
}
