import type { EntriesAnswer, HistoryAnswer, HistoryEntry } from '@cadre/contract';
import { type CivilDate, endOfDay, type Instant } from '@cadre/kernel';
import { type RawBuilder, sql } from 'kysely';
import { first, type Snapshot, type Tables } from '../tables/tables.js';
import { type SqlWords } from '../tables/words.js';
import { reachedPosition } from '../table/possible.js';
import { because, entryColumns, type EntryRow } from './entry-rows.js';
import { type Placing, placingOf } from './placing.js';

/** Everything ever recorded in a stream by a moment, and what of it counts. */
export function historyAnswer(tables: Tables, stream: string, knownAt: Instant): Promise<HistoryAnswer> {
  return tables.read(async (snapshot) => {
    const placing = await placingOf(snapshot, stream, knownAt);
    return {
      stream,
      knownAt,
      position: await reachedPosition(snapshot),
      entries: placing.rows.map((row) => historyEntry(row, placing)),
      order: [...placing.order],
    };
  });
}

/** Which entries of the log to list. */
export interface EntriesQuestion {
  readonly knownAt: Instant;
  readonly stream?: string;
  readonly category?: string;
  readonly types?: readonly string[];
  /** Only entries told for exactly that day. */
  readonly on?: CivilDate;
  readonly document?: string;
  /** Only what rests on this paragraph, or on all of several, whatever other paragraphs it is cited with. */
  readonly paragraph?: string;
  readonly fact?: string;
  /** Only what this actor told. */
  readonly actor?: string;
  /** Only what was recorded on that day or later. */
  readonly recordedFrom?: CivilDate;
  /** Only what was recorded by the end of that day. */
  readonly recordedTo?: CivilDate;
  /** Only what counts: neither retractions nor what they took back. */
  readonly standing?: boolean;
  /** Only new facts: neither retractions nor what is told in the place of something. */
  readonly learned?: boolean;
  /** Only entries that became known after that moment. */
  readonly knownAfter?: Instant;
  /** Only entries after that log position, to page on. */
  readonly after?: number;
  /** Leaves out so many of the first ones, to page on. */
  readonly offset?: number;
  readonly limit?: number;
  /** The last ones in the log come first. */
  readonly newest?: boolean;
}

const [LIMIT, HIGHEST_LIMIT] = [100, 1000];

/** Entries of the log by what they say and rest on, in log order or against it; `count` is of all that match, whatever the page. */
export function entriesAnswer(tables: Tables, question: EntriesQuestion): Promise<EntriesAnswer> {
  const { knownAt, after = 0, offset = 0, limit = LIMIT, newest = false } = question;
  return tables.read(async (snapshot) => {
    const condition = sql`${sql.join(conditionsOf(snapshot.words, question), sql` and `)}`;
    const counting = sql`select count(*) as count from entries e where ${condition}`;
    const { count } = (await first<{ count: number }>(snapshot, counting))!;
    const rows = await snapshot.all<EntryRow>(sql`select ${entryColumns('e')} from entries e
        where ${condition} and e.position > ${after} order by e.position ${newest ? sql`desc` : sql`asc`} limit ${Math.min(limit, HIGHEST_LIMIT)} offset ${offset}`);
    const position = await reachedPosition(snapshot);
    return { knownAt, position, count, entries: await historyEntries(snapshot, rows, knownAt) };
  });
}

/** Rows of entries as histories show them. */
export async function historyEntries(
  snapshot: Snapshot,
  rows: readonly EntryRow[],
  knownAt: Instant,
): Promise<HistoryEntry[]> {
  const placings = new Map<string, Placing>();
  for (const stream of new Set(rows.map((row) => row.stream))) {
    placings.set(stream, await placingOf(snapshot, stream, knownAt));
  }
  return rows.map((row) => historyEntry(row, placings.get(row.stream)!));
}

function conditionsOf(words: SqlWords, question: EntriesQuestion): readonly RawBuilder<unknown>[] {
  const { knownAt, stream, category, types, on, document, paragraph, fact, actor, standing, knownAfter } = question;
  const { recordedFrom, recordedTo, learned } = question;
  const equal = (column: string, value: string | undefined): readonly RawBuilder<unknown>[] =>
    value === undefined ? [] : [sql`${sql.ref(`e.${column}`)} = ${value}`];
  return [
    sql`e.known_at <= ${knownAt}`,
    ...(knownAfter === undefined ? [] : [sql`e.known_at > ${knownAfter}`]),
    ...equal('stream', stream),
    ...equal('category', category),
    ...(types === undefined || types.length === 0 ? [] : [sql`e.type in (${sql.join(types)})`]),
    ...equal('earliest', on),
    ...equal('latest', on),
    ...equal('document', document),
    ...paragraphsIn(paragraph).map((it) => words.contains(PARAGRAPHS, `,${it},`)),
    ...equal('fact', fact),
    ...equal('actor_id', actor),
    ...(recordedFrom === undefined ? [] : [sql`e.recorded_at >= ${recordedFrom}`]),
    ...(recordedTo === undefined ? [] : [sql`e.recorded_at <= ${endOfDay(recordedTo)}`]),
    ...(learned === true ? [sql`e.type <> 'EntryRetracted' and e.retells is null`] : []),
    ...(standing === true ? [sql`e.type <> 'EntryRetracted' and ${notRetracted(words, knownAt)}`] : []),
  ];
}

/** The paragraphs an entry rests on, with a comma before and after each; they are cited as "8,26", "8; 26" or "8 26". */
const PARAGRAPHS = sql`',' || replace(replace(e.paragraph, ';', ','), ' ', ',') || ','`;

const paragraphsIn = (cited: string | undefined): readonly string[] => cited?.split(/[,; ]+/).filter(Boolean) ?? [];

/** No retraction that counts names the entry. One may be retracted in turn; chains longer than that undo each other in pairs. */
export function notRetracted(words: SqlWords, knownAt: Instant, eventId = sql.ref('e.event_id')): RawBuilder<unknown> {
  return sql`${eventId} not in (
    with retraction(id, target) as materialized (
      select event_id, ${words.member(sql`data`, 'eventId')} from entries where type = 'EntryRetracted' and known_at <= ${knownAt}
    ) select target from retraction r where not exists (
      select 1 from retraction s where s.target = r.id and not exists (select 1 from retraction t where t.target = s.id)
    )
  )`;
}

function historyEntry(row: EntryRow, { tightened, retractedBy }: Placing): HistoryEntry {
  const place = tightened.get(row.event_id);
  return {
    ...because(row),
    revision: row.revision,
    position: row.position,
    actorId: row.actor_id,
    actorRole: row.actor_role,
    reason: row.reason,
    enteredAt: row.entered_at,
    commandId: row.command_id,
    retractedBy: retractedBy.get(row.event_id) ?? null,
    retells: row.retells,
    tightened: place ? { earliest: place.earliest, latest: place.latest } : null,
  };
}
