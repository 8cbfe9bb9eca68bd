import type { TeamAnswer, TeamsAnswer } from '../api/client';
import { chosenOf, kindsOf, withoutKind } from './kinds';

const KINDS = kindsOf([{ kind: 'oversight team' }, { kind: null }, { kind: 'crew' }, { kind: null }]);

describe('the kinds of teams', () => {
  it('begin with the one that has most teams, then go by name', () => {
    expect(KINDS).toEqual([
      { kind: null, teams: 2 },
      { kind: 'crew', teams: 1 },
      { kind: 'oversight team', teams: 1 },
    ]);
  });

  it.each([
    ['crew', 'crew'],
    ['', null],
    ['a kind nobody told of', null],
    [null, null],
  ])('%j in the address chooses %j', (wanted, kind) => {
    expect(chosenOf(KINDS, wanted)?.kind).toBe(kind);
  });

  it('are none where no team is told of', () => {
    expect(chosenOf(kindsOf([]), null)).toBeUndefined();
  });
});

describe('teams without a kind', () => {
  const team = (id: string, kind: string | null, statuses: string[]) =>
    ({ id, kind, statuses, unitId: 'desk', unitName: 'Desk', subTeams: [], because: [] }) as unknown as TeamAnswer;
  const answerOver = (...teams: TeamAnswer[]) => ({ teams, standing: null, known: null }) as unknown as TeamsAnswer;

  it('are counted by themselves where there are others', () => {
    const told = answerOver(
      team('a', null, ['standing']),
      team('b', null, ['planned', 'standing']),
      team('c', null, ['planned']),
      team('d', 'crew', ['standing']),
    );
    const answer = withoutKind(answerOver(...told.teams.filter(({ id }) => id !== 'c')), told);
    expect(answer.teams.map(({ id }) => id)).toEqual(['a', 'b']);
    expect(answer.standing).toMatchObject({ atLeast: 1, atMost: 2, certain: false });
    expect(answer.known).toMatchObject({ atLeast: 3, atMost: 3 });
    expect(answer.byUnit).toMatchObject([{ unitName: 'Desk', teams: { atLeast: 3 }, subTeams: { notReported: true } }]);
  });

  it('keep the numbers of the answer where there are no others', () => {
    const answer = answerOver(team('a', null, ['standing']));
    expect(withoutKind(answer, answer)).toBe(answer);
  });
});
