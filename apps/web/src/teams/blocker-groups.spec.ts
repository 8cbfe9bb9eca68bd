import { blockerGroups } from './blocker-groups';
import type { TeamBlocker, TeamReadiness } from './teams.queries';

const count = (atLeast: number | null) => ({
  ...{ atLeast, atMost: atLeast, certain: atLeast !== null, notReported: atLeast === null, wording: null, because: [] },
});
const blocker = (kind: TeamBlocker['kind'], more: object = {}): TeamBlocker =>
  ({ kind, certain: true, what: null, id: null, due: null, overdue: 'no', count: null, because: [], ...more }) as never;
const team = (id: string, stands: string, ...blockers: TeamBlocker[]): TeamReadiness =>
  ({ id, stands, planned: count(6), blockers }) as never;
const said = (...teams: TeamReadiness[]) =>
  blockerGroups(teams).map((group) => [group.blocker.kind, group.teams.map(({ id }) => id)]);

describe('what is in the way of several teams', () => {
  it('is said once for all of them, what can be acted on first', () => {
    const promise = blocker('promise', { id: 'stand-up' });
    const both = [promise, blocker('approval')] as const;
    expect(said(team('chad', 'no', ...both), team('haiti', 'possibly', ...both), team('asia', 'no', promise))).toEqual([
      ['approval', ['chad', 'haiti']],
      ['promise', ['chad', 'haiti', 'asia']],
    ]);
  });

  it('is nothing for teams that stand', () => {
    expect(said(team('darfur', 'yes', blocker('approval')))).toEqual([]);
  });

  it('is told apart where the numbers differ', () => {
    const missing = (posts: number | null) => blocker('members', { count: count(posts) });
    expect(said(team('chad', 'no', missing(2)), team('haiti', 'no', missing(null)))).toHaveLength(2);
  });

  it('rests on every entry once', () => {
    const entry = { eventId: 'e1' };
    const [group] = blockerGroups([
      team('chad', 'no', blocker('approval', { because: [entry] })),
      team('haiti', 'no', blocker('approval', { because: [entry, { eventId: 'e2' }] })),
    ]);
    expect(group?.because.map(({ eventId }) => eventId)).toEqual(['e1', 'e2']);
  });
});
