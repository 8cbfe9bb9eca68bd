import type { Because, PeopleAnswer, PersonTieAnswer } from '@cadre/contract';
import { type Instant } from '@cadre/kernel';
import { type RawBuilder, sql } from 'kysely';
import { type AsOfDates, fromKnownAt } from '../as-of.js';
import { groupBy } from '../group-by.js';
import { becauseOf } from '../history/entry-rows.js';
import { namesOf } from '../staffing/post-rows.js';
import { notReported, reported } from '../table/counts.js';
import { asOfAnswer, causesOf, those, type Thing, thingsOf, valuesIn } from '../table/possible.js';
import { type Snapshot, type Tables } from '../tables/tables.js';

/** Which persons, from where on; in the order of their ids. */
export interface PeopleQuestion extends AsOfDates {
  /** Only ids that contain it. */
  readonly search?: string;
  readonly offset: number;
  readonly limit: number;
}

/** Persons told of by the known moment, by id, and what each has to do with on the day asked for. */
export function peopleAnswer(tables: Tables, question: PeopleQuestion): Promise<PeopleAnswer> {
  const { search = '', offset, limit, knownAt } = question;
  return tables.read(async (snapshot) => {
    const all = await personsKnown(snapshot, knownAt);
    const part = search.trim().toLowerCase();
    const found = [...all].filter((id) => id.includes(part)).toSorted();
    const page = found.slice(offset, offset + limit);
    const ties = await tiesOf(snapshot, page, question);
    const because = [...ties.values()].flat().flatMap((tie) => tie.because);
    return {
      asOf: await asOfAnswer(snapshot, question),
      total: all.size === 0 ? notReported() : reported(found.length, found.length, unique(because)),
      offset,
      limit,
      people: page.map((id) => ({ id, ties: ties.get(id) ?? [] })),
    };
  });
}

const unique = (because: readonly Because[]): Because[] => [...new Map(because.map((it) => [it.eventId, it])).values()];

/** Every person that anything is told of: holders and those set aside, officers-in-charge, candidates, members of teams. */
async function personsKnown(snapshot: Snapshot, knownAt: Instant): Promise<ReadonlySet<string>> {
  const valuesOf = async (table: string, column: string): Promise<readonly string[]> => {
    const name = sql.ref(`m.${column}`);
    const query = sql`select distinct ${name} as value ${fromKnownAt(table, knownAt)} and ${name} is not null`;
    return (await snapshot.all<{ value: string }>(query)).map(({ value }) => value);
  };
  const members = await valuesOf('teams', 'member_ids');
  return new Set([
    ...(await valuesOf('incumbency', 'person_id')),
    ...(await valuesOf('posts', 'acting_person_id')),
    ...(await valuesOf('candidacies', 'candidate_id')),
    ...members.flatMap((list) => JSON.parse(list) as readonly string[]),
  ]);
}

async function tiesOf(
  snapshot: Snapshot,
  ids: readonly string[],
  dates: AsOfDates,
): Promise<ReadonlyMap<string, PersonTieAnswer[]>> {
  const found = [
    ...(await holdings(snapshot, ids, dates)),
    ...(await actings(snapshot, ids, dates)),
    ...(await candidacies(snapshot, ids, dates)),
    ...(await memberships(snapshot, ids, dates)),
  ];
  const causes = await becauseOf(
    snapshot,
    found.flatMap((it) => it.causes),
  );
  const answerOf = ({ tie, causes: ids }: TieOfPerson): PersonTieAnswer => ({
    ...tie,
    because: ids.map((id) => causes.get(id)!),
  });
  return new Map([...groupBy(found, ({ personId }) => personId)].map(([id, of]) => [id, of.map(answerOf)]));
}

interface TieOfPerson {
  readonly personId: string;
  readonly tie: Omit<PersonTieAnswer, 'because'>;
  /** Event ids of what it rests on. */
  readonly causes: readonly string[];
}
type Ties = Promise<readonly TieOfPerson[]>;

async function holdings(snapshot: Snapshot, ids: readonly string[], dates: AsOfDates): Ties {
  const persons = ids.map((id) => `person-${id}`);
  const things = await thingsOf(snapshot, 'incumbency', dates, those('stream', persons));
  const titles = await namesOf(
    snapshot,
    'posts',
    things.map(({ item }) => `post-${item}`),
    dates,
  );
  return things.map((it) => {
    const kind = valuesIn<string>(it, 'status').at(-1) === 'incumbent' ? 'holds' : 'reserved';
    const name = titles.get(it.item)?.at(-1) ?? null;
    return {
      personId: it.id,
      tie: { id: it.item, name, kind, certain: it.surely },
      causes: causesOf([it], ['status']),
    };
  });
}

async function actings(snapshot: Snapshot, ids: readonly string[], dates: AsOfDates): Ties {
  const streams = await actedFor(snapshot, ids, dates.knownAt);
  const things = await thingsOf(snapshot, 'posts', dates, those('stream', streams));
  return things.flatMap((post) =>
    eachOf(ids, post, 'acting_person_id', (value, id) => value === id).map(({ personId, certain }) => ({
      personId,
      tie: { id: post.id, name: valuesIn<string>(post, 'title').at(-1) ?? null, kind: 'acts' as const, certain },
      causes: causesOf([post], ['acting_person_id']),
    })),
  );
}

/** Posts that any of some persons has been in charge of, by the known moment. */
export async function actedFor(
  snapshot: Snapshot,
  ids: readonly string[],
  knownAt: Instant,
): Promise<readonly string[]> {
  const isActing: RawBuilder<unknown> = snapshot.words.among(sql`m.acting_person_id`, ids);
  const query = sql`select distinct m.stream ${fromKnownAt('posts', knownAt)} and ${isActing} order by m.stream`;
  return (await snapshot.all<{ stream: string }>(query)).map(({ stream }) => stream);
}

async function candidacies(snapshot: Snapshot, ids: readonly string[], dates: AsOfDates): Ties {
  const things = (await thingsOf(snapshot, 'candidacies', dates, those('item', ids))).filter(isUnderWay);
  const cases = await caseNames(
    snapshot,
    things.map(({ stream }) => stream),
    dates,
  );
  return things.map((it) => ({
    personId: it.item,
    tie: { id: it.id, name: cases.get(it.stream) ?? null, kind: 'candidate' as const, certain: it.surely },
    causes: causesOf([it], ['stage']),
  }));
}

const isUnderWay = (it: Thing): boolean =>
  valuesIn<string>(it, 'stage').some((stage) => !['reported', 'withdrawn', 'cancelled'].includes(stage));

/** Names of recruitment cases, by stream; those without a name are left out. */
export async function caseNames(
  snapshot: Snapshot,
  streams: readonly string[],
  dates: AsOfDates,
): Promise<ReadonlyMap<string, string>> {
  const cases = await thingsOf(snapshot, 'recruitment', dates, those('stream', streams));
  const named = cases.map(({ stream, ...it }) => [stream, valuesIn<string | null>({ stream, ...it }, 'name').at(-1)]);
  return new Map(named.filter((it): it is [string, string] => typeof it[1] === 'string'));
}

async function memberships(snapshot: Snapshot, ids: readonly string[], dates: AsOfDates): Ties {
  const isMember = snapshot.words.holdsAny(sql`m.member_ids`, ids);
  const teams = await thingsOf(snapshot, 'teams', dates, { possibly: isMember, surely: isMember });
  return teams.flatMap((team) =>
    eachOf(ids, team, 'member_ids', (value, id) => (value as readonly string[] | null)?.includes(id) ?? false).map(
      ({ personId, certain }) => ({
        personId,
        tie: { id: team.id, name: valuesIn<string>(team, 'name').at(-1) ?? null, kind: 'member' as const, certain },
        causes: causesOf([team], ['member_ids']),
      }),
    ),
  );
}

/** Those of some persons that a column of a thing names in any possible state; certain when in every one. */
function eachOf(
  ids: readonly string[],
  { states }: Thing,
  column: string,
  names: (value: unknown, id: string) => boolean,
): readonly { readonly personId: string; readonly certain: boolean }[] {
  return ids.flatMap((personId) => {
    const named = states.map(({ present, values }) => present && names(values[column], personId));
    return named.some(Boolean) ? [{ personId, certain: named.every(Boolean) }] : [];
  });
}
