import type { Because, WindowAnswer } from '@cadre/contract';
import { type CivilDate, type Entry, type Instant, sayWindow, shapeOf, type Source, type Window } from '@cadre/kernel';
import { type RawBuilder, sql } from 'kysely';
import { sentenceOf } from '../sentence/sentence.js';
import { type Snapshot } from '../tables/tables.js';

/** A row of the table `entries`. */
export interface EntryRow {
  readonly position: number;
  readonly stream: string;
  readonly category: string;
  readonly revision: number;
  readonly event_id: string;
  readonly type: string;
  readonly earliest: CivilDate | null;
  readonly latest: CivilDate | null;
  readonly phrase: string | null;
  readonly document: string | null;
  readonly paragraph: string | null;
  readonly local_knowledge: string | null;
  readonly fact: string | null;
  readonly recorded_at: Instant;
  readonly entered_at: Instant | null;
  readonly known_at: Instant;
  readonly actor_id: string;
  readonly actor_role: string;
  readonly reason: string | null;
  readonly command_id: string;
  /** JSON */
  readonly precedes: string;
  readonly retells: string | null;
  /** JSON, in the shape of the day it was told in the tables. */
  readonly data: string;
  /** What its thing was called as known when the entry became known; null where no name was known. */
  readonly name: string | null;
}

/** What an entry's row is read with, where `entry` stands for the table `entries`: its columns, and what its thing was then called. A source's stream holds names of other things, and none of its own. */
export function entryColumns(entry: 'e' | 'q'): RawBuilder<unknown> {
  const e = sql.raw(entry);
  return sql`${e}.*, case when ${e}.category = 'source' then null else (
    select n.name from names n where n.stream = ${e}.stream and n.kind = 'name'
      and n.known_from <= ${e}.known_at and n.known_to > ${e}.known_at
    order by n.valid_from desc, n.ordinal desc, n.name limit 1) end as name`;
}

/** Entries that meet a condition on `e`, in log order. */
export function entriesWhere(snapshot: Snapshot, condition: RawBuilder<unknown>): Promise<readonly EntryRow[]> {
  return snapshot.all<EntryRow>(sql`select ${entryColumns('e')} from entries e where ${condition} order by e.position`);
}

/** Entries of a stream known at a moment, in order of revision. */
export function entriesOfStream(snapshot: Snapshot, stream: string, knownAt: Instant): Promise<readonly EntryRow[]> {
  return entriesWhere(snapshot, sql`e.stream = ${stream} and e.known_at <= ${knownAt}`);
}

/** What answers rest on, by event id. */
export async function becauseOf(snapshot: Snapshot, eventIds: Iterable<string>): Promise<ReadonlyMap<string, Because>> {
  const ids = [...new Set(eventIds)];
  if (ids.length === 0) return new Map();
  const rows = await entriesWhere(snapshot, snapshot.words.among(sql`e.event_id`, ids));
  return new Map(rows.map((row) => [row.event_id, because(row)]));
}

/** One entry as something an answer rests on. */
export function because(row: EntryRow): Because {
  const { stream, type } = row;
  const effective = windowOf(row);
  const data = JSON.parse(row.data) as Record<string, unknown>;
  return {
    eventId: row.event_id,
    stream,
    name: row.name,
    type,
    sentence: sentenceOf({ stream, type, data, effective }),
    data,
    windows: windowsIn(data),
    document: row.document,
    paragraph: row.paragraph,
    localKnowledge: row.local_knowledge,
    effective,
    recordedAt: row.recorded_at,
    carriedOver: row.entered_at !== null,
    fact: row.fact,
  };
}

/** A window with its days in plain English; the source's wording beside it. */
export function windowAnswer({ earliest, latest, phrase }: Window): WindowAnswer {
  const words = sayWindow({ earliest, latest });
  const shape = shapeOf({ earliest, latest });
  const isUndated = earliest === null && latest !== null && /^(undated|date not given|not dated)/i.test(phrase ?? '');
  if (isUndated) {
    return { earliest, latest, phrase, inWords: `date not given (${words})`, shape: { ...shape, form: 'none' } };
  }
  return { earliest, latest, phrase, inWords: words, shape };
}

/** The windows among the members of an entry's data. */
function windowsIn(data: Record<string, unknown>): Record<string, WindowAnswer> {
  const windows = Object.entries(data).filter(([, value]) => isWindow(value));
  return Object.fromEntries(windows.map(([field, value]) => [field, windowAnswer(value as Window)]));
}

const isWindow = (value: unknown): boolean =>
  typeof value === 'object' && value !== null && 'earliest' in value && 'latest' in value && 'phrase' in value;

function windowOf({ earliest, latest, phrase }: EntryRow): WindowAnswer {
  return windowAnswer({ earliest, latest, phrase });
}

/** The entry again, as far as placing it in time needs it. */
export function asEntry(row: EntryRow): Entry {
  const { earliest, latest, phrase } = row;
  return {
    position: row.position,
    stream: row.stream,
    revision: row.revision,
    eventId: row.event_id,
    schemaVersion: 0,
    event: { type: row.type, data: JSON.parse(row.data) as object },
    effective: { earliest, latest, phrase },
    recordedAt: row.recorded_at,
    enteredAt: row.entered_at,
    actor: { id: row.actor_id, role: row.actor_role },
    source: sourceOf(row),
    reason: row.reason,
    commandId: row.command_id,
    commandHash: '',
    correlationId: row.command_id,
    causationId: null,
    precedes: JSON.parse(row.precedes) as readonly string[],
    retells: row.retells,
    fact: row.fact,
  };
}

function sourceOf({ document, paragraph, local_knowledge }: EntryRow): Source {
  if (document === null) return { kind: 'local-knowledge', who: local_knowledge ?? '' };
  return { kind: 'document', document, paragraph: paragraph ?? '' };
}
