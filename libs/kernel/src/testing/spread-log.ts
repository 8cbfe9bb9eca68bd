import { type Entry } from '../entry.js';
import { type CaughtUp, type EventLog } from '../event-log.js';

/** Like byte offsets: far apart, never a multiple of one another, beyond 32 bits before long. */
const [FIRST, STRIDE] = [7_919, 104_729];
const spread = (position: number): number => FIRST + STRIDE * position;

/** The position below, or null where this one was never given. */
function below(position: number): number | null {
  const found = (position - FIRST) / STRIDE;
  return Number.isInteger(found) && found >= 0 ? found : null;
}

/** A log with gaps between its positions, over one that has none: whoever counts with positions goes wrong on it. */
export function spreadLog(log: EventLog): EventLog {
  const apart = <T extends Entry | CaughtUp>(entry: T): T => ({ ...entry, position: spread(entry.position) });
  async function* eachApart<T extends Entry | CaughtUp>(entries: AsyncIterable<T>): AsyncGenerator<T> {
    for await (const entry of entries) yield apart(entry);
  }
  const from = (after: number): number => {
    const found = after === 0 ? 0 : below(after);
    if (found === null) throw new Error(`nobody may reckon positions: this log never gave ${after}`);
    return found;
  };
  return {
    append: async (stream, expectedRevision, entries) => {
      const { revision, position } = await log.append(stream, expectedRevision, entries);
      return { revision, position: spread(position) };
    },
    readStream: async (stream) => (await log.readStream(stream)).map(apart),
    entryAt: async (position) => {
      const found = below(position);
      const entry = found === null ? null : await log.entryAt(found);
      return entry && apart(entry);
    },
    readAll: (after) => eachApart(log.readAll(from(after))),
    subscribeAll: (after, signal) => eachApart(log.subscribeAll(from(after), signal)),
    head: async () => {
      const head = await log.head();
      return head && { ...head, position: spread(head.position) };
    },
    close: () => log.close(),
  };
}
