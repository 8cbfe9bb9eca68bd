import type { Because } from '../api/client';
import type { TeamBlocker, TeamReadiness } from './teams.queries';

/** The order in which a manager can do something about them. */
export const BLOCKER_KINDS = ['approval', 'posts', 'members', 'duty', 'promise', 'constraint'] as const;

/** One thing in the way, and the teams it is in the way of. */
export interface BlockerGroup {
  readonly blocker: TeamBlocker;
  /** How many are planned for each of the teams; the same for all of them. */
  readonly planned: TeamReadiness['planned'];
  readonly teams: readonly TeamReadiness[];
  /** What it rests on for all of them, each entry once. */
  readonly because: readonly Because[];
}

/** What is in the way of several teams is said once. Teams that surely stand have nothing in their way. */
export function blockerGroups(teams: readonly TeamReadiness[]): readonly BlockerGroup[] {
  const found = teams
    .filter(({ stands }) => stands !== 'yes')
    .flatMap((team) => team.blockers.map((blocker) => ({ team, blocker })));
  const groups = [...Map.groupBy(found, ({ team, blocker }) => keyOf(team, blocker)).values()];
  return groups
    .map((those) => {
      const because = those.flatMap(({ blocker }) => blocker.because);
      const { blocker, team } = those[0]!;
      return {
        blocker,
        planned: team.planned,
        teams: those.map((it) => it.team),
        because: [...new Map(because.map((it) => [it.eventId, it])).values()],
      };
    })
    .toSorted((a, b) => orderOf(a) - orderOf(b) || dueOf(a).localeCompare(dueOf(b)) || b.teams.length - a.teams.length);
}

/** Things alike in kind, wording and number are one; members missing also in what was planned. */
function keyOf({ planned }: TeamReadiness, { kind, what, id, certain, overdue, count }: TeamBlocker): string {
  const numbers = count && [count.atLeast, count.atMost];
  const plan = kind === 'members' ? [planned.atLeast, planned.atMost] : null;
  return JSON.stringify([kind, what, id, certain, overdue, numbers, plan]);
}

const orderOf = ({ blocker }: BlockerGroup): number => BLOCKER_KINDS.indexOf(blocker.kind);
const dueOf = ({ blocker: { due } }: BlockerGroup): string => due?.latest ?? '9';
