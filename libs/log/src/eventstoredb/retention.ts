import { type AllStreamResolvedEvent, BACKWARDS, END, START, streamNameFilter } from '@eventstore/db-client';
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
  const end = await endOf(connection, readMs);
  if (end === null) return;
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

/** Commit position of the last event on the server; null when there is none. */
async function endOf(connection: Connection, readMs: number): Promise<bigint | null> {
  const options = { direction: BACKWARDS, fromPosition: END, maxCount: 1 } as const;
  const tap = connection.tap<AllStreamResolvedEvent>((client) => client.readAll(options));
  try {
    return (await tap.take(readMs))?.event?.position.commit ?? null;
  } finally {
    tap.close();
  }
}
