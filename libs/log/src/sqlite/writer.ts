import { type Appended, NO_STREAM } from '@cadre/kernel';
import type Database from 'better-sqlite3';
import { type AppendRequest, type Place, type Verdict, verdictOn } from '../verdict.js';
import { isUniqueBreach } from './failure.js';
import { createHeads } from './heads.js';

/** Counts since the log was opened. */
export interface WriterStats {
  /** Appends that added entries. */
  readonly appends: number;
  /** Transactions that carried them: each is one sync. */
  readonly commits: number;
  /** What `PRAGMA synchronous` says now; 2 is FULL. */
  readonly synchronous: number;
}

export interface Writer {
  /**
   * Stores a group of appends in one transaction; each gets its own verdict, and a refused one leaves the others alone.
   * @throws when the transaction fails: then none of the group is stored, and no verdict was given.
   */
  commit(requests: readonly AppendRequest[]): readonly Verdict[];
  stats(): WriterStats;
}

/** The one who appends to a log's file. Other processes may append too: heads are forgotten when the file has moved. */
export function createWriter(db: Database.Database): Writer {
  const sql = prepare(db);
  const heads = createHeads((stream) => sql.head.get(stream) ?? NO_STREAM);
  let dataVersion = sql.dataVersion.get();
  let [appends, commits] = [0, 0];
  let added = 0; // appends of the running transaction

  function commit(requests: readonly AppendRequest[]): readonly Verdict[] {
    sql.begin.run();
    try {
      // Within the transaction no one else can write: what is true here is true until the commit.
      const version = sql.dataVersion.get();
      if (version !== dataVersion) heads.clear();
      dataVersion = version;
      added = 0;
      const verdicts = requests.map(take);
      sql.commit.run();
      appends += added;
      commits += added > 0 ? 1 : 0; // without entries there was nothing to sync
      return verdicts;
    } catch (error) {
      heads.clear();
      if (db.inTransaction) sql.rollback.run(); // SQLite ends some failed transactions by itself
      throw error;
    }
  }

  function take(request: AppendRequest): Verdict {
    const head = heads.of(request.stream);
    const added = head === request.expectedRevision ? add(request) : null;
    return added ?? verdictOn(request, head, (eventId) => sql.placeOf.get(eventId));
  }

  /** Null when an event id is taken; then nothing of the request stays. */
  function add({ stream, expectedRevision, entries }: AppendRequest): Appended | null {
    let [revision, position] = [expectedRevision, 0];
    sql.savepoint.run();
    try {
      for (const { eventId, type, schemaVersion, recordedAt, data, meta } of entries) {
        revision += 1;
        const values = [stream, revision, eventId, type, schemaVersion, recordedAt, recordedAt, data, meta] as const;
        position = Number(sql.insert.run(...values).lastInsertRowid);
      }
    } catch (error) {
      if (!isUniqueBreach(error)) throw error;
      sql.undo.run();
      sql.release.run();
      return null;
    }
    sql.release.run();
    heads.set(stream, revision);
    added += 1;
    return { revision, position };
  }

  return {
    commit,
    stats: () => ({ appends, commits, synchronous: db.pragma('synchronous', { simple: true }) as number }),
  };
}

type InsertValues = [string, number, string, string, number, string, string, string, string];

const prepare = (db: Database.Database) => ({
  begin: db.prepare('BEGIN IMMEDIATE'),
  commit: db.prepare('COMMIT'),
  rollback: db.prepare('ROLLBACK'),
  savepoint: db.prepare('SAVEPOINT one_append'),
  undo: db.prepare('ROLLBACK TO one_append'),
  release: db.prepare('RELEASE one_append'),
  dataVersion: db.prepare<[], number>('PRAGMA data_version').pluck(),
  head: db.prepare<[string], number>('SELECT max(revision) FROM entries WHERE stream = ?').pluck(),
  placeOf: db.prepare<[string], Place>('SELECT stream, revision, position, meta FROM entries WHERE event_id = ?'),
  insert: db.prepare<InsertValues>(`
    INSERT INTO entries
      (stream, revision, event_id, type, schema_version, recorded_at, latest_recorded_at, data, meta)
    VALUES (?, ?, ?, ?, ?, ?,
      max(?, coalesce((SELECT latest_recorded_at FROM entries ORDER BY position DESC LIMIT 1), '')), ?, ?)`),
});
