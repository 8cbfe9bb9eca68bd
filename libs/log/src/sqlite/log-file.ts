import { closeSync, fsyncSync, mkdirSync, openSync, readSync, statSync } from 'node:fs';
import { dirname, resolve } from 'node:path';
import { Unavailable } from '@cadre/kernel';
import Database from 'better-sqlite3';
import { APPLICATION_ID, createSchema, SCHEMA_VERSION } from './schema.js';

/** The log's file is not one this program may write to: damaged, foreign, or of another version. Nothing was changed. */
export class LogFileUnusable extends Error {
  override readonly name = 'LogFileUnusable';
  constructor(
    readonly file: string,
    /** Why, and what to do: one sentence. */
    readonly reason: string,
    options?: ErrorOptions,
  ) {
    super(`${file}: ${reason}`, options);
  }
}

/** The two connections to one log: appends go through one, reads through the other. */
export interface LogFile {
  readonly writer: Database.Database;
  readonly reader: Database.Database;
}

/** How long one attempt to lock the file may hold up the event loop, in ms; waiting longer is the queue's work. */
const LOCK_TRY_MS = 20;
/** Readers of a WAL file only ever wait for another process that is recovering it. */
const RECOVERY_MS = 5_000;
const FULL = 2; // PRAGMA synchronous
/** Up to this size every page is looked at before the log is used: half a second. */
const CHECKED_BYTES = 64 * 1024 * 1024;

/**
 * Opens `log.sqlite` in a folder, making both if there is none.
 * @throws LogFileUnusable when the file is no log this version may write to; Unavailable when it is locked.
 */
export function openLogFile(folder: string): LogFile {
  const file = resolve(folder, 'log.sqlite');
  const opened: Database.Database[] = [];
  const open = (options: Database.Options): Database.Database => {
    const db = new Database(file, options);
    opened.push(db);
    return db;
  };
  try {
    makeFolder(dirname(file));
    checkHeader(file);
    const writer = open({ timeout: LOCK_TRY_MS });
    checkOwner(file, writer);
    makeDurable(file, writer);
    if (isFresh(writer)) createSchema(writer);
    else checkPages(file, writer);
    const reader = open({ readonly: true, timeout: RECOVERY_MS });
    reader.prepare('SELECT * FROM entries ORDER BY position DESC LIMIT 1').get(); // a cut-off file shows at its end
    return { writer, reader };
  } catch (error) {
    for (const db of opened) db.close();
    throw asOpeningFailure(file, error);
  }
}

/** Every new folder is synced into its parent, so that a power cut cannot lose the log with its folder. */
function makeFolder(folder: string): void {
  const first = mkdirSync(folder, { recursive: true });
  if (first === undefined || process.platform === 'win32') return; // Windows cannot sync a folder
  for (let made = folder; ; made = dirname(made)) {
    const parent = openSync(dirname(made), 'r');
    fsyncSync(parent);
    closeSync(parent);
    if (made === first || made === dirname(made)) return;
  }
}

const sizeOf = (file: string): number => statSync(file, { throwIfNoEntry: false })?.size ?? 0;

/** Looks at the first 100 bytes before SQLite does: it would take an empty file for a new log and drop its WAL. */
function checkHeader(file: string): void {
  const [walSize, size] = [sizeOf(`${file}-wal`), sizeOf(file)];
  if (size === 0) {
    if (walSize === 0) return;
    throw new LogFileUnusable(
      file,
      'it is missing or empty but its write-ahead file is not; restore it from a backup.',
    );
  }
  const header = Buffer.alloc(100);
  const fd = openSync(file, 'r');
  readSync(fd, header, 0, 100, 0);
  closeSync(fd);
  if (header.toString('latin1', 0, 16) !== 'SQLite format 3\u0000') {
    throw new LogFileUnusable(file, 'this is not an SQLite file; restore it from a backup or name another folder.');
  }
  const pageBytes = header.readUInt16BE(16) === 1 ? 65_536 : header.readUInt16BE(16);
  const isCountValid = header.readUInt32BE(24) === header.readUInt32BE(92); // SQLite file format, 1.3.7
  const promised = pageBytes * header.readUInt32BE(28);
  if (walSize === 0 && isCountValid && size < promised) {
    throw new LogFileUnusable(file, `the file has ${size} of its ${promised} bytes; restore it from a backup.`);
  }
}

/** Pages of another content than SQLite wrote show here; a log too large to be read at every start is left to its proofs. */
function checkPages(file: string, db: Database.Database): void {
  if (sizeOf(file) > CHECKED_BYTES) return;
  const found = db.pragma('quick_check(1)', { simple: true });
  if (found !== 'ok')
    throw new LogFileUnusable(file, `it is damaged (${String(found).split('\n').at(-1)}); restore it from a backup.`);
}

/** Asks before anything is written: a file of another program must stay as it is. */
function checkOwner(file: string, db: Database.Database): void {
  if (isFresh(db)) return;
  if (db.pragma('application_id', { simple: true }) !== APPLICATION_ID) {
    throw new LogFileUnusable(file, 'this file belongs to another program; name another folder.');
  }
  const version = db.pragma('user_version', { simple: true }) as number;
  if (version !== SCHEMA_VERSION) {
    throw new LogFileUnusable(file, `this log is of version ${version}, and this program writes ${SCHEMA_VERSION}.`);
  }
}

/** No table and no owner: just made, or its maker was killed before the first commit. */
function isFresh(db: Database.Database): boolean {
  const tables = db.prepare('SELECT count(*) FROM sqlite_schema').pluck().get();
  return tables === 0 && db.pragma('application_id', { simple: true }) === 0;
}

/** An acknowledged append survives a power cut only with FULL, and SQLite reopens a WAL file with less unless told each time. */
function makeDurable(file: string, db: Database.Database): void {
  const journal = db.pragma('journal_mode = WAL', { simple: true }) as string;
  db.pragma('synchronous = FULL');
  db.pragma('fullfsync = ON'); // on macOS a plain fsync leaves data in the drive's cache; elsewhere no effect
  const synchronous = db.pragma('synchronous', { simple: true }) as number;
  if (journal !== 'wal' || synchronous < FULL) {
    const kept = `journal mode ${journal} and synchronous ${synchronous}`;
    throw new LogFileUnusable(file, `it would be kept with ${kept}, which can lose entries; use a local disk.`);
  }
}

function asOpeningFailure(file: string, error: unknown): unknown {
  if (error instanceof LogFileUnusable || !isSystemError(error)) return error;
  const { code, message } = error;
  if (/^SQLITE_(BUSY|FULL|IOERR|NOMEM)/.test(code))
    return new Unavailable(`${file}: ${message}; try again`, { cause: error });
  const advice = /^SQLITE_(CORRUPT|NOTADB)/.test(code)
    ? 'restore it from a backup.'
    : 'look at the folder and its permissions.';
  return new LogFileUnusable(file, `it cannot be opened (${message}); ${advice}`, { cause: error });
}

/** An error of SQLite or of Node's file system. */
const isSystemError = (error: unknown): error is Error & { code: string } =>
  typeof (error as { code?: unknown } | null)?.code === 'string';
