import { type AllStreamResolvedEvent, START, streamNameFilter } from '@eventstore/db-client';
import { backwards } from './backwards.js';
import { type Connection } from './connection.js';
import { LogUnusable, Silence } from './failure.js';
import { SILENT } from './tap.js';

/** Settings of a stream by which the server removes events. */
const DELETING = ['$maxAge', '$maxCount', '$tb'] as const;

/** How many 32-event pages the server looks through before it says how far it came. */
const CHECKPOINT_PAGES = 10;

/**
 * Looks through the settings of the log's streams for those that delete entries.
 * @throws LogUnusable when there are any; Silence after `readMs` without progress; what the connection throws
 */
export async function checkRetention(connection: Connection, prefix: string, readMs: number): Promise<void> {
  const last = await backwards(connection, readMs).next();
  if (last.done) return;
  const end = last.value.position.commit;
  const through = new AbortController();
  let heardAt = performance.now();
  const filter = streamNameFilter({
    prefixes: [`$$${prefix}`],
    checkpointInterval: CHECKPOINT_PAGES,
    checkpointReached(_, { commit }) {
      heardAt = performance.now();
      if (commit >= end) through.abort();
    },
  });
  const deleting = new Map<string, string>(); // the setting that counts is the last of each stream
  const tap = connection.tap<AllStreamResolvedEvent>((client) =>
    client.subscribeToAll({ fromPosition: START, filter }).on('caughtUp', () => through.abort()),
  );
  try {
    for (;;) {
      const next = await tap.next(heardAt + readMs - performance.now(), through.signal);
      if (next === null) throw new Error('the server ended the look through its settings');
      if (next === SILENT) {
        if (through.signal.aborted) break;
        // Settings of nobody lie in a long log: saying how far it came is progress, saying nothing is not the end.
        if (performance.now() - heardAt >= readMs) throw new Silence(readMs);
        continue;
      }
      heardAt = performance.now();
      if (!next.event) continue;
      const { streamId, data } = next.event;
      const told = DELETING.filter((name) => typeof data === 'object' && name in data);
      deleting.set(streamId.slice(2), told.join(', '));
    }
  } finally {
    tap.close();
  }
  const [found] = [...deleting].filter(([, told]) => told !== '');
  if (found) {
    const [stream, told] = found;
    throw new LogUnusable(`the server is told to delete entries of ${stream} (${told}); take that setting back.`);
  }
}
