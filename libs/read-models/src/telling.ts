import { type Codec, type Entry, shareOf } from '@cadre/kernel';
import { groupBy } from './group-by.js';
import { type Projection } from './projection.js';
import { type ReadEntry, readEntry, type StreamCache } from './stream-cache.js';
import { type Checkpoint } from './tables/store.js';

/** Entries of the log that follow one another after a checkpoint, of which some shares are to be told. */
export interface Untold {
  readonly after: Checkpoint;
  readonly entries: readonly Entry[];
  readonly shares: ReadonlySet<number>;
}

/** Tells one batch of entries: reads what is missing of their streams, then writes rows and checkpoint together. */
export async function tell(
  projection: Projection,
  cache: StreamCache,
  codec: Codec,
  { after, entries, shares }: Untold,
): Promise<Checkpoint> {
  const read = entries.map((entry) => readEntry(codec, entry));
  const ours = read.filter(({ entry }) => shares.has(shareOf(entry.stream)));
  const histories = new Map<string, readonly ReadEntry[]>();
  for (const [stream, added] of groupBy(ours, ({ entry }) => entry.stream)) {
    histories.set(stream, await cache.upTo(added));
  }
  return projection.apply({ after, entries: read, histories, shares });
}
