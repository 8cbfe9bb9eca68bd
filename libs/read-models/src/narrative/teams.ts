import type { NarrativeCount, NarrativeSentence, TeamAnswer } from '@cadre/contract';
import { type AsOfDates } from '../as-of.js';
import { groupBy } from '../group-by.js';
import { type Snapshot } from '../tables/tables.js';
import { teamsAnswer } from '../teams/teams.query.js';
import { changesOf } from './changes.js';
import { between, listed, say, sayNumber, sayWhen } from './saying.js';

/** Which team stood up first, how many of each kind stand, which do not yet, and where they were deployed. */
export async function teamSentences(snapshot: Snapshot, dates: AsOfDates): Promise<readonly NarrativeSentence[]> {
  const { teams } = await teamsAnswer(snapshot, dates);
  const byKind = [...groupBy(teams, ({ kind }) => kind)].filter((it): it is [string, TeamAnswer[]] => it[0] !== null);
  return [
    ...byKind.flatMap(([kind, all]) => teamsOfKind(kind, all)),
    ...listed('teams', await deployments(snapshot, dates, new Map(teams.map(({ stream, name }) => [stream, name])))),
    ...notReportedMembers(teams),
  ];
}

function teamsOfKind(kind: string, all: readonly TeamAnswer[]): readonly NarrativeSentence[] {
  const begun = all.filter(({ statuses }) => statuses.includes('standing') || statuses.includes('stood down'));
  const first = firstOf(begun);
  return [
    ...(first ? [firstTeam(kind, first, begun)] : []),
    standingTeams(kind, all, begun),
    ...stillToStand(kind, all),
  ];
}

const isStanding = ({ statuses, certain }: TeamAnswer): boolean =>
  certain && statuses.length === 1 && statuses[0] === 'standing';

/** Has it surely stood up, whatever became of it since? */
const hasBegun = ({ statuses }: TeamAnswer): boolean =>
  statuses.every((status) => status === 'standing' || status === 'stood down');

/** The team that surely stood up before any other; null when the dates leave that open. */
function firstOf(begun: readonly TeamAnswer[]): TeamAnswer | null {
  const isBefore = (a: TeamAnswer, b: TeamAnswer): boolean => {
    const [latest, earliest] = [a.stoodUp?.latest ?? null, b.stoodUp?.earliest ?? null];
    return latest !== null && earliest !== null && latest < earliest;
  };
  return (
    begun.find((team) => hasBegun(team) && begun.every((other) => other === team || isBefore(team, other))) ?? null
  );
}

function firstTeam(kind: string, first: TeamAnswer, begun: readonly TeamAnswer[]): NarrativeSentence {
  const others = begun.filter((team) => team !== first);
  const count = between(others.filter(hasBegun).length, others.length);
  const since = others.length === 0 ? '' : `; since then ${sayNumber(count)} more`;
  const when = first.stoodUp;
  return say({
    section: 'teams',
    key: others.length === 0 ? 'firstTeam' : 'firstTeamSince',
    texts: { kind, team: first.name },
    windows: when ? { when } : {},
    counts: others.length === 0 ? {} : { others: count },
    sentence: `The first ${kind} was established${when ? sayWhen(when) : ''}${since}.`,
    because: [first, ...others].flatMap((team) => team.because),
  });
}

function standingTeams(kind: string, all: readonly TeamAnswer[], begun: readonly TeamAnswer[]): NarrativeSentence {
  const standing: NarrativeCount = between(
    all.filter(isStanding).length,
    begun.filter(({ statuses }) => statuses.includes('standing')).length,
  );
  const number = sayNumber(standing);
  const teams = `${all.length} ${kind}${all.length === 1 ? '' : 's'}`;
  return say({
    section: 'teams',
    key: 'teamsStanding',
    texts: { kind },
    counts: { told: between(all.length, all.length), standing },
    sentence: `Of ${teams} told of, ${number} ${number === '1' ? 'stands' : 'stand'}.`,
    because: all.flatMap((team) => team.because),
  });
}

/** Teams that surely do not stand, by name. */
function stillToStand(kind: string, all: readonly TeamAnswer[]): readonly NarrativeSentence[] {
  const waiting = all.filter(({ statuses }) => statuses.every((it) => it === 'planned' || it === 'approved'));
  if (waiting.length === 0) return [];
  const teams = waiting.map(({ name }) => name);
  const because = waiting.flatMap((team) => team.because);
  const sentence = `Planned and not yet standing (${kind}): ${teams.join('; ')}.`;
  return [say({ section: 'teams', key: 'teamsStillToStand', texts: { kind }, lists: { teams }, because, sentence })];
}

async function deployments(
  snapshot: Snapshot,
  dates: AsOfDates,
  names: ReadonlyMap<string, string>,
): Promise<readonly NarrativeSentence[]> {
  const changes = await changesOf(snapshot, ['TeamDeployed'], dates);
  return changes.map(({ stream, data, because, surely }) => {
    const [team, to] = [names.get(stream) ?? stream, data['to'] as string];
    const count = data['count'] as { atLeast: number; atMost: number | null } | null;
    const common = {
      ...{ section: 'teams' as const, certain: surely, texts: { team, to }, because: [because] },
      windows: { when: because.effective },
    };
    const ended = `deployed to ${to}${sayWhen(because.effective)}.`;
    if (count === null) return say({ ...common, key: 'teamDeployed', sentence: `${team} ${ended}` });
    const members = { ...count, notReported: false };
    const sentence = `${team}: ${sayNumber(members)} ${ended}`;
    return say({ ...common, key: 'membersDeployed', counts: { members }, sentence });
  });
}

/** Standing teams of which no member is told. */
function notReportedMembers(teams: readonly TeamAnswer[]): readonly NarrativeSentence[] {
  const silent = teams.filter((team) => isStanding(team) && team.members.notReported);
  if (silent.length === 0) return [];
  const names = silent.map(({ name }) => name);
  const because = silent.flatMap((team) => team.because);
  const sentence = `Who belongs to them is not reported for: ${names.join('; ')}.`;
  return [say({ section: 'not reported', key: 'membersNotReported', lists: { teams: names }, because, sentence })];
}
