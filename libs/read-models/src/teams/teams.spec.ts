import type { CountAnswer, TeamsAnswer } from '@cadre/contract';
import { entriesOf, type Saying, say, tablesWith } from '../read-models.builders.js';
import { teamsAnswer } from './teams.query.js';

const [THEN, NOW] = ['2007-12-31T00:00:00.000Z', '2008-02-01T00:00:00.000Z'];
const UNDATED = [null, '2007-12-31'] as const;
const team = (id: string, unitId: string, on: Saying['on'] = UNDATED, known = THEN): Saying =>
  say(`team-${id}`, 'TeamPlanned', { name: id, kind: 'iot', unitId, composition: [], strengthWording: null }, on, {
    known,
  });
const stoodUp = (id: string): Saying => say(`team-${id}`, 'TeamStoodUp', {}, ['2007-10-21', '2007-10-31']);
const subTeam = (id: string, name: string, on: Saying['on'] = UNDATED): Saying =>
  say(`team-${id}`, 'SubTeamAdded', { subTeamId: name, name, sharesPool: true }, on);

async function asked(sayings: readonly Saying[], validOn: string, knownAt = NOW): Promise<TeamsAnswer> {
  return teamsAnswer(await tablesWith(entriesOf(sayings)), { validOn, knownAt, kind: 'iot' });
}
const range = ({ atLeast, atMost, notReported }: CountAnswer): unknown =>
  notReported ? 'not reported' : atLeast === atMost ? atLeast : [atLeast, atMost];
const types = ({ because }: CountAnswer): readonly string[] => because.map(({ type }) => type);

describe('the teams', () => {
  const said = [team('darfur', 'africa'), team('chad', 'africa'), team('haiti', 'europe'), stoodUp('darfur')];

  it('are as many as are told of by the known day, whatever the day asked for', async () => {
    for (const [day, standing] of [
      ['1999-01-01', 0],
      ['2007-10-15', 0],
      ['2007-10-25', [0, 1]],
      ['2007-10-31', 1],
    ] as const) {
      const answer = await asked(said, day);
      expect([range(answer.standing), range(answer.known)]).toEqual([standing, 3]);
    }
    const dated = [...said, team('asia', 'asia', '2008-01-15', NOW)];
    const answer = await asked(dated, '2007-10-15');
    expect([range(answer.known), answer.teams.length]).toEqual([4, 3]);
    expect(range((await asked(dated, '2007-10-15', THEN)).known)).toBe(3);
    expect(range((await asked([], '2007-10-15')).known)).toBe('not reported');
  });

  it('are planned for a unit as known by then, sub-teams as well', async () => {
    const { byUnit } = await asked([...said, subTeam('haiti', 'balkans'), subTeam('haiti', 'caribbean')], '2007-10-15');
    expect(byUnit.map(({ unitId, teams, subTeams }) => [unitId, range(teams), range(subTeams)])).toEqual([
      ['africa', 2, 'not reported'],
      ['europe', 1, 2],
    ]);
    expect(types(byUnit[1]!.subTeams)).toContain('SubTeamAdded');
  });

  it('are planned for the unit told later, where the first plan named none', async () => {
    const unnamed = say(
      'team-haiti',
      'TeamPlanned',
      { name: 'haiti', kind: 'iot', unitId: null, composition: [], strengthWording: null },
      UNDATED,
      { known: THEN },
    );
    const { byUnit } = await asked([unnamed, team('haiti', 'europe')], '2007-10-15');
    expect(byUnit.map(({ unitId, teams }) => [unitId, range(teams)])).toEqual([['europe', 1]]);
  });

  it('stand because they were stood up, not because of what came later', async () => {
    const assigned = say(
      'team-darfur',
      'TeamMemberAssigned',
      { personId: 'pat', function: null, postId: null },
      '2007-11-15',
    );
    const { standing, known, teams } = await asked([...said, assigned], '2007-12-31');
    expect(types(standing)).toEqual(['TeamStoodUp']);
    expect(types(known)).toEqual(['TeamPlanned', 'TeamPlanned', 'TeamPlanned']);
    expect(types(teams.find(({ id }) => id === 'darfur')!.members)).toEqual(['TeamMemberAssigned']);
  });
});
