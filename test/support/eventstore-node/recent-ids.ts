/** Bytes the ids and their places may take, counted as the server counts them; the oldest go first. */
const LIMIT_BYTES = 8 * 1024 * 1024;
const ID_BYTES = 16 + 4 + 8;

export interface RecentIds {
  /** The first place seen wins: an id used again in another stream is not remembered there. */
  remember(eventId: string, stream: string, revision: number): void;
  revisionIn(eventId: string, stream: string): number | null;
  forget(): void;
}

/** Event ids written by this process, in memory only: a restart forgets them, which is all `any` promises. */
export function createRecentIds(limit: number = LIMIT_BYTES): RecentIds {
  const places = new Map<string, { readonly stream: string; readonly revision: number }>();
  let bytes = 0;
  const bytesOf = (stream: string): number => ID_BYTES + 2 * stream.length;
  return {
    remember(eventId, stream, revision) {
      if (places.has(eventId)) return;
      places.set(eventId, { stream, revision });
      bytes += bytesOf(stream);
      for (const [oldest, place] of places) {
        if (bytes <= limit) break;
        places.delete(oldest);
        bytes -= bytesOf(place.stream);
      }
    },
    revisionIn(eventId, stream) {
      const place = places.get(eventId);
      return place?.stream === stream ? place.revision : null;
    },
    forget() {
      places.clear();
      bytes = 0;
    },
  };
}
