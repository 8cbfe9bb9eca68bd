import { type Codec, type DomainEvent, type Entry, isRefusal } from '@cadre/kernel';

/** An entry in today's shape, or as stored with the reason why today's shape does not fit it. */
export interface ReadEntry {
  readonly entry: Entry;
  readonly unreadable: string | null;
}

/** Histories of streams, for refolding one when an entry is added to it. */
export interface StreamCache {
  /** The stream up to and with these entries, which follow one another and are its last. */
  upTo(added: readonly ReadEntry[]): Promise<readonly ReadEntry[]>;
}

/** About 100 MB when full. */
const MAX_ENTRIES = 100_000;

/** Remembers histories; the least recently used are forgotten first and read again from the log when needed. */
export function createStreamCache(
  readStream: (stream: string) => Promise<readonly Entry[]>,
  read: (entry: Entry) => ReadEntry,
  maxEntries = MAX_ENTRIES,
): StreamCache {
  const known = new Map<string, ReadEntry[]>(); // least recently used first
  let size = 0;

  function keep(stream: string, history: ReadEntry[]): void {
    known.set(stream, history);
    size += history.length;
    for (const [oldest, forgotten] of known) {
      if (size <= maxEntries || oldest === stream) return;
      known.delete(oldest);
      size -= forgotten.length;
    }
  }
  async function before(stream: string, first: Entry): Promise<ReadEntry[]> {
    const cached = known.get(stream) ?? [];
    known.delete(stream);
    size -= cached.length;
    const at = cached.findIndex(({ entry }) => entry.revision >= first.revision);
    const kept = at < 0 ? cached : cached.slice(0, at); // a batch told again
    if ((kept.at(-1)?.entry.revision ?? -1) === first.revision - 1) return kept;
    const stored = await readStream(stream);
    return stored.filter((entry) => entry.revision < first.revision).map(read);
  }
  return {
    async upTo(added) {
      const { stream } = added[0]!.entry;
      const history = await before(stream, added[0]!.entry);
      history.push(...added);
      keep(stream, history);
      return history;
    },
  };
}

/** Reads an entry in today's shape. */
export function readEntry(codec: Codec, entry: Entry): ReadEntry {
  if (entry.event.type === 'EntryRetracted') return { entry, unreadable: null };
  try {
    const event = codec.read(entry.event.type, entry.schemaVersion, entry.event.data);
    if (!isRefusal(event)) return { entry: { ...entry, event: event as DomainEvent }, unreadable: null };
    return { entry, unreadable: event.sentence };
  } catch (error) {
    return { entry, unreadable: (error as Error).message };
  }
}
