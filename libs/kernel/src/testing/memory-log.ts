import { type Entry, type NewEntry } from '../entry.js';
import { type Appended, Conflict, type EventLog, type LogHead, Rejected } from '../event-log.js';

/** Just enough of a log for tests inside the kernel and of deciders; libs/log has the real one. Keeps plain JSON copies. */
export class MemoryLog implements EventLog {
  readonly entries: Entry[] = [];

  async append(stream: string, expectedRevision: number, added: readonly NewEntry[]): Promise<Appended> {
    if (added.length === 0) throw new Rejected('EMPTY_APPEND', 'nothing to append');
    const standing = this.entries.filter((entry) => entry.stream === stream); // no await from here on
    const last = standing.at(-1)?.revision ?? -1;
    const again = standing.slice(expectedRevision + 1, expectedRevision + 1 + added.length);
    if (again.length === added.length && again.every((entry, i) => isSame(entry, added[i]!))) {
      return { revision: again.at(-1)!.revision, position: again.at(-1)!.position };
    }
    if (last !== expectedRevision) throw new Conflict(stream, expectedRevision, last);
    if (added.some(({ eventId }) => this.entries.some((entry) => entry.eventId === eventId)))
      throw new Rejected('EVENT_ID_TAKEN', 'event id stands elsewhere');
    added.forEach((entry, i) => {
      const place = { stream, revision: last + 1 + i, position: this.entries.length + 1 };
      this.entries.push(JSON.parse(JSON.stringify({ ...entry, ...place })) as Entry);
    });
    return { revision: last + added.length, position: this.entries.length };
  }

  async readStream(stream: string): Promise<readonly Entry[]> {
    return this.entries.filter((entry) => entry.stream === stream);
  }

  async entryAt(position: number): Promise<Entry | null> {
    return this.entries[position - 1] ?? null;
  }

  async *readAll(after: number): AsyncIterable<Entry> {
    yield* this.entries.filter((entry) => entry.position > after);
  }

  subscribeAll(): AsyncIterable<Entry> {
    throw new Error('the test log has no subscriptions');
  }

  async head(): Promise<LogHead | null> {
    const times = this.entries.map((entry) => entry.recordedAt).sort();
    return times.length === 0 ? null : { position: this.entries.length, recordedAt: times.at(-1)! };
  }

  async close(): Promise<void> {}
}

/** The same command's entry: the id follows from the command id alone, so the hash must agree as well. */
const isSame = (entry: Entry, added: NewEntry): boolean =>
  entry.eventId === added.eventId && entry.commandHash === added.commandHash;
