import { type TeamEvent } from '@cadre/domain';
import { type Told, type Window } from '@cadre/kernel';
import { blank, type Columns, readModel, type Values } from '../read-model.js';

const columns = {
  name: 'text',
  kind: 'text',
  unit_id: 'text',
  /** planned, approved, standing or stood down */
  status: 'text',
  composition: 'objects',
  strength_wording: 'text',
  sub_teams: 'objects',
  /** Members by id; null until one is told of: not reported, never none. */
  member_ids: 'json',
  members: 'int',
  deployed_to: 'text',
  deployed_at_least: 'int',
  deployed_at_most: 'int',
  /** The latest time it stood up and the latest time it stood down: a team may stand up again. */
  stood_up_earliest: 'text',
  stood_up_latest: 'text',
  stood_up_phrase: 'text',
  stood_down_earliest: 'text',
  stood_down_latest: 'text',
  stood_down_phrase: 'text',
} as const satisfies Columns;

type Row = Values<typeof columns>;
type SubTeam = Extract<TeamEvent, { type: 'SubTeamAdded' }>['data'];
type Team = Omit<Row, 'sub_teams' | 'member_ids'> & {
  readonly sub_teams: readonly SubTeam[];
  readonly member_ids: readonly string[] | null;
};

const initial: Team = {
  ...blank(columns),
  composition: [],
  sub_teams: [],
  member_ids: null,
};

/** Teams: planned, approved, standing, stood down. */
export const teams = readModel<Team, TeamEvent, typeof columns>({
  table: 'teams',
  category: 'team',
  columns,
  progress: ['status', 'members', 'member_ids', 'deployed_to'],
  words: { status: ['planned', 'approved', 'standing', 'stood down'] },
  initial,
  evolve,
  rows: (team) => (team.status === null ? [] : [{ item: '', ...team }]),
});

function evolve(team: Team, { event, effective }: Told<TeamEvent>): Team {
  switch (event.type) {
    case 'TeamPlanned': {
      const { name, kind, unitId, composition, strengthWording } = event.data;
      return {
        ...team,
        name,
        kind: kind ?? team.kind,
        unit_id: unitId ?? team.unit_id,
        status: 'planned',
        composition: composition.length > 0 ? composition : team.composition,
        strength_wording: strengthWording ?? team.strength_wording,
      };
    }
    case 'TeamApproved':
      return { ...team, status: 'approved' };
    case 'TeamRenamed':
      return { ...team, name: event.data.to };
    case 'TeamReassigned':
      return { ...team, unit_id: event.data.toUnitId };
    case 'TeamStoodUp':
      return { ...team, status: 'standing', ...windowColumns('stood_up', effective) };
    case 'SubTeamAdded':
      return { ...team, sub_teams: [...team.sub_teams, event.data] };
    case 'TeamMemberAssigned':
      return withMembers(team, [...(team.member_ids ?? []), event.data.personId]);
    case 'TeamMemberReleased':
      return withMembers(team, team.member_ids?.filter((id) => id !== event.data.personId) ?? []);
    case 'TeamDeployed': {
      const { to, count } = event.data;
      return {
        ...team,
        deployed_to: to,
        deployed_at_least: count?.atLeast ?? null,
        deployed_at_most: count?.atMost ?? null,
      };
    }
    case 'TeamStoodDown':
      return { ...team, status: 'stood down', ...windowColumns('stood_down', effective) };
  }
}

function withMembers(team: Team, member_ids: readonly string[]): Team {
  return { ...team, member_ids, members: member_ids.length };
}

function windowColumns(name: 'stood_up' | 'stood_down', { earliest, latest, phrase }: Window): Partial<Team> {
  return { [`${name}_earliest`]: earliest, [`${name}_latest`]: latest, [`${name}_phrase`]: phrase };
}
