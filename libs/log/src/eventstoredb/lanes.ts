/** Work on one stream is done one behind the other, in the order it was asked for; on others meanwhile. */
export interface Lanes {
  /** Runs `act` when all that was asked for this stream before has ended, well or badly. */
  run<T>(stream: string, act: () => Promise<T>): Promise<T>;
  /** Resolves when nothing is on its way any more. */
  drained(): Promise<void>;
}

export function createLanes(): Lanes {
  const lastOf = new Map<string, Promise<unknown>>();
  return {
    async run(stream, act) {
      const before = lastOf.get(stream);
      const own = before ? before.catch(() => undefined).then(act) : act();
      lastOf.set(stream, own);
      try {
        return await own;
      } finally {
        if (lastOf.get(stream) === own) lastOf.delete(stream);
      }
    },
    async drained() {
      while (lastOf.size > 0) await Promise.allSettled(lastOf.values());
    },
  };
}
