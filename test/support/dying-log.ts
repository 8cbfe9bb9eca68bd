import { type EventLog, type NewEntry, type Appended, Unavailable } from '@cadre/kernel';

/** A real log whose process dies after a number of appends: the entries are kept, the acknowledgement and all that follows never come. */
export function dyingAfter(log: EventLog, appends: number): EventLog {
  let left = appends;
  return {
    append: async (stream: string, expectedRevision: number, entries: readonly NewEntry[]): Promise<Appended> => {
      if (left <= 0) throw new Unavailable('the process has died');
      left -= 1;
      const appended = await log.append(stream, expectedRevision, entries);
      if (left <= 0) throw new Unavailable('the process has died');
      return appended;
    },
    readStream: (stream) => log.readStream(stream),
    entryAt: (position) => log.entryAt(position),
    readAll: (after) => log.readAll(after),
    subscribeAll: (after, signal) => log.subscribeAll(after, signal),
    head: () => log.head(),
    close: () => log.close(),
  };
}
