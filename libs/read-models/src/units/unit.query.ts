import type { Because, RelatedUnit, SeniorPost, UnitAnswer } from '@cadre/contract';
import { sql } from 'kysely';
import { type AsOfDates } from '../as-of.js';
import { becauseOf } from '../history/entry-rows.js';
import { MOST_TOLD } from '../table/counts.js';
import { asOfAnswer, causesOf, type Thing, thingsOf, valuesIn } from '../table/possible.js';
import { type Tables } from '../tables/tables.js';
import { descendants } from './descendants.js';
import { listIn, organisationUnits } from './organisation.query.js';
import { staffingAnswer, staffingCauses, staffingOf } from './staffing.js';

/** One unit, as of two dates. */
export interface UnitQuestion extends AsOfDates {
  readonly unitId: string;
}

/** The columns that a unit is shown with. */
const SHOWN = ['name', 'kind', 'parent_id', 'status', 'place', 'absorbed', 'successor_ids'];
const SHOWN_OF_POST = ['title', 'grade', 'occupancy', 'acting', 'unit_id'];

/** A unit as of two dates: its staffing, alone and with the units below it, and what came before and after it. */
export function unitAnswer(tables: Tables, { unitId, ...dates }: UnitQuestion): Promise<UnitAnswer> {
  return tables.read(async (snapshot) => {
    const things = await thingsOf(snapshot, 'units', dates);
    const thing = things.find(({ id }) => id === unitId) ?? null;
    const below = await descendants(snapshot, [unitId], dates);
    const inUnits = snapshot.words.among(sql`m.unit_id`, [...below.possibly]);
    const condition = { possibly: sql`(m.unit_id is not null and ${inUnits})`, surely: sql`1 = 1` };
    const posts = await thingsOf(snapshot, 'posts', dates, condition);
    const teams = await thingsOf(snapshot, 'teams', dates, condition);
    const senior = posts.filter((post) => isSenior(post) && valuesIn(post, 'unit_id').includes(unitId));
    const only = new Set([unitId]);
    const own = staffingOf(posts, teams, { possibly: only, surely: only });
    const within = staffingOf(posts, teams, below);
    const causes = await becauseOf(snapshot, [
      ...[own, within].flatMap(staffingCauses),
      ...causesOf(senior, SHOWN_OF_POST),
      ...(thing ? causesOf([thing], SHOWN) : []),
    ]);
    const [unit = null] = (await organisationUnits(snapshot, things, dates)).filter(({ id }) => id === unitId);
    const named = relatedIn(things);
    const ids = new Set(things.map(({ id }) => id));
    return {
      asOf: await asOfAnswer(snapshot, dates),
      unit,
      parents: named(unit?.parentIds.filter((id) => id !== null) ?? []),
      predecessors: named(unit?.predecessorIds ?? []),
      successors: named(unit?.successorIds ?? []),
      absorbedCapacities: thing ? listIn(thing, 'absorbed').filter((it) => !ids.has(it)) : [],
      mostTold: MOST_TOLD,
      own: staffingAnswer(own, causes),
      within: staffingAnswer(within, causes),
      seniorPosts: senior.map((post) => seniorPost(post, causes)),
      because: thing ? causesOf([thing], SHOWN).map((cause) => causes.get(cause)!) : [],
    };
  });
}

/** Units by id, with the last name each possibly has. */
export function relatedIn(things: readonly Thing[]): (ids: readonly string[]) => RelatedUnit[] {
  const names = new Map(things.map((thing) => [thing.id, valuesIn<string | null>(thing, 'name').at(-1) ?? null]));
  return (ids) => ids.map((id) => ({ id, name: names.get(id) ?? null }));
}

const isSenior = (post: Thing): boolean =>
  post.states.some(
    ({ present, values }) =>
      present && values['seniority'] === 'senior' && ['live', 'frozen'].includes(values['standing'] as string),
  );

function seniorPost(post: Thing, causes: ReadonlyMap<string, Because>): SeniorPost {
  return {
    stream: post.stream,
    id: post.id,
    title: valuesIn<string | null>(post, 'title').at(-1) ?? null,
    grade: valuesIn<string | null>(post, 'grade').at(-1) ?? null,
    occupancies: [...valuesIn<string>(post, 'occupancy')],
    acting: valuesIn<number>(post, 'acting').includes(1),
    because: causesOf([post], SHOWN_OF_POST).map((cause) => causes.get(cause)!),
  };
}
