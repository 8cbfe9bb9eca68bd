import { Unavailable } from '@cadre/kernel';

/** An error of SQLite. Told by its code, because a driver loaded twice has two error classes. */
interface SqliteError extends Error {
  readonly code: string;
}

/** True for any error SQLite gave. */
function isSqliteError(error: unknown): error is SqliteError {
  const code = (error as { code?: unknown } | null)?.code;
  return typeof code === 'string' && code.startsWith('SQLITE_');
}

/** Another connection holds the lock: worth another try. */
export function isBusy(error: unknown): boolean {
  return isSqliteError(error) && error.code.startsWith('SQLITE_BUSY');
}

/** Two entries at one revision of a stream, or one event id twice. */
export function isUniqueBreach(error: unknown): boolean {
  return isSqliteError(error) && error.code === 'SQLITE_CONSTRAINT_UNIQUE';
}

/** What the caller sees: a full disk, an I/O error, a damaged page or a lock is Unavailable; our own faults stay what they are. */
export function asUnavailable(error: unknown): unknown {
  if (!isSqliteError(error)) return error;
  return new Unavailable(`the log's storage failed: ${error.message} (${error.code})`, { cause: error });
}
