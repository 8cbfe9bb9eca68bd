import { codec as domainCodec } from '@cadre/domain';
import { ALL_SHARES, type Codec, type Entry, type EventLog } from '@cadre/kernel';
import { type TableDigest, tableDigests } from './digest.js';
import { createProjection } from './projection.js';
import { leastCheckpoint } from './runner.js';
import { createStreamCache, readEntry } from './stream-cache.js';
import { type ReadModels, type TableStore } from './tables/store.js';
import { tell } from './telling.js';

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

/**
 * Fills new tables from the whole log beside those in use, compares the two, and switches at once for everyone. The
 * former ones are kept until the next rebuild; `restorePrevious` goes back to them.
 * @throws the signal's reason when it aborts; Unavailable when the log cannot be read. Nothing has changed then.
 */
export async function rebuildTables(
  readModels: ReadModels,
  log: EventLog,
  options: RebuildOptions = {},
): Promise<Rebuilt> {
  const beside = await readModels.beside();
  try {
    const fill = createFilling(beside.store, log, options);
    await fill();
    const rebuilt = await compared(readModels, beside.store);
    while (!(await beside.putInUse())) await fill(); // entries were recorded and told meanwhile
    return rebuilt;
  } catch (error) {
    await beside.discard();
    throw error;
  }
}

/** Tells tables the log from where they are up to its head, each time it is called. */
function createFilling(store: TableStore, log: EventLog, options: RebuildOptions): () => Promise<void> {
  const { codec = domainCodec, onProgress, signal } = options;
  const projection = createProjection(store);
  const cache = createStreamCache(
    (stream) => log.readStream(stream),
    (entry) => readEntry(codec, entry),
  );
  return async () => {
    const upTo = (await log.head())?.position ?? 0;
    let reached = await leastCheckpoint(store, ALL_SHARES);
    let entries: Entry[] = [];
    const flush = async (): Promise<void> => {
      signal?.throwIfAborted();
      if (entries.length === 0) return;
      reached = await tell(projection, cache, codec, { after: reached, entries, shares: ALL_SHARES });
      entries = [];
      onProgress?.({ position: reached.position, upTo });
    };
    for await (const entry of log.readAll(reached.position)) {
      if (entries.push(entry) >= BATCH_ENTRIES) await flush();
    }
    await flush();
  };
}

async function compared(former: TableStore, next: TableStore): Promise<Rebuilt> {
  // Told in this order, what is recorded meanwhile can only make the former ones look further on.
  const { position: positionAfter } = await leastCheckpoint(next, ALL_SHARES);
  const [{ position: positionBefore }, before] = await former.read(
    async (snapshot) => [await leastCheckpoint(snapshot, ALL_SHARES), await tableDigests(snapshot)] as const,
  );
  return { positionBefore, positionAfter, ...sideBySide(before, await tableDigests(next)) };
}

function sideBySide(before: readonly TableDigest[], after: readonly TableDigest[]): Pick<Rebuilt, 'same' | 'tables'> {
  const former = new Map(before.map((table) => [table.table, table]));
  const tables = after.map(({ table, rows, digest }): RebuiltTable => {
    const was = former.get(table);
    return { table, rowsBefore: was?.rows ?? 0, rowsAfter: rows, same: was?.digest === digest };
  });
  return { same: tables.every(({ same }) => same), tables };
}
