import type {
  Because,
  CountAnswer,
  SubTeamAnswer,
  TeamAnswer,
  TeamsAnswer,
  TeamsByUnit,
  WindowAnswer,
} from '@cadre/contract';
import { type CountRange, exactCount, type Window } from '@cadre/kernel';
import { type AsOfDates, AT_LAST } from '../as-of.js';
import { becauseOf, windowAnswer } from '../history/entry-rows.js';
import { promisesByStream } from '../promises/promises.query.js';
import { countOver, notReported, reported } from '../table/counts.js';
import { conditionOf, type Filters } from '../table/filters.js';
import { asOfAnswer, BEING_THERE, causesOf, type Thing, thingsOf, valuesIn } from '../table/possible.js';
import { type Snapshot, type Tables } from '../tables/tables.js';
import { unitNames } from '../units/units.query.js';

/** Which teams to list. */
export interface TeamsQuestion extends AsOfDates {
  /** What sort of team, as in "integrated operational team". */
  readonly kind?: string;
}

/** The columns that a team is shown with, beside its members. */
const SHOWN = ['name', 'unit_id', 'status', 'composition', 'strength_wording', 'sub_teams'];

/** Teams as of two dates: how many stand, which unit hosts them, what is promised of each. */
export function teamsAnswer(tables: Tables, question: TeamsQuestion): Promise<TeamsAnswer> {
  return tables.read(async (snapshot) => {
    const things = await teamsAsked(snapshot, question, question);
    const plans = plansOf(await teamsAsked(snapshot, question, { ...question, validOn: AT_LAST }), things);
    const teams = await teamAnswers(snapshot, things, question);
    return {
      asOf: await asOfAnswer(snapshot, question),
      standing: plans.length > 0 ? await standingOf(snapshot, things) : notReported(),
      known: plans.length > 0 ? await knownOf(snapshot, plans) : notReported(),
      byUnit: await byUnit(snapshot, plans, await unitNames(snapshot, question)),
      teams,
    };
  });
}

/** The teams a question is about, as of two dates. */
export async function teamsAsked(
  snapshot: Snapshot,
  { kind }: Pick<TeamsQuestion, 'kind'>,
  dates: AsOfDates,
): Promise<readonly Thing[]> {
  const filters: Filters = kind === undefined ? {} : { kind: [kind] };
  return thingsOf(snapshot, 'teams', dates, await conditionOf(snapshot, 'teams', dates, filters));
}

async function teamAnswers(snapshot: Snapshot, things: readonly Thing[], dates: AsOfDates): Promise<TeamAnswer[]> {
  const causes = await becauseOf(snapshot, causesOf(things, [...SHOWN, 'members']));
  const because = (thing: Thing, columns: readonly string[]): Because[] =>
    causesOf([thing], columns).map((cause) => causes.get(cause)!);
  const promises = await promisesByStream(snapshot, dates);
  const names = await unitNames(snapshot, dates);
  return things.map((thing) => {
    const last = <T>(column: string): T => valuesIn<T>(thing, column).at(-1) as T;
    const unitId = last<string | null>('unit_id');
    return {
      stream: thing.stream,
      id: thing.id,
      name: last('name'),
      kind: last('kind'),
      unitId,
      unitName: unitId === null ? null : (names.get(unitId) ?? null),
      statuses: [...valuesIn<string>(thing, 'status')],
      certain: thing.certain,
      stoodUp: toldWindow(thing, 'stood_up'),
      stoodDown: toldWindow(thing, 'stood_down'),
      composition: last<{ what: string; count: CountRange }[]>('composition').map(({ what, count }) => ({
        what,
        ...count,
      })),
      strengthWording: last('strength_wording'),
      members: membersOf(thing, because(thing, ['members'])),
      subTeams: last<{ subTeamId: string; name: string; sharesPool: boolean }[]>('sub_teams').map(subTeam),
      promises: promises.get(thing.stream) ?? [],
      because: because(thing, SHOWN),
    };
  });
}

function membersOf({ states }: Thing, because: Because[]): CountAnswer {
  const told = states
    .map(({ values }) => values['members'])
    .map((it) => (typeof it === 'number' ? exactCount(it) : null));
  return told.every((count) => count === null) ? notReported() : countOver(told, because);
}

function subTeam(it: { subTeamId: string; name: string; sharesPool: boolean }): SubTeamAnswer {
  return { id: it.subTeamId, name: it.name, sharesPool: it.sharesPool };
}

/** The window of the event that a possible state rests on; null when none has happened. */
function toldWindow(thing: Thing, name: 'stood_up' | 'stood_down'): WindowAnswer | null {
  const windows = thing.states
    .filter(({ present }) => present)
    .map(({ values }) => ({
      earliest: values[`${name}_earliest`],
      latest: values[`${name}_latest`],
      phrase: values[`${name}_phrase`],
    }));
  const told = windows.findLast((it) => it.earliest !== null || it.latest !== null || it.phrase !== null);
  return told ? windowAnswer(told as Window) : null;
}

const isStanding = (status: unknown): boolean => status === 'standing';

async function standingOf(snapshot: Snapshot, things: readonly Thing[]): Promise<CountAnswer> {
  const surely = things.filter(({ states }) => states.every(({ values }) => isStanding(values['status'])));
  const possibly = things.filter(({ states }) => states.some(({ values }) => isStanding(values['status'])));
  return reported(surely.length, possibly.length, await becauseIn(snapshot, possibly, 'status'));
}

/** A team that is told of, whatever day it is told for. */
interface Plan {
  readonly thing: Thing;
  /** The units that possibly host it on the day asked for; as planned when it is not there by then. */
  readonly unitIds: readonly (string | null)[];
  readonly subTeams: number;
}

const toldIn = (plans: readonly Plan[]): readonly Thing[] => plans.map(({ thing }) => thing);

async function knownOf(snapshot: Snapshot, plans: readonly Plan[]): Promise<CountAnswer> {
  return reported(plans.length, plans.length, await becauseIn(snapshot, toldIn(plans), BEING_THERE));
}

function plansOf(toldOf: readonly Thing[], asOfDay: readonly Thing[]): readonly Plan[] {
  const byStream = new Map(asOfDay.map((thing) => [thing.stream, thing]));
  return toldOf.map((thing) => ({
    thing,
    unitIds: hostsOf(byStream.get(thing.stream) ?? thing),
    subTeams: valuesIn<unknown[]>(thing, 'sub_teams').at(-1)!.length,
  }));
}

/** The units that possibly host a team. A plan that names none yet leaves the one told later standing: not said is no unit of its own. */
function hostsOf(thing: Thing): readonly (string | null)[] {
  const hosts = valuesIn<string | null>(thing, 'unit_id');
  const named = hosts.filter((unitId) => unitId !== null);
  return named.length > 0 ? named : hosts;
}

/** What a column of some teams rests on. */
async function becauseIn(snapshot: Snapshot, teams: readonly Thing[], column: string): Promise<Because[]> {
  return [...(await becauseOf(snapshot, causesOf(teams, [column]))).values()];
}

/** What is planned for each unit, as known at the moment asked for. */
async function byUnit(
  snapshot: Snapshot,
  plans: readonly Plan[],
  names: ReadonlyMap<string, string | null>,
): Promise<TeamsByUnit[]> {
  const unitIds = [...new Set(plans.flatMap((plan) => plan.unitIds))];
  const answers: TeamsByUnit[] = [];
  for (const unitId of unitIds) {
    const hosted = plans.filter((plan) => plan.unitIds.includes(unitId));
    const surely = hosted.filter((plan) => plan.unitIds.length === 1);
    const divided = hosted.filter((plan) => plan.subTeams > 0);
    answers.push({
      unitId,
      unitName: unitId === null ? null : (names.get(unitId) ?? null),
      teams: reported(surely.length, hosted.length, await becauseIn(snapshot, toldIn(hosted), 'unit_id')),
      subTeams:
        divided.length === 0
          ? notReported()
          : reported(
              subTeamsIn(divided.filter((plan) => surely.includes(plan))),
              subTeamsIn(divided),
              await becauseIn(snapshot, toldIn(divided), 'sub_teams'),
            ),
    });
  }
  return answers;
}

const subTeamsIn = (plans: readonly Plan[]): number => plans.reduce((sum, { subTeams }) => sum + subTeams, 0);
