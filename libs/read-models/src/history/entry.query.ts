import type { HistoryEntry } from '@cadre/contract';
import { type Instant } from '@cadre/kernel';
import { sql } from 'kysely';
import { reachedPosition } from '../table/possible.js';
import { first, type Tables } from '../tables/tables.js';
import { entriesWhere } from './entry-rows.js';
import { historyEntries } from './history.query.js';

/** An entry as known at a moment. */
export interface KnownEntryAnswer {
  knownAt: string;
  /** Log position the tables had reached. */
  position: number;
  entry: HistoryEntry;
  /** Event id of what is told in its place, or null. */
  retoldBy: string | null;
}

/** One entry by its event id, with what became of it; null when nobody knew of it by then. */
export function entryAnswer(tables: Tables, eventId: string, knownAt: Instant): Promise<KnownEntryAnswer | null> {
  return tables.read(async (snapshot) => {
    const rows = await entriesWhere(snapshot, sql`e.event_id = ${eventId} and e.known_at <= ${knownAt}`);
    const [entry] = await historyEntries(snapshot, rows, knownAt);
    if (!entry) return null;
    const retelling = sql`select e.event_id as id from entries e where e.stream = ${entry.stream} and e.retells = ${eventId}
      and e.known_at <= ${knownAt} order by e.position desc limit 1`;
    const retoldBy = (await first<{ id: string }>(snapshot, retelling))?.id ?? null;
    return { knownAt, position: await reachedPosition(snapshot), entry, retoldBy };
  });
}
