import type { CountAnswer, TeamReadiness, TeamReadinessAnswer } from '@cadre/contract';
import { becauseOf } from '../history/entry-rows.js';
import { toldOf } from '../history/placing.js';
import { totalOf } from '../table/counts.js';
import { asOfAnswer, causesOf, type Thing, valuesIn } from '../table/possible.js';
import { type Snapshot, type Tables } from '../tables/tables.js';
import { blockersOf, type Surroundings, surroundingsOf } from './blockers.js';
import { strengthOf } from './strength.js';
import { teamsAsked, type TeamsQuestion } from './teams.query.js';

/** Teams against their plans as of two dates: who is missing, and what on record stands between each and its standing. */
export function teamReadinessAnswer(tables: Tables, question: TeamsQuestion): Promise<TeamReadinessAnswer> {
  return tables.read(async (snapshot) => {
    const things = await teamsAsked(snapshot, question, question);
    const around = await surroundingsOf(snapshot, question);
    const teams: TeamReadiness[] = [];
    for (const thing of things) teams.push(await readinessOf(snapshot, thing, question, around));
    const total = (counts: readonly CountAnswer[]): CountAnswer => totalOf(counts, 'teams');
    return {
      asOf: await asOfAnswer(snapshot, question),
      planned: total(teams.map(({ planned }) => planned)),
      assigned: total(teams.map(({ assigned }) => assigned)),
      teams,
    };
  });
}

async function readinessOf(
  snapshot: Snapshot,
  thing: Thing,
  dates: TeamsQuestion,
  around: Surroundings,
): Promise<TeamReadiness> {
  const told = await toldOf(snapshot, thing.stream, dates);
  const plan = [...(await becauseOf(snapshot, causesOf([thing], ['composition']))).values()];
  const strength = strengthOf(thing, told, plan);
  const { functions, planned, assigned } = strength;
  const stands = standing(thing);
  const subTeams = valuesIn<{ sharesPool: boolean }[]>(thing, 'sub_teams').at(-1) ?? [];
  return {
    stream: thing.stream,
    id: thing.id,
    name: valuesIn<string>(thing, 'name').at(-1)!,
    stands,
    functions,
    planned,
    assigned,
    subTeams: subTeams.length,
    sharing: subTeams.filter(({ sharesPool }) => sharesPool).length,
    blockers: stands === 'yes' ? [] : await blockersOf(thing, told, strength, around),
  };
}

function standing({ states }: Thing): TeamReadiness['stands'] {
  const stands = states.map(({ values }) => values['status'] === 'standing');
  return stands.every((it) => it) ? 'yes' : stands.some((it) => it) ? 'possibly' : 'no';
}
