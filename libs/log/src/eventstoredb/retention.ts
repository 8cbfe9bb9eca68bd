import { type AllStreamResolvedEvent, START, streamNameFilter } from '@eventstore/db-client';
import { backwards } from './backwards.js';
import { type Connection } from './connection.js';
import { LogUnusable } from './failure.js';
import { SILENT } from './tap.js';

/** Settings of a stream by which the server removes events. */
const DELETING = ['$maxAge', '$maxCount', '$tb'] as const;

/**
 * Looks through the settings of the log's streams for those that delete entries.
 * @throws LogUnusable when there are any; what the connection throws
 */
export async function checkRetention(connection: Connection, prefix: string, readMs: number): Promise<void> {
  const last = await backwards(connection, readMs).next();
  if (last.done) return;
  const end = last.value.position.commit;
  const through = new AbortController();
  const filter = streamNameFilter({
    prefixes: [`$$${prefix}`],
    checkpointInterval: 1_000,
    checkpointReached: (_, { commit }) => (commit >= end ? through.abort() : undefined),
  });
  const deleting = new Map<string, string>(); // the setting that counts is the last of each stream
  const tap = connection.tap<AllStreamResolvedEvent>((client) =>
    client.subscribeToAll({ fromPosition: START, filter }).on('caughtUp', () => through.abort()),
  );
  try {
    for (;;) {
      const next = await tap.next(readMs, through.signal);
      // A server that does not say how far it came is through when it has nothing more to say.
      if (next === null || next === SILENT) break;
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
