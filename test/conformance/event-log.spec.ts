import { copyFileSync, mkdtempSync, readFileSync, rmSync, statSync, truncateSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import Database from 'better-sqlite3';
import { Conflict, NO_STREAM, Unavailable } from '@cadre/kernel';
import { LogFileUnusable, openMemoryLog, openSqliteLog, type SqliteLog } from '@cadre/log';
import { collect, describeEventLog, entries, entry, type LogUnderTest, times } from './event-log.contract.js';

const newFolder = (): string => mkdtempSync(join(tmpdir(), 'cadre-log-'));
const remove = (folder: string): void => rmSync(folder, { recursive: true, force: true });

describeEventLog('the memory engine', () => ({ open: openMemoryLog, dispose: () => undefined }), { isDurable: false });

const embedded = (): LogUnderTest => {
  const folder = newFolder();
  const pollMs = 3_600_000; // appends of this process must wake subscriptions by themselves
  return { open: () => openSqliteLog({ folder, pollMs }), dispose: () => remove(folder) };
};
describeEventLog('the embedded engine', embedded, { isDurable: true });

describe('the embedded engine, besides', () => {
  let folder: string;
  let log: SqliteLog;
  const file = (): string => join(folder, 'log.sqlite');
  /** Another process, as far as SQLite can tell. */
  const withOther = <T>(act: (db: Database.Database) => T): T => {
    const db = new Database(file());
    try {
      return act(db);
    } finally {
      db.close();
    }
  };
  beforeEach(() => {
    folder = newFolder();
    log = openSqliteLog({ folder, lockWaitMs: 100, pollMs: 5 });
  });
  afterEach(async () => {
    await log.close();
    remove(folder);
  });

  it('shares one transaction, and so one sync, among appends that come together', async () => {
    await Promise.all(times(64, (i) => log.append(`post-${i}`, NO_STREAM, entries(1))));
    expect(log.stats()).toMatchObject({ appends: 64 });
    expect(log.stats().commits).toBeLessThanOrEqual(2);
  });

  it('caps a group, yet takes an append of any length whole', async () => {
    await Promise.all(times(300, (i) => log.append(`post-${i}`, NO_STREAM, entries(1))));
    expect(log.stats().commits).toBe(3);
    await log.append('post-long', NO_STREAM, entries(1000));
    expect(log.stats().commits).toBe(4);
  });

  it('syncs nothing when every append of a group is refused', async () => {
    await Promise.allSettled(times(8, (i) => log.append(`post-${i}`, 3, entries(1))));
    expect(log.stats()).toMatchObject({ appends: 0, commits: 0 });
  });

  it('syncs every commit, also on a file that was a WAL file before', async () => {
    expect(log.stats().synchronous).toBe(2);
    await log.append('post-1', NO_STREAM, entries(1));
    await log.close();
    log = openSqliteLog({ folder });
    expect(log.stats().synchronous).toBe(2);
    expect(withOther((db) => db.pragma('journal_mode', { simple: true }))).toBe('wal');
  });

  it('sees what another process appended, in heads, reads and subscriptions', async () => {
    await log.append('post-1', NO_STREAM, entries(1));
    const other = openSqliteLog({ folder });
    await other.append('post-1', 0, entries(2));
    await expect(log.append('post-1', 0, entries(1))).rejects.toMatchObject({ name: 'Conflict', actualRevision: 2 });
    expect((await log.append('post-1', 2, entries(1))).revision).toBe(3);
    await expect(other.append('post-1', 2, entries(1))).rejects.toBeInstanceOf(Conflict);

    const revisions: number[] = [];
    for await (const item of log.subscribeAll(0, new AbortController().signal)) {
      if ('caughtUp' in item) setImmediate(() => void other.append('post-1', 3, entries(1)));
      else revisions.push(item.revision);
      if (revisions.length === 5) break;
    }
    await other.close();
    expect(revisions).toEqual([0, 1, 2, 3, 4]);
  });

  it('two processes that append at once lose nothing and mix nothing up', async () => {
    const other = openSqliteLog({ folder });
    const race = async (own: SqliteLog): Promise<number> => {
      let stored = 0;
      for (let i = 0; i < 40; i++) {
        const head = (await own.readStream('post-1')).length - 1;
        const isStored = await own.append('post-1', head, [entry()]).then(() => true, isConflict);
        stored += isStored ? 1 : 0;
      }
      return stored;
    };
    const stored = await Promise.all([race(log), race(log), race(other), race(other)]);
    const revisions = (await log.readStream('post-1')).map(({ revision }) => revision);
    expect(revisions).toEqual(times(stored.reduce((sum, it) => sum + it), (i) => i)); // prettier-ignore
    await other.close();
  });

  it('is unavailable while another process holds the lock too long, stores nothing, and recovers', async () => {
    const told = entries(2);
    const other = new Database(file());
    other.exec('BEGIN IMMEDIATE');
    await expect(log.append('post-1', NO_STREAM, told)).rejects.toBeInstanceOf(Unavailable);
    expect(await log.readStream('post-1')).toEqual([]);
    const waiting = log.append('post-1', NO_STREAM, told);
    setImmediate(() => other.exec('ROLLBACK'));
    expect((await waiting).revision).toBe(1);
    other.close();
  });

  it.each(['ROLLBACK', 'ABORT'])(
    'a transaction that fails (%s) stores none of its appends and says so to each',
    async (how) => {
      // A trigger stands for a failing disk, which may or may not make SQLite end the transaction by itself.
      withOther((db) =>
        db.exec(`CREATE TRIGGER broken BEFORE INSERT ON entries WHEN NEW.stream = 'post-5'
        BEGIN SELECT RAISE(${how}, 'no'); END`),
      );
      const told = times(8, () => entries(2));
      const outcomes = await Promise.allSettled(told.map((batch, i) => log.append(`post-${i}`, NO_STREAM, batch)));
      const names = outcomes.map((it) => (it.status === 'rejected' ? (it.reason as Error).name : 'stored'));
      expect(names).toEqual(times(8, () => 'Unavailable'));
      expect(await log.head()).toBeNull();
      expect(await log.append('post-0', NO_STREAM, told[0]!)).toEqual({ revision: 1, position: 2 });
    },
  );

  it('an entry whose text was damaged is unavailable, not misread', async () => {
    await log.append('post-1', NO_STREAM, entries(1));
    withOther((db) => db.exec(`DROP TRIGGER entries_are_never_changed; UPDATE entries SET data = '{"postId":'`));
    await expect(log.readStream('post-1')).rejects.toBeInstanceOf(Unavailable);
    await expect(collect(log.readAll(0))).rejects.toBeInstanceOf(Unavailable);
  });

  it('lets no one change or remove an entry by a slip', async () => {
    await log.append('post-1', NO_STREAM, entries(1));
    expect(() => withOther((db) => db.exec(`UPDATE entries SET type = 'Other'`))).toThrow('never changed');
    expect(() => withOther((db) => db.exec('DELETE FROM entries'))).toThrow('never removed');
  });

  describe('refuses a file it must not write to, and leaves it as it is:', () => {
    const refusal = (): LogFileUnusable => {
      const before = readFileSync(file());
      const error = thrownBy(() => openSqliteLog({ folder }));
      expect(readFileSync(file())).toEqual(before);
      expect(error).toBeInstanceOf(LogFileUnusable);
      return error as LogFileUnusable;
    };
    beforeEach(async () => {
      await log.append('post-1', NO_STREAM, entries(200));
      await log.close();
    });

    it('a text file', () => {
      writeFileSync(file(), 'Dear diary,\n'.repeat(100));
      expect(refusal().reason).toBe('this is not an SQLite file; restore it from a backup or name another folder.');
    });

    it('an empty file whose history is still in the write-ahead file', async () => {
      log = openSqliteLog({ folder });
      await log.append('post-2', NO_STREAM, entries(1));
      const copy = newFolder();
      for (const end of ['', '-wal']) copyFileSync(`${file()}${end}`, join(copy, `log.sqlite${end}`));
      await log.close();
      remove(folder);
      folder = copy;
      truncateSync(file(), 0);
      expect(refusal().reason).toContain('write-ahead file is not');
      rmSync(file());
      expect(thrownBy(() => openSqliteLog({ folder }))).toBeInstanceOf(LogFileUnusable);
      expect(statSync(`${file()}-wal`).size).toBeGreaterThan(0);
    });

    it('a file cut off in the middle', () => {
      truncateSync(file(), 8192);
      expect(refusal().reason).toMatch(/^the file has 8192 of its \d+ bytes/);
    });

    it('a file whose pages are overwritten', () => {
      const bytes = readFileSync(file());
      writeFileSync(file(), bytes.fill(0xa5, 100));
      expect(refusal().reason).toContain('restore it from a backup');
    });

    it('the database of another program', () => {
      rmSync(file());
      withOther((db) => db.exec('CREATE TABLE invoices (id)'));
      expect(refusal().reason).toBe('this file belongs to another program; name another folder.');
    });

    it('a log of a later version', () => {
      withOther((db) => db.pragma('user_version = 99'));
      expect(refusal().reason).toBe('this log is of version 99, and this program writes 1.');
    });
  });

  it('takes a file that was made but never written, as a kill at the very first start leaves it', async () => {
    await log.close();
    rmSync(file());
    writeFileSync(file(), '');
    log = openSqliteLog({ folder });
    await log.append('post-1', NO_STREAM, entries(1));
    expect(await collect(log.readAll(0))).toHaveLength(1);
  });
});

function isConflict(error: unknown): false {
  if (error instanceof Conflict) return false;
  throw error;
}

function thrownBy(act: () => unknown): unknown {
  try {
    act();
  } catch (error) {
    return error;
  }
  return undefined;
}
