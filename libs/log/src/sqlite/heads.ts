/** The last revision of streams, kept in memory for those appended to of late. */
export interface Heads {
  of(stream: string): number;
  set(stream: string, revision: number): void;
  clear(): void;
}

/** About 10 MB when full. */
const MAX_STREAMS = 50_000;

/** Heads that are looked up once and then remembered; the least recently used are forgotten first. */
export function createHeads(lookUp: (stream: string) => number, maxStreams = MAX_STREAMS): Heads {
  const known = new Map<string, number>(); // least recently used first

  function set(stream: string, revision: number): void {
    known.delete(stream);
    known.set(stream, revision);
    if (known.size > maxStreams) known.delete(known.keys().next().value!);
  }
  return {
    of(stream) {
      const revision = known.get(stream) ?? lookUp(stream);
      set(stream, revision);
      return revision;
    },
    set,
    clear: () => known.clear(),
  };
}
