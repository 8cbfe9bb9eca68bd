import { existsSync, mkdirSync, readFileSync, renameSync, rmSync, statSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import Database from 'better-sqlite3';
import { models } from '../models.js';
import { ensureTables } from '../tables/schema.js';

/** The tables of a folder. */
export interface ReadModels {
  /** The file in use; another one as soon as a rebuild has switched to it. */
  db(): Database.Database;
  close(): void;
}

/** Names the file in use. Files are switched by renaming this one: a database and its write-ahead file keep their name. */
const POINTER = 'read-models.current';
const FIRST_FILE = 'read-models-1.sqlite';
const LOCK_WAIT_MS = 5_000;
/** How often `db()` looks whether the file was switched, in ms. */
const LOOK_MS = 500;

/** Opens the tables of a folder, making what is missing. */
export function openReadModels(folder: string): ReadModels {
  mkdirSync(folder, { recursive: true });
  let name = currentFile(folder);
  let file = openFile(join(folder, name));
  let stamp = stampOf(folder);
  let lookedAt = Date.now();

  function switchIfMoved(): void {
    if (Date.now() - lookedAt < LOOK_MS) return;
    lookedAt = Date.now();
    if (stampOf(folder) === stamp) return;
    stamp = stampOf(folder);
    if (currentFile(folder) === name) return;
    name = currentFile(folder);
    const before = file;
    file = openFile(join(folder, name));
    setTimeout(() => before.close(), LOCK_WAIT_MS).unref(); // a runner may be in the middle of a batch
  }
  return {
    db() {
      switchIfMoved();
      return file;
    },
    close: () => file.close(),
  };
}

/** Opens one file of tables. Rows lost in a power cut are lost with their checkpoint and told again, so it need not sync each time. */
export function openFile(path: string): Database.Database {
  const db = new Database(path, { timeout: LOCK_WAIT_MS });
  db.pragma('journal_mode = WAL');
  db.pragma('synchronous = NORMAL');
  db.pragma('cache_size = -65536'); // 64 MB: rows of a stream lie all over the file
  ensureTables(db, models);
  return db;
}

/** Name of the file in use. */
export function currentFile(folder: string): string {
  const pointer = join(folder, POINTER);
  return existsSync(pointer) ? readFileSync(pointer, 'utf8').trim() : FIRST_FILE;
}

/** Name of the file used before the last switch, or null. */
export function previousFile(folder: string): string | null {
  const pointer = join(folder, `${POINTER}.previous`);
  return existsSync(pointer) ? readFileSync(pointer, 'utf8').trim() : null;
}

/** Makes another file the one in use, at once for everyone; keeps the former one and no older. */
export function switchTo(folder: string, name: string): void {
  const former = currentFile(folder);
  const pointer = join(folder, POINTER);
  const older = previousFile(folder);
  writeFileSync(`${pointer}.previous`, former);
  writeFileSync(`${pointer}.next`, name, { flush: true });
  renameSync(`${pointer}.next`, pointer);
  if (older !== null && older !== former && older !== name) removeFile(join(folder, older));
}

/** Removes a file of tables with what SQLite keeps beside it. */
export function removeFile(path: string): void {
  for (const suffix of ['', '-wal', '-shm']) rmSync(`${path}${suffix}`, { force: true });
}

function stampOf(folder: string): number {
  return statSync(join(folder, POINTER), { throwIfNoEntry: false })?.mtimeMs ?? 0;
}
