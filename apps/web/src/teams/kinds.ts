import type { CountAnswer, TeamAnswer, TeamsAnswer, TeamsByUnit } from '../api/client';

/** A sort of team in the organisation's own words, null when none was given, and how many are told of. */
export interface TeamKind {
  readonly kind: string | null;
  readonly teams: number;
}

/** The sorts of teams, the one with most teams first. */
export function kindsOf(teams: readonly Pick<TeamAnswer, 'kind'>[]): readonly TeamKind[] {
  return [...Map.groupBy(teams, (team) => team.kind)]
    .map(([kind, those]) => ({ kind, teams: those.length }))
    .toSorted((a, b) => b.teams - a.teams || keyOf(a).localeCompare(keyOf(b)));
}

/** What the address calls a kind; the teams without one go by an empty word. */
export function keyOf({ kind }: Pick<TeamKind, 'kind'>): string {
  return kind ?? '';
}

/** The kind the address asks for, else the one with most teams. */
export function chosenOf(kinds: readonly TeamKind[], wanted: string | null): TeamKind | undefined {
  return kinds.find((it) => keyOf(it) === wanted) ?? kinds[0];
}

/**
 * The answer for the teams that were given no kind, which cannot be asked for by themselves.
 * `answer` is about teams of every kind on the day asked for, `told` about all that are told of on any day.
 */
export function withoutKind(answer: TeamsAnswer, told: TeamsAnswer): TeamsAnswer {
  const isMeant = ({ kind }: TeamAnswer) => kind === null;
  if (told.teams.every(isMeant)) return answer;
  const teams = answer.teams.filter(isMeant);
  const surely = teams.filter(({ statuses }) => statuses.every((it) => it === 'standing'));
  const possibly = teams.filter(({ statuses }) => statuses.includes('standing'));
  const all = told.teams.filter(isMeant);
  const units = [...Map.groupBy(all, (team) => team.unitId)];
  return {
    ...answer,
    teams,
    standing: countOf(surely.length, possibly.length, possibly),
    known: countOf(all.length, all.length, all),
    byUnit: units.map(([unitId, those]): TeamsByUnit => {
      const subTeams = those.reduce((sum, team) => sum + team.subTeams.length, 0);
      return {
        unitId,
        unitName: those[0]?.unitName ?? null,
        teams: countOf(those.length, those.length, those),
        subTeams: { ...countOf(subTeams, subTeams, those), ...(subTeams === 0 && NOT_REPORTED) },
      };
    }),
  };
}

const NOT_REPORTED = { atLeast: null, atMost: null, certain: false, notReported: true, because: [] };

function countOf(atLeast: number, atMost: number, teams: readonly TeamAnswer[]): CountAnswer {
  const because = teams.flatMap((team) => team.because);
  return { atLeast, atMost, certain: atLeast === atMost, notReported: false, wording: null, because };
}
