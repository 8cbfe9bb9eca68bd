import { type CivilDate, type CountRange, exactCount, type Window } from '@cadre/kernel';
import type Database from 'better-sqlite3';
import {
  type Because,
  type CountAnswer,
  type SubTeamAnswer,
  type TeamAnswer,
  type TeamsAnswer,
  type TeamsByUnit,
  type WindowAnswer,
} from '../answers.js';
import { type AsOfDates } from '../as-of.js';
import { becauseOf, windowAnswer } from '../history/entry-rows.js';
import { promisesByStream } from '../promises/promises.query.js';
import { countOver, notReported, reported } from '../table/counts.js';
import { conditionOf, type Filters } from '../table/filters.js';
import { asOfAnswer, BEING_THERE, causesOf, type Thing, thingsOf, valuesIn } from '../table/possible.js';
import { unitNames } from '../units/units.query.js';

/** Which teams to list. */
export interface TeamsQuestion extends AsOfDates {
  /** What sort of team, as in "integrated operational team". */
  readonly kind?: string;
}

/** The columns that a team is shown with, beside its members. */
const SHOWN = ['name', 'unit_id', 'status', 'composition', 'strength_wording', 'sub_teams'];

/** Later than the end of any window: what is told for then is all that is told of a thing. */
const AT_LAST: CivilDate = '9999-12-30';

/** Teams as of two dates: how many stand, which unit hosts them, what is promised of each. */
export function teamsAnswer(db: Database.Database, question: TeamsQuestion): TeamsAnswer {
  const read = db.transaction((): TeamsAnswer => {
    const filters: Filters = question.kind === undefined ? {} : { kind: [question.kind] };
    const asked = (dates: AsOfDates): readonly Thing[] =>
      thingsOf(db, 'teams', dates, conditionOf(db, 'teams', dates, filters));
    const things = asked(question);
    const plans = plansOf(asked({ ...question, validOn: AT_LAST }), things);
    const teams = teamAnswers(db, things, question);
    return {
      asOf: asOfAnswer(db, question),
      standing: plans.length > 0 ? standingOf(db, things) : notReported(),
      known: plans.length > 0 ? knownOf(db, plans) : notReported(),
      byUnit: byUnit(db, plans, unitNames(db, question)),
      teams,
    };
  });
  return read();
}

function teamAnswers(db: Database.Database, things: readonly Thing[], dates: AsOfDates): TeamAnswer[] {
  const causes = becauseOf(db, causesOf(things, [...SHOWN, 'members']));
  const because = (thing: Thing, columns: readonly string[]): Because[] =>
    causesOf([thing], columns).map((cause) => causes.get(cause)!);
  const promises = promisesByStream(db, dates);
  const names = unitNames(db, dates);
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

function standingOf(db: Database.Database, things: readonly Thing[]): CountAnswer {
  const surely = things.filter(({ states }) => states.every(({ values }) => isStanding(values['status'])));
  const possibly = things.filter(({ states }) => states.some(({ values }) => isStanding(values['status'])));
  return reported(surely.length, possibly.length, becauseIn(db, possibly, 'status'));
}

/** A team that is told of, whatever day it is told for. */
interface Plan {
  readonly thing: Thing;
  /** The units that possibly host it on the day asked for; as planned when it is not there by then. */
  readonly unitIds: readonly (string | null)[];
  readonly subTeams: number;
}

const toldIn = (plans: readonly Plan[]): readonly Thing[] => plans.map(({ thing }) => thing);

function knownOf(db: Database.Database, plans: readonly Plan[]): CountAnswer {
  return reported(plans.length, plans.length, becauseIn(db, toldIn(plans), BEING_THERE));
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
function becauseIn(db: Database.Database, teams: readonly Thing[], column: string): Because[] {
  return [...becauseOf(db, causesOf(teams, [column])).values()];
}

/** What is planned for each unit, as known at the moment asked for. */
function byUnit(
  db: Database.Database,
  plans: readonly Plan[],
  names: ReadonlyMap<string, string | null>,
): TeamsByUnit[] {
  const unitIds = [...new Set(plans.flatMap((plan) => plan.unitIds))];
  return unitIds.map((unitId) => {
    const hosted = plans.filter((plan) => plan.unitIds.includes(unitId));
    const surely = hosted.filter((plan) => plan.unitIds.length === 1);
    const divided = hosted.filter((plan) => plan.subTeams > 0);
    return {
      unitId,
      unitName: unitId === null ? null : (names.get(unitId) ?? null),
      teams: reported(surely.length, hosted.length, becauseIn(db, toldIn(hosted), 'unit_id')),
      subTeams:
        divided.length === 0
          ? notReported()
          : reported(
              subTeamsIn(divided.filter((plan) => surely.includes(plan))),
              subTeamsIn(divided),
              becauseIn(db, toldIn(divided), 'sub_teams'),
            ),
    };
  });
}

const subTeamsIn = (plans: readonly Plan[]): number => plans.reduce((sum, { subTeams }) => sum + subTeams, 0);
