import { type CountRange, type Window } from '@cadre/kernel';
import type Database from 'better-sqlite3';
import {
  type CountAnswer,
  type SubTeamAnswer,
  type TeamAnswer,
  type TeamsAnswer,
  type TeamsByUnit,
  type WindowAnswer,
} from '../answers.js';
import { type AsOfDates } from '../as-of.js';
import { groupBy } from '../group-by.js';
import { becauseOf, windowAnswer } from '../history/entry-rows.js';
import { promisesByStream } from '../promises/promises.query.js';
import { countOver, notReported, plus, reported } from '../table/counts.js';
import { conditionOf, type Filters } from '../table/filters.js';
import { asOfAnswer, causesOf, columnsOf, type Thing, thingsOf, valuesIn } from '../table/possible.js';
import { isToldOf } from '../table/table.query.js';
import { unitNames } from '../units/units.query.js';

/** Which teams to list. */
export interface TeamsQuestion extends AsOfDates {
  /** What sort of team, as in "integrated operational team". */
  readonly kind?: string;
}

/** Teams as of two dates: how many stand, which unit hosts them, what is promised of each. */
export function teamsAnswer(db: Database.Database, question: TeamsQuestion): TeamsAnswer {
  const read = db.transaction((): TeamsAnswer => {
    const filters: Filters = question.kind === undefined ? {} : { kind: [question.kind] };
    const things = thingsOf(db, 'teams', question, conditionOf(db, columnsOf('teams')!, question, filters));
    const isTold = things.length > 0 || isToldOf(db, 'teams', question, filters);
    const teams = teamAnswers(db, things, question);
    return {
      asOf: asOfAnswer(db, question),
      standing: isTold ? standingOf(things, teams) : notReported(),
      known: isTold ? knownOf(things, teams) : notReported(),
      byUnit: byUnit(things, teams),
      teams,
    };
  });
  return read();
}

function teamAnswers(db: Database.Database, things: readonly Thing[], dates: AsOfDates): TeamAnswer[] {
  const causes = becauseOf(db, causesOf(things));
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
      members: countOver(thing.states.map(({ values }) => exact(values['members']))),
      subTeams: last<{ subTeamId: string; name: string; sharesPool: boolean }[]>('sub_teams').map(subTeam),
      promises: promises.get(thing.stream) ?? [],
      because: causesOf([thing]).map((cause) => causes.get(cause)!),
    };
  });
}

const exact = (count: unknown): CountRange | null =>
  typeof count === 'number' ? { atLeast: count, atMost: count } : null;

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

function standingOf(things: readonly Thing[], teams: readonly TeamAnswer[]): CountAnswer {
  const surely = things.filter(({ states }) => states.every(({ values }) => isStanding(values['status'])));
  const possibly = things.filter(({ states }) => states.some(({ values }) => isStanding(values['status'])));
  const streams = new Set(possibly.map(({ stream }) => stream));
  return reported(surely.length, possibly.length, becauseAmong(teams, streams));
}

function knownOf(things: readonly Thing[], teams: readonly TeamAnswer[]): CountAnswer {
  const streams = new Set(things.map(({ stream }) => stream));
  return reported(things.filter(({ surely }) => surely).length, things.length, becauseAmong(teams, streams));
}

function becauseAmong(teams: readonly TeamAnswer[], streams: ReadonlySet<string>): TeamAnswer['because'] {
  return teams.filter(({ stream }) => streams.has(stream)).flatMap(({ because }) => because);
}

function byUnit(things: readonly Thing[], teams: readonly TeamAnswer[]): TeamsByUnit[] {
  const surely = new Map(things.map((thing) => [thing.stream, thing.surely]));
  return [...groupBy(teams, ({ unitId }) => unitId).values()].map((hosted) => {
    const { unitId, unitName } = hosted[0]!;
    const because = hosted.flatMap((team) => team.because);
    const parts = hosted.map(({ subTeams }) => subTeams.length).filter((count) => count > 0);
    const subTeams = parts.map((count) => exact(count)!).reduce(plus, { atLeast: 0, atMost: 0 });
    return {
      unitId,
      unitName,
      teams: reported(hosted.filter(({ stream }) => surely.get(stream)).length, hosted.length, because),
      subTeams: parts.length === 0 ? notReported() : countOver([subTeams], because),
    };
  });
}
