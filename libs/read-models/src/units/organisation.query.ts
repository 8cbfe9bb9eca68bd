import type { OrganisationAnswer, OrganisationUnit } from '@cadre/contract';
import { sql } from 'kysely';
import { type AsOfDates } from '../as-of.js';
import { becauseOf } from '../history/entry-rows.js';
import { MOST_TOLD, notReported, reported } from '../table/counts.js';
import { asOfAnswer, causesOf, type State, type Thing, thingsOf, valuesIn } from '../table/possible.js';
import { isToldOf } from '../table/table.query.js';
import { type Snapshot, type Tables } from '../tables/tables.js';
import { isStanding, postTallies, teamTallies } from './staffing.js';

/** The organisation as of two dates: every unit with its possible parents, its posts and its teams. */
export function organisationAnswer(tables: Tables, dates: AsOfDates): Promise<OrganisationAnswer> {
  return tables.read(async (snapshot) => {
    const things = await thingsOf(snapshot, 'units', dates);
    const isTold = things.length > 0 || (await isToldOf(snapshot, 'units', dates, {}));
    const standing = things.filter(({ states }) => states.some(isStanding));
    const surely = standing.filter(({ states }) => states.every(isStanding));
    const named = causesOf(standing.slice(0, MOST_TOLD), ['status']);
    const causes = [...(await becauseOf(snapshot, named)).values()];
    return {
      asOf: await asOfAnswer(snapshot, dates),
      mostTold: MOST_TOLD,
      standing: isTold ? reported(surely.length, standing.length, causes) : notReported(),
      units: await organisationUnits(snapshot, things, dates),
    };
  });
}

/** Units with what stands in them and what came before and after them. */
export async function organisationUnits(
  snapshot: Snapshot,
  things: readonly Thing[],
  dates: AsOfDates,
): Promise<OrganisationUnit[]> {
  const inUnit = sql`m.unit_id is not null`;
  const condition = { possibly: inUnit, surely: inUnit };
  const posts = postTallies(await thingsOf(snapshot, 'posts', dates, condition));
  const teams = teamTallies(await thingsOf(snapshot, 'teams', dates, condition));
  const before = predecessorsIn(things);
  return things.map((thing) => ({
    stream: thing.stream,
    id: thing.id,
    names: [...valuesIn<string>(thing, 'name')],
    formerNames: [...new Set(valuesIn<string[]>(thing, 'former_names').flat())],
    kind: lastOf<string | null>(thing, 'kind'),
    place: lastOf<string | null>(thing, 'place'),
    parentIds: [...valuesIn<string | null>(thing, 'parent_id')],
    statuses: [...valuesIn<string>(thing, 'status')],
    mayBeAbsent: thing.states.some(({ present }) => !present),
    certain: thing.certain,
    predecessorIds: [...(before.get(thing.id) ?? [])],
    successorIds: listIn(thing, 'successor_ids'),
    posts: posts.get(thing.id) ?? null,
    teams: teams.get(thing.id) ?? null,
  }));
}

/** The units that each came out of or took in, by its id. */
function predecessorsIn(things: readonly Thing[]): ReadonlyMap<string, ReadonlySet<string>> {
  const ids = new Set(things.map(({ id }) => id));
  const before = new Map<string, Set<string>>();
  const comesFrom = (id: string, from: string): unknown => before.set(id, (before.get(id) ?? new Set()).add(from));
  for (const thing of things) {
    for (const successor of listIn(thing, 'successor_ids')) comesFrom(successor, thing.id);
    for (const absorbed of listIn(thing, 'absorbed')) if (ids.has(absorbed)) comesFrom(thing.id, absorbed);
  }
  return before;
}

/** What a column that holds a list possibly holds. */
export function listIn(thing: Thing, column: string): string[] {
  return [...new Set(valuesIn<string[]>(thing, column).flat())];
}

function lastOf<T>(thing: Thing, column: keyof State['values']): T {
  return valuesIn<T>(thing, column).at(-1) as T;
}
