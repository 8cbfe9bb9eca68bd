import type {
  Because,
  IncumbentAnswer,
  OfficerInChargeAnswer,
  PostBlockAnswer,
  PostCaseAnswer,
  PostStateAnswer,
  PostUnitAnswer,
  StaffingRow,
} from '@cadre/contract';
import { type Window } from '@cadre/kernel';
import { type AsOfDates } from '../as-of.js';
import { groupBy } from '../group-by.js';
import { becauseOf, windowAnswer } from '../history/entry-rows.js';
import { causesOf, type State, those, type Thing, thingsOf, valuesIn } from '../table/possible.js';
import { type Snapshot } from '../tables/tables.js';
import { vacancyOf } from './vacancy.js';

/** The columns that a post is shown with. */
const SHOWN = [
  'number',
  'title',
  'grade',
  'unit_id',
  'standing',
  'occupancy',
  'person_ids',
  'acting',
  'extended_until',
];

/** What rows of posts are made from, read for those posts only. */
interface Material {
  readonly dates: AsOfDates;
  readonly holdings: readonly Thing[];
  readonly cases: ReadonlyMap<string, readonly Thing[]>;
  readonly units: ReadonlyMap<string, readonly string[]>;
  readonly blocks: ReadonlyMap<string, readonly string[]>;
  readonly causes: ReadonlyMap<string, Because>;
}

/** Posts of the staffing table in the order of their streams; those not told of are left out. */
export async function postRows(
  snapshot: Snapshot,
  streams: readonly string[],
  dates: AsOfDates,
): Promise<StaffingRow[]> {
  const posts = await thingsOf(snapshot, 'posts', dates, those('stream', streams));
  const ids = (column: string): string[] =>
    [...new Set(posts.flatMap((post) => valuesIn<string | null>(post, column)))].filter((id) => id !== null);
  const persons = posts.flatMap((post) => valuesIn<readonly (string | null)[]>(post, 'person_ids').flat());
  const holders = persons.flatMap((id) => (id === null ? [] : [`person-${id}`]));
  const cases = await thingsOf(
    snapshot,
    'recruitment',
    dates,
    those(
      'item',
      posts.map(({ id }) => id),
    ),
  );
  const open = cases.filter((it) => isPossiblyOpen(it));
  const material: Material = {
    dates,
    holdings: await thingsOf(snapshot, 'incumbency', dates, those('stream', [...streams, ...holders])),
    cases: groupBy(open, ({ item }) => item),
    units: await namesOf(
      snapshot,
      'units',
      ids('unit_id').map((id) => `unit-${id}`),
      dates,
    ),
    blocks: await namesOf(
      snapshot,
      'blocks',
      ids('block_id').map((id) => `block-${id}`),
      dates,
    ),
    causes: await becauseOf(snapshot, [...causesOf(posts, SHOWN), ...causesOf(open, ['stage'])]),
  };
  const byStream = new Map(posts.map((post) => [post.stream, post]));
  return streams.flatMap((stream) => (byStream.has(stream) ? [rowOf(byStream.get(stream)!, material)] : []));
}

/** Neither surely over nor surely cancelled. */
export function isPossiblyOpen(it: Thing): boolean {
  return it.states.some(
    ({ present, values }) => present && !['reported', 'cancelled'].includes(values['stage'] as string),
  );
}

/** The names of some things on the day asked for, by id. */
export async function namesOf(
  snapshot: Snapshot,
  table: 'units' | 'blocks' | 'teams' | 'posts',
  streams: readonly string[],
  dates: AsOfDates,
): Promise<ReadonlyMap<string, readonly string[]>> {
  const things = await thingsOf(snapshot, table, dates, those('stream', streams));
  const column = table === 'posts' ? 'title' : 'name';
  return new Map(things.map((thing) => [thing.id, valuesIn<string | null>(thing, column).filter((it) => it !== null)]));
}

function rowOf(post: Thing, { dates, holdings, cases, units, blocks, causes }: Material): StaffingRow {
  const last = <T>(column: string): T => valuesIn<T>(post, column).at(-1) as T;
  const titles = [...valuesIn<string>(post, 'title')];
  const grades = [...valuesIn<string | null>(post, 'grade')];
  const ofUnits = valuesIn<string | null>(post, 'unit_id').map((id) => unitOf(id, units));
  const states = statesOf(post);
  const { since, days } = vacancyOf(post, dates.validOn);
  const openCases = cases.get(post.id) ?? [];
  const because = [...causesOf([post], SHOWN), ...causesOf(openCases, ['stage'])];
  return {
    stream: post.stream,
    id: post.id,
    number: last('number'),
    titles,
    grades,
    units: ofUnits,
    states,
    certain: [titles, grades, ofUnits, states].every(({ length }) => length === 1),
    seniority: last('seniority'),
    incumbents: incumbentsOf(post, holdings),
    officerInCharge: officerIn(post),
    block: blockOf(last('block_id'), blocks),
    cases: openCases.map(caseOf),
    vacantSince: since === null ? null : windowAnswer(since),
    vacantDays: days,
    until: last('extended_until'),
    because: [...new Set(because)].map((id) => causes.get(id)!),
  };
}

function unitOf(id: string | null, units: Material['units']): PostUnitAnswer {
  return { id, names: id === null ? [] : [...(units.get(id) ?? [])] };
}

function blockOf(id: string | null, blocks: Material['blocks']): PostBlockAnswer | null {
  return id === null ? null : { id, name: blocks.get(id)?.at(-1) ?? null };
}

function statesOf({ states }: Thing): PostStateAnswer[] {
  const said = states.map(({ present, values }): PostStateAnswer =>
    present
      ? (values as { standing: PostStateAnswer['standing']; occupancy: PostStateAnswer['occupancy'] })
      : { standing: 'not there', occupancy: null },
  );
  const distinct = new Map(
    said.map(({ standing, occupancy }) => [`${standing} ${occupancy}`, { standing, occupancy }]),
  );
  return [...distinct.values()];
}

/** Who holds the post in any possible state. Shares are told by the person's stream, or by the post's for those not named. */
function incumbentsOf(post: Thing, holdings: readonly Thing[]): IncumbentAnswer[] {
  const persons = [...new Set(post.states.flatMap((state) => holdersIn(state)))];
  const unnamed = holdings.filter(({ stream }) => stream === post.stream);
  return persons.flatMap((personId): IncumbentAnswer[] => {
    const certain = post.states.every((state) => holdersIn(state).includes(personId));
    if (personId === null && unnamed.length > 0) return unnamed.map((it) => holderOf(it, null));
    const told = holdings.find((it) => it.stream === `person-${personId}` && it.item === post.id);
    return [told ? { ...holderOf(told, personId), certain } : { personId, share: null, since: null, certain }];
  });
}

function holderOf(holding: Thing, personId: string | null): IncumbentAnswer {
  const values = holding.states.findLast(({ present }) => present)!.values;
  const since = {
    earliest: values['since_earliest'],
    latest: values['since_latest'],
    phrase: values['since_phrase'],
  } as Window;
  return { personId, share: values['share'] as number, since: windowAnswer(since), certain: holding.surely };
}

const holdersIn = ({ present, values }: State): readonly (string | null)[] =>
  present ? (values['person_ids'] as readonly (string | null)[]) : [];

function officerIn({ states }: Thing): OfficerInChargeAnswer | null {
  const acting = states.filter(({ present, values }) => present && values['acting'] === 1);
  const values = acting.at(-1)?.values;
  if (!values) return null;
  const [personId, grade] = [values['acting_person_id'], values['acting_grade']] as (string | null)[];
  return { personId: personId ?? null, grade: grade ?? null, certain: acting.length === states.length };
}

function caseOf(it: Thing): PostCaseAnswer {
  const stages = [...valuesIn<string>(it, 'stage')];
  return { caseId: it.id, name: valuesIn<string | null>(it, 'name').at(-1) ?? null, stages, certain: it.certain };
}
