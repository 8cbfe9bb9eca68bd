import { randomUUID } from 'node:crypto';
import { existsSync, readdirSync, statSync } from 'node:fs';
import { join } from 'node:path';
import { codec as domainCodec } from '@cadre/domain';
import { type Codec, type Entry, type EventLog } from '@cadre/kernel';
import Database from 'better-sqlite3';
import { createProjection } from '../projection.js';
import { createStreamCache, readEntry } from '../stream-cache.js';
import { tell } from '../telling.js';
import { tableDigests } from './digest.js';
import { currentFile, openFile, previousFile, removeFile, switchTo } from './read-model-file.js';

export interface RebuildOptions {
  readonly codec?: Codec;
  /** Called after every batch; `upTo` is the head of the log when the rebuild began. */
  readonly onProgress?: (progress: { readonly position: number; readonly upTo: number }) => void;
  /** Gives up; what was in use stays in use. */
  readonly signal?: AbortSignal;
}

/** How a table came out beside the one it replaces. */
export interface RebuiltTable {
  readonly table: string;
  readonly rowsBefore: number;
  readonly rowsAfter: number;
  readonly same: boolean;
}

export interface Rebuilt {
  /** Log positions the former and the new tables had reached; they can only be the same at the same one. */
  readonly positionBefore: number;
  readonly positionAfter: number;
  readonly same: boolean;
  readonly tables: readonly RebuiltTable[];
}

const BATCH_ENTRIES = 2_000;
/** A file nobody uses and nobody has written to for so long was left by a rebuild that was killed. */
const LEFT_BEHIND_MS = 3_600_000;

/**
 * Fills new tables from the whole log beside those in use, compares the two, and switches at once for everyone. The
 * former file is kept until the next rebuild; `restorePrevious` goes back to it.
 * @throws the signal's reason when it aborts; Unavailable when the log cannot be read. Nothing has changed then.
 */
export async function rebuildTables(folder: string, log: EventLog, options: RebuildOptions = {}): Promise<Rebuilt> {
  removeLeftBehind(folder);
  const name = `read-models-${randomUUID().slice(0, 8)}.sqlite`;
  const path = join(folder, name);
  const file = openFile(path);
  try {
    await fill(file, log, options);
    const rebuilt = compared(join(folder, currentFile(folder)), file);
    file.pragma('synchronous = FULL');
    file.pragma('wal_checkpoint(TRUNCATE)');
    file.close();
    switchTo(folder, name);
    return rebuilt;
  } catch (error) {
    file.close();
    removeFile(path);
    throw error;
  }
}

/** Goes back to the tables before the last rebuild; true when there were any. Calling it again goes forth. */
export function restorePrevious(folder: string): boolean {
  const previous = previousFile(folder);
  if (previous === null || !existsSync(join(folder, previous))) return false;
  switchTo(folder, previous);
  return true;
}

async function fill(file: Database.Database, log: EventLog, options: RebuildOptions): Promise<void> {
  const { codec = domainCodec, onProgress, signal } = options;
  file.pragma('synchronous = OFF'); // a power cut leaves a file nobody uses
  const projection = createProjection(file);
  const cache = createStreamCache(
    (stream) => log.readStream(stream),
    (entry) => readEntry(codec, entry),
  );
  const upTo = (await log.head())?.position ?? 0;
  let batch: Entry[] = [];
  const flush = async (): Promise<void> => {
    signal?.throwIfAborted();
    if (batch.length === 0) return;
    const { position } = await tell(projection, cache, codec, batch);
    batch = [];
    onProgress?.({ position, upTo });
  };
  for await (const entry of log.readAll(0)) {
    if (batch.push(entry) >= BATCH_ENTRIES) await flush();
  }
  await flush();
}

function compared(formerPath: string, file: Database.Database): Rebuilt {
  const after = tableDigests(file);
  if (!existsSync(formerPath)) return report([], after, 0, positionOf(file));
  const former = new Database(formerPath, { readonly: true }); // as it is, even when its tables are of an older shape
  try {
    return report(tableDigests(former), after, positionOf(former), positionOf(file));
  } finally {
    former.close();
  }
}

function positionOf(db: Database.Database): number {
  const hasTables = db.prepare("SELECT 1 FROM sqlite_schema WHERE name = 'checkpoint'").get() !== undefined;
  return hasTables ? db.prepare<[], number>('SELECT position FROM checkpoint').pluck().get()! : 0;
}

function report(
  before: ReturnType<typeof tableDigests>,
  after: ReturnType<typeof tableDigests>,
  positionBefore: number,
  positionAfter: number,
): Rebuilt {
  const former = new Map(before.map((table) => [table.table, table]));
  const tables = after.map(({ table, rows, digest }) => {
    const was = former.get(table);
    return { table, rowsBefore: was?.rows ?? 0, rowsAfter: rows, same: was?.digest === digest };
  });
  return { positionBefore, positionAfter, same: tables.every(({ same }) => same), tables };
}

function removeLeftBehind(folder: string): void {
  const inUse = [currentFile(folder), previousFile(folder)];
  for (const name of readdirSync(folder)) {
    if (!/^read-models-[0-9a-f]{8}\.sqlite$/.test(name) || inUse.includes(name)) continue;
    const age = Date.now() - statSync(join(folder, name)).mtimeMs;
    if (age > LEFT_BEHIND_MS) removeFile(join(folder, name));
  }
}
