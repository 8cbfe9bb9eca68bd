import type { BlockAnswer, ComparedAnswer, CountAnswer } from '@cadre/contract';
import { sql } from 'kysely';
import { type AsOfDates, fromKnownAt } from '../as-of.js';
import { establishmentAnswer } from '../establishment/establishment.query.js';
import { promisesAnswer } from '../promises/promises.query.js';
import { notReported } from '../table/counts.js';
import { type Filters } from '../table/filters.js';
import { tableAnswer } from '../table/table.query.js';
import { type Snapshot } from '../tables/tables.js';
import { teamsAnswer } from '../teams/teams.query.js';

/** One of the numbers that screens show in large. */
export interface NamedAnswer {
  readonly name: string;
  readonly stream: string | null;
  readonly subject: string | null;
  readonly count: CountAnswer;
}

/** Columns of a block that are counted, in the order of its life. */
const BLOCK_COUNTS = [
  ...(['proposed', 'approved', 'notApproved', 'identified', 'advertised', 'selected', 'onDuty'] as const),
  'stillToReport' as const,
];

/** Numbers that are the count of a table under a filter. */
const OF_TABLES: readonly (readonly [name: string, table: string, filters: Filters])[] = [
  ['posts.filled', 'posts', { occupancy: 'filled' }],
  ['posts.vacant', 'posts', { occupancy: 'vacant' }],
  ['units.established', 'units', { status: 'established' }],
  ['evaluations.completed', 'evaluations', { status: 'completed,reported' }],
];

/** Every large number as of two dates: teams and promises, posts and units, and each block of posts by stage. */
export async function namedAnswers(snapshot: Snapshot, dates: AsOfDates): Promise<readonly NamedAnswer[]> {
  const ofAll = (name: string, count: CountAnswer): NamedAnswer => ({ name, stream: null, subject: null, count });
  const teams = await teamsAnswer(snapshot, dates);
  const ofKinds = await standingByKind(snapshot, dates);
  const promises = await promisesAnswer(snapshot, dates);
  const ofTables: NamedAnswer[] = [];
  for (const [name, table, filters] of OF_TABLES) {
    ofTables.push(ofAll(name, (await tableAnswer(snapshot, table, { ...dates, filters })).count));
  }
  const { blocks } = await establishmentAnswer(snapshot, dates);
  return [
    ofAll('teams.standing', teams.standing),
    ...ofKinds,
    ofAll('promises.open', promises.open),
    ofAll('promises.overdue', promises.overdue),
    ...ofTables,
    ...blocks.flatMap(ofBlock),
  ];
}

/** Teams standing of each kind told of by the known moment, where there are several kinds. */
async function standingByKind(snapshot: Snapshot, dates: AsOfDates): Promise<readonly NamedAnswer[]> {
  const kinds = await snapshot.all<{ kind: string }>(
    sql`select distinct m.kind ${fromKnownAt('teams', dates.knownAt)} and m.kind is not null`,
  );
  if (kinds.length < 2) return [];
  const answers: NamedAnswer[] = [];
  for (const kind of kinds.map((row) => row.kind).toSorted()) {
    const { standing } = await teamsAnswer(snapshot, { ...dates, kind });
    answers.push({ name: 'teams.standingOfKind', stream: null, subject: kind, count: standing });
  }
  return answers;
}

function ofBlock(block: BlockAnswer): readonly NamedAnswer[] {
  const { stream, name: subject } = block;
  return BLOCK_COUNTS.map((count) => ({ name: `block.${count}`, stream, subject, count: block[count] }));
}

/** Two sets of large numbers side by side; what stands in one of them only is not reported in the other. */
export function compared(before: readonly NamedAnswer[], after: readonly NamedAnswer[]): ComparedAnswer[] {
  const [was, is] = [byKey(before), byKey(after)];
  return [...new Set([...is.keys(), ...was.keys()])].map((key) => {
    const { name, stream, subject } = (is.get(key) ?? was.get(key))!;
    const counts = { before: was.get(key)?.count ?? notReported(), after: is.get(key)?.count ?? notReported() };
    return { name, stream, subject, ...counts, changed: saidOf(name, counts.before) !== saidOf(name, counts.after) };
  });
}

const byKey = (answers: readonly NamedAnswer[]): ReadonlyMap<string, NamedAnswer> =>
  new Map(answers.map((answer) => [keyOf(answer), answer]));

/** A block may be renamed and stays the same block; a kind of team is its name. */
const keyOf = ({ name, stream, subject }: NamedAnswer): string => `${name} ${stream ?? subject ?? ''}`;

/** Numbers worked out of others: their wording only says how. */
const DERIVED: ReadonlySet<string> = new Set(['block.notApproved', 'block.stillToReport']);

/** What a reader sees of a number, whatever it rests on. */
const saidOf = (name: string, { atLeast, atMost, notReported, wording }: CountAnswer): string =>
  JSON.stringify([atLeast, atMost, notReported, DERIVED.has(name) ? null : wording]);
