import { type Codec, type Entry } from '@cadre/kernel';
import { groupBy } from './group-by.js';
import { type Checkpoint, type Projection } from './projection.js';
import { type ReadEntry, readEntry, type StreamCache } from './stream-cache.js';

/** Tells one batch of entries: reads what is missing of their streams, then writes rows and checkpoint together. */
export async function tell(
  projection: Projection,
  cache: StreamCache,
  codec: Codec,
  batch: readonly Entry[],
): Promise<Checkpoint> {
  const entries = batch.map((entry) => readEntry(codec, entry));
  const histories = new Map<string, readonly ReadEntry[]>();
  for (const [stream, added] of groupBy(entries, ({ entry }) => entry.stream)) {
    histories.set(stream, await cache.upTo(added));
  }
  return projection.apply({ entries, histories });
}
