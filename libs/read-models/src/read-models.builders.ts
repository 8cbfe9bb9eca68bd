import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { codec } from '@cadre/domain';
import {
  ALL_SHARES,
  asNew,
  type CaughtUp,
  type DomainEvent,
  type Entry,
  type EventLog,
  type Instant,
  type Window,
} from '@cadre/kernel';
import { MemoryLog, testSource } from '@cadre/kernel/testing';
import { createProjection } from './projection.js';
import { leastCheckpoint } from './runner.js';
import { openSqliteStore } from './sqlite/sqlite-store.js';
import { createStreamCache, readEntry } from './stream-cache.js';
import { type Checkpoint, type TableStore } from './tables/store.js';
import { tell } from './telling.js';

/** What a test says of an entry; the rest is filled in. */
export interface Saying {
  readonly stream: string;
  readonly event: DomainEvent;
  /** A day, or both ends of a window (null: open). */
  readonly on: string | readonly [string | null, string | null];
  readonly known?: Instant;
  readonly more?: Partial<Entry>;
}

/** Entries in the order they are said, each with the id `e<position>`. */
export function entriesOf(sayings: readonly Saying[]): readonly Entry[] {
  const revisions = new Map<string, number>();
  return sayings.map(({ stream, event, on, known, more }, i) => {
    const revision = (revisions.get(stream) ?? -1) + 1;
    revisions.set(stream, revision);
    const [earliest, latest] = typeof on === 'string' ? [on, on] : on;
    const effective: Window = { earliest, latest, phrase: earliest === latest && earliest !== null ? null : 'as told' };
    return {
      position: i + 1,
      stream,
      revision,
      eventId: `e${i + 1}`,
      schemaVersion: 1,
      event,
      effective,
      recordedAt: known ?? '2007-12-31T00:00:00.000Z',
      enteredAt: null,
      actor: { id: 'officer-1', role: 'hr-officer' },
      source: testSource,
      reason: null,
      commandId: `c${i + 1}`,
      commandHash: '',
      correlationId: `c${i + 1}`,
      causationId: null,
      precedes: [],
      retells: null,
      fact: null,
      ...more,
    };
  });
}

/** Short for one saying: `say('team-darfur', 'TeamStoodUp', {}, '2007-10-31')`. */
export function say(
  stream: string,
  type: string,
  data: object,
  on: Saying['on'],
  more: Pick<Saying, 'known' | 'more'> = {},
): Saying {
  return { stream, event: { type, data }, on, ...more };
}

/** Tables in memory, filled with entries in batches of a size. */
export async function tablesWith(entries: readonly Entry[], batchEntries = 500): Promise<TableStore> {
  const tables = await emptyTables();
  const feeder = feederOf(tables, entries);
  for (let i = 0; i < entries.length; i += batchEntries) await feeder(entries.slice(i, i + batchEntries));
  return tables;
}

let newTables = async (): Promise<TableStore> => openSqliteStore(':memory:');

/** New tables; of SQLite in memory, unless a test has named another engine. */
export const emptyTables = (): Promise<TableStore> => newTables();

/** From here on tests of this file get their tables from another engine. */
export function takeTablesFrom(make: () => Promise<TableStore>): void {
  newTables = make;
}

/** Tells batches in the tables, as a runner of its own over a log of those entries. */
export function feederOf(
  tables: TableStore,
  log: readonly Entry[],
): (entries: readonly Entry[]) => Promise<Checkpoint> {
  const projection = createProjection(tables);
  const readStream = async (stream: string): Promise<readonly Entry[]> =>
    log.filter((entry) => entry.stream === stream);
  const cache = createStreamCache(readStream, (entry) => readEntry(codec, entry));
  let after: Checkpoint | null = null;
  return async (entries) => {
    after ??= await leastCheckpoint(tables, ALL_SHARES);
    return (after = await tell(projection, cache, codec, { after, entries, shares: ALL_SHARES }));
  };
}

/** A folder that is gone when the test is. */
export function temporaryFolder(): { readonly path: string; remove(): void } {
  const path = mkdtempSync(join(tmpdir(), 'cadre-tables-'));
  return { path, remove: () => rmSync(path, { recursive: true, force: true }) };
}

/** A log that can be followed, for tests; the real one is in a room this one may not enter. */
export interface FollowedLog extends EventLog {
  /** Appends entries as they are, one by one, and answers the last position. */
  keep(entries: readonly Entry[]): Promise<number>;
}

/** The kernel's test log with a subscription. */
export function followedLog(): FollowedLog {
  const log = new MemoryLog();
  let ring = (): void => undefined;
  async function* subscribeAll(after: number, signal: AbortSignal): AsyncGenerator<Entry | CaughtUp> {
    signal.addEventListener('abort', () => ring());
    for (let position = after; !signal.aborted;) {
      const added = log.entries.slice(position);
      yield* added;
      position += added.length;
      yield { caughtUp: true, position };
      if (log.entries.length === position) await new Promise<void>((resolve) => (ring = resolve));
    }
  }
  return {
    append: async (...appended) => {
      const answer = await log.append(...appended);
      ring();
      return answer;
    },
    readStream: (stream) => log.readStream(stream),
    entryAt: (position) => log.entryAt(position),
    readAll: (after) => log.readAll(after),
    head: () => log.head(),
    close: () => log.close(),
    subscribeAll,
    async keep(entries) {
      for (const entry of entries) await this.append(entry.stream, entry.revision - 1, [asNew(entry)]);
      return log.entries.length;
    },
  };
}
