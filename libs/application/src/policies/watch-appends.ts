import { type Appended, type EventLog } from '@cadre/kernel';

/** The same log, telling of every append made through it. */
export function watchAppends(log: EventLog, onAppended: (appended: Appended) => void): EventLog {
  return {
    append: async (stream, expectedRevision, entries) => {
      const appended = await log.append(stream, expectedRevision, entries);
      onAppended(appended);
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
