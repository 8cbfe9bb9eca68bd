import { type Appended, type Entry, type EventLog, NO_STREAM, Unavailable } from '@cadre/kernel';
import { createBell } from '../bell.js';
import { decode, encode, type EntryRow } from '../codec.js';
import { readAll, subscribeAll } from '../feed.js';
import { type AppendRequest, type Verdict, verdictOn } from '../verdict.js';

const PAGE_ENTRIES = 500;

/** The event log in memory, for tests: same promises as the durable engines except that closing forgets everything. */
export function openMemoryLog(): EventLog {
  const rows: EntryRow[] = []; // the row at index i has position i + 1
  const rowsOfStream = new Map<string, EntryRow[]>();
  const rowOfId = new Map<string, EntryRow>();
  const bell = createBell(null);
  let latest = '';
  let isClosed = false;

  const whileOpen = <T>(act: () => T): T => {
    if (isClosed) throw new Unavailable('the log is closed');
    return act();
  };
  const pages = {
    lastPosition: () => whileOpen(() => rows.length),
    page: (after: number, upTo: number): readonly Entry[] =>
      whileOpen(() => rows.slice(after, Math.min(upTo, after + PAGE_ENTRIES)).map(decode)),
  };

  function take(request: AppendRequest): Verdict {
    const { stream, expectedRevision, entries } = request;
    const head = rowsOfStream.get(stream)?.at(-1)?.revision ?? NO_STREAM;
    if (head !== expectedRevision || entries.some(({ eventId }) => rowOfId.has(eventId))) {
      return verdictOn(request, head, (eventId) => rowOfId.get(eventId));
    }
    entries.forEach((entry, i) => add({ ...entry, stream, revision: head + 1 + i, position: rows.length + 1 }));
    return { revision: head + entries.length, position: rows.length };
  }

  function add(row: EntryRow): void {
    rows.push(row);
    rowOfId.set(row.eventId, row);
    const ofStream = rowsOfStream.get(row.stream);
    if (ofStream) ofStream.push(row);
    else rowsOfStream.set(row.stream, [row]);
    if (row.recordedAt > latest) latest = row.recordedAt;
  }

  return {
    async append(stream, expectedRevision, entries): Promise<Appended> {
      const verdict = whileOpen(() => take({ stream, expectedRevision, entries: encode(stream, entries) }));
      if (verdict instanceof Error) throw verdict;
      bell.ring();
      return verdict;
    },
    readStream: async (stream) => whileOpen(() => (rowsOfStream.get(stream) ?? []).map(decode)),
    entryAt: async (position) => whileOpen(() => (rows[position - 1] ? decode(rows[position - 1]!) : null)),
    readAll: (after) => readAll(pages, after),
    subscribeAll: (after, signal) => subscribeAll(pages, bell, after, signal),
    head: async () => whileOpen(() => (rows.length === 0 ? null : { position: rows.length, recordedAt: latest })),
    async close() {
      isClosed = true;
      bell.ring();
    },
  };
}
