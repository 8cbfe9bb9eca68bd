import {
  type Appended,
  Conflict,
  type Entry,
  type EventLog,
  type LogHead,
  type NewEntry,
  NO_STREAM,
  Rejected,
  Unavailable,
} from '@cadre/kernel';

/** A log over another one, and what it keeps to itself. */
export interface OverlayLog extends EventLog {
  /** Everything appended here, in order; none of it is in the log below. */
  kept(): readonly Entry[];
}

/**
 * A log over another one: reads through to it and keeps what is appended to itself, in memory. What a dry run writes to.
 * Meets the port but for two things: an event id is only looked for among the entries kept here, and it cannot be followed.
 */
export function overlayLog(below: EventLog): OverlayLog {
  const kept: Entry[] = [];
  const keptByStream = new Map<string, Entry[]>();
  const keptIds = new Set<string>();
  let base: LogHead | null | undefined;

  const readStream = async (stream: string): Promise<readonly Entry[]> => {
    const standing = await below.readStream(stream);
    const own = keptByStream.get(stream);
    if (!own) return standing;
    // What others append below meanwhile is left out: the overlay goes on from the history it was decided on.
    return [...standing.filter((entry) => entry.revision < own[0]!.revision), ...own];
  };

  const append = async (stream: string, expected: number, added: readonly NewEntry[]): Promise<Appended> => {
    if (added.length === 0) throw new Rejected('EMPTY_APPEND', 'nothing to append');
    const standing = await readStream(stream);
    const again = standing.slice(expected + 1, expected + 1 + added.length);
    if (again.length === added.length && again.every((entry, i) => entry.eventId === added[i]!.eventId)) {
      return { revision: again.at(-1)!.revision, position: again.at(-1)!.position };
    }
    const last = standing.at(-1)?.revision ?? NO_STREAM;
    if (last !== expected) throw new Conflict(stream, expected, last);
    const taken = added.find(({ eventId }) => keptIds.has(eventId));
    if (taken) throw new Rejected('EVENT_ID_TAKEN', `event id ${taken.eventId} stands elsewhere`);
    base ??= await below.head();
    const start = (base?.position ?? 0) + kept.length;
    const entries = added.map((entry, i) => ({
      ...entry,
      stream,
      revision: last + 1 + i,
      position: start + 1 + i,
    }));
    for (const entry of entries) keptIds.add(entry.eventId);
    kept.push(...entries);
    keptByStream.set(stream, [...(keptByStream.get(stream) ?? []), ...entries]);
    return { revision: last + added.length, position: start + added.length };
  };

  return {
    kept: () => kept,
    append,
    readStream,
    entryAt: async (position) => kept.find((entry) => entry.position === position) ?? below.entryAt(position),
    async *readAll(after) {
      for await (const entry of below.readAll(after))
        if (kept.length === 0 || entry.position < kept[0]!.position) yield entry;
      yield* kept.filter((entry) => entry.position > after);
    },
    subscribeAll: () => {
      throw new Unavailable('an overlay log is decided on, never followed');
    },
    head: async () => {
      const head = await below.head();
      const last = kept.at(-1);
      if (!last) return head;
      const latest = kept.reduce(
        (max, { recordedAt }) => (recordedAt > max ? recordedAt : max),
        base?.recordedAt ?? '',
      );
      return { position: last.position, recordedAt: latest };
    },
    close: async () => undefined, // the log below belongs to whoever opened it
  };
}
