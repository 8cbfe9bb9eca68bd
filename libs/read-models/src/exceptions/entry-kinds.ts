import type { Because, ExceptionAnswer } from '@cadre/contract';
import { dayNumber, dayOf } from '@cadre/kernel';
import { type RawBuilder, sql } from 'kysely';
import { groupBy } from '../group-by.js';
import { because, entriesWhere, entryColumns, type EntryRow } from '../history/entry-rows.js';
import { notRetracted } from '../history/history.query.js';
import { reported } from '../table/counts.js';
import { first, type Snapshot } from '../tables/tables.js';
import { type SqlWords } from '../tables/words.js';
import { type KindOfException, type Sought } from './kind.js';

/** An exception that one entry makes. */
interface EntryKind {
  readonly kind: ExceptionAnswer['kind'];
  /** What entries `e` make one. */
  readonly where: (words: SqlWords, sought: Sought) => RawBuilder<unknown>;
  readonly days?: (row: EntryRow) => number;
  readonly reason?: (row: EntryRow) => string | null;
  /** The entries it is about, for each of some rows. */
  readonly about?: (
    snapshot: Snapshot,
    rows: readonly EntryRow[],
    sought: Sought,
  ) => Promise<(row: EntryRow) => Because[]>;
}

/** Exceptions that single entries make, in the order of the log. */
export const entryKinds: readonly KindOfException[] = (
  [
    {
      kind: 'back-dated',
      where: (words, { backDatedDays, ...sought }) => {
        const late = words.daysBetween(sql`e.latest`, sql`substr(e.recorded_at, 1, 10)`);
        return sql`${isFact(words, sought)} and e.latest is not null and ${late} > ${backDatedDays}`;
      },
      days: (row) => dayNumber(dayOf(row.recorded_at)) - dayNumber(row.latest!),
    },
    {
      kind: 'correction',
      where: () => sql`e.type = 'EntryRetracted'`,
      reason: (row) => row.reason,
      about: correctedBy,
    },
    {
      kind: 'self-approved',
      where: (words, sought) => sql`${isFact(words, sought)} and exists (${proposalsOf(words, sought)})`,
      about: proposalsBefore,
    },
    {
      kind: 'double-fill',
      where: (words, sought) => sql`e.type = 'DoubleFillAuthorised' and ${isFact(words, sought)}`,
      about: fillingsOf,
    },
    {
      kind: 'local-knowledge',
      where: (words, sought) => sql`e.document is null and ${isFact(words, sought)}`,
    },
  ] as const satisfies readonly EntryKind[]
).map(kindOf);

type Known = Pick<Sought, 'knownAt'>;

/** An entry that counts and is no retraction. */
const isFact = (words: SqlWords, { knownAt }: Known): RawBuilder<unknown> =>
  sql`e.type <> 'EntryRetracted' and ${notRetracted(words, knownAt)}`;

/** Decisions, and what was asked for before them. */
const PROPOSALS: readonly (readonly [decision: string, proposal: string])[] = [
  ['PostApproved', 'PostProposed'],
  ['PostApprovalRevised', 'PostProposed'],
  ['TeamApproved', 'TeamPlanned'],
];

/** Proposals that count, told of the same thing by the actor who told of the decision `e`. */
function proposalsOf(words: SqlWords, { knownAt }: Known): RawBuilder<unknown> {
  const pairs = PROPOSALS.map(([decision, proposal]) => sql`(e.type = ${decision} and p.type = ${proposal})`);
  return sql`select p.event_id from entries p where p.stream = e.stream and p.actor_id = e.actor_id
    and p.known_at <= ${knownAt} and p.position < e.position and (${sql.join(pairs, sql` or `)})
    and ${notRetracted(words, knownAt, sql.ref('p.event_id'))}`;
}

function kindOf({ kind, where, ...it }: EntryKind): KindOfException {
  const condition = (snapshot: Snapshot, sought: Sought): RawBuilder<unknown> =>
    sql`${isSought(snapshot.words, sought)} and ${where(snapshot.words, sought)}`;
  return {
    kind,
    async count(snapshot, sought) {
      const counting = sql`select count(*) as things, count(e.entered_at) as carried from entries e`;
      const query = sql`${counting} where ${condition(snapshot, sought)}`;
      const { things, carried } = (await first<{ things: number; carried: number }>(snapshot, query))!;
      return { count: reported(things, things), carriedOver: carried };
    },
    async page(snapshot, sought, offset, limit) {
      const rows = await snapshot.all<EntryRow>(sql`select ${entryColumns('e')} from entries e
        where ${condition(snapshot, sought)} order by e.position limit ${limit} offset ${offset}`);
      const about = (await it.about?.(snapshot, rows, sought)) ?? ((row: EntryRow) => [because(row)]);
      return rows.map((row) => ({
        kind,
        stream: row.stream,
        certain: true,
        days: it.days?.(row) ?? null,
        topic: null,
        reason: it.reason?.(row) ?? null,
        actorId: row.actor_id,
        carriedOver: row.entered_at !== null,
        entries: about(row),
      }));
    },
  };
}

/** Entries that a question may be about, whatever the kind. */
function isSought(words: SqlWords, { knownAt, streams, live, knownAfter }: Sought): RawBuilder<unknown> {
  const parts = [
    sql`e.known_at <= ${knownAt}`,
    ...(knownAfter === null ? [] : [sql`e.known_at > ${knownAfter}`]),
    ...(streams === null ? [] : [words.among(sql`e.stream`, streams)]),
    ...(live ? [sql`e.entered_at is null`] : []),
  ];
  return sql.join(parts, sql` and `);
}

/** What was retracted, the retraction, and what is told in its place. */
async function correctedBy(
  snapshot: Snapshot,
  rows: readonly EntryRow[],
  { knownAt }: Sought,
): Promise<(row: EntryRow) => Because[]> {
  const { words } = snapshot;
  const targets = rows.map(targetOf);
  const named = sql`(${words.among(sql`e.event_id`, targets)} or ${words.among(sql`e.retells`, targets)})`;
  const found = await entriesWhere(snapshot, sql`e.known_at <= ${knownAt} and ${named}`);
  return (row) => {
    const target = targetOf(row);
    const retold = found.find((it) => it.retells === target && it.position > row.position);
    const parts = [found.find((it) => it.event_id === target), row, retold];
    return parts.flatMap((it) => (it ? [because(it)] : []));
  };
}

const targetOf = ({ data }: EntryRow): string => (JSON.parse(data) as { readonly eventId: string }).eventId;

async function proposalsBefore(
  snapshot: Snapshot,
  rows: readonly EntryRow[],
  sought: Sought,
): Promise<(row: EntryRow) => Because[]> {
  const decisions = snapshot.words.among(
    sql`e.event_id`,
    rows.map(({ event_id }) => event_id),
  );
  const pairs = await snapshot.all<EntryRow & { readonly decision: string }>(
    sql`select ${entryColumns('q')}, e.event_id as decision from entries e join entries q on q.stream = e.stream
      where ${decisions} and q.event_id in (${proposalsOf(snapshot.words, sought)}) order by q.position`,
  );
  const byDecision = groupBy(pairs, ({ decision }) => decision);
  return (row) => [...(byDecision.get(row.event_id) ?? []), row].map(because);
}

async function fillingsOf(
  snapshot: Snapshot,
  rows: readonly EntryRow[],
  sought: Sought,
): Promise<(row: EntryRow) => Because[]> {
  const posts = snapshot.words.among(
    sql`e.stream`,
    rows.map(({ stream }) => stream),
  );
  const known = sql`e.known_at <= ${sought.knownAt} and ${isFact(snapshot.words, sought)}`;
  const found = await entriesWhere(snapshot, sql`e.type = 'PostFilled' and ${posts} and ${known}`);
  const byPost = groupBy(found, ({ stream }) => stream);
  return (row) => [row, ...(byPost.get(row.stream) ?? [])].map(because);
}
