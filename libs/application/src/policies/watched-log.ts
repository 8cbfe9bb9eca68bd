import { type Entry, type EventLog } from '@cadre/kernel';
import { type Followed } from './policy-memory.js';

/** A log through which a policy reacts to an entry, and what was seen there to have been recorded because of that entry. */
export interface WatchedLog {
  readonly log: EventLog;
  /** Also what an earlier reaction recorded, before a crash or in another process: reacting again only reads it. */
  followed(): readonly Followed[];
}

/** The same log, with an eye on entries caused by the one with that event id. */
export function watchedLog(log: EventLog, because: string): WatchedLog {
  const seen = new Map<string, Followed>();
  const note = ({ eventId, event: { type } }: Pick<Entry, 'eventId' | 'event'>, stream: string, position: number) =>
    seen.set(eventId, { because, eventId, stream, type, position });
  return {
    log: {
      append: async (stream, expectedRevision, entries) => {
        const appended = await log.append(stream, expectedRevision, entries);
        for (const entry of entries) note(entry, stream, appended.position);
        return appended;
      },
      readStream: async (stream) => {
        const entries = await log.readStream(stream);
        for (const entry of entries) if (entry.causationId === because) note(entry, stream, entry.position);
        return entries;
      },
      entryAt: (position) => log.entryAt(position),
      readAll: (after) => log.readAll(after),
      subscribeAll: (after, signal) => log.subscribeAll(after, signal),
      head: () => log.head(),
      close: () => log.close(),
    },
    followed: () => [...seen.values()],
  };
}
