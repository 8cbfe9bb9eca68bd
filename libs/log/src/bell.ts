/** Wakes those who wait for the next append. */
export interface Bell {
  ring(): void;
  /** Resolves at the next ring, when the signal aborts, or after `pollMs` of silence, whichever is first. */
  rung(signal: AbortSignal): Promise<void>;
}

/**
 * A bell that is rung by appends of this process. Engines whose storage other processes may append to as well
 * give `pollMs`: after that long the waiter looks for itself. The timer also keeps a process alive that only waits.
 */
export function createBell(pollMs: number | null): Bell {
  const waiting = new Set<() => void>();
  return {
    ring() {
      for (const wake of waiting) wake();
    },
    rung: (signal) =>
      new Promise((resolve) => {
        const timer = pollMs === null ? undefined : setTimeout(wake, pollMs);
        function wake(): void {
          waiting.delete(wake);
          clearTimeout(timer);
          signal.removeEventListener('abort', wake);
          resolve();
        }
        waiting.add(wake);
        signal.addEventListener('abort', wake);
        if (signal.aborted) wake();
      }),
  };
}
