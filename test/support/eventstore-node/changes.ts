import { type Writer } from './writer.js';

/** Waits for commits, without missing one between two waits. */
export interface Changes {
  /** Resolves once something was committed since the last wait began; also when the signal aborts. */
  next(): Promise<void>;
  stop(): void;
}

export function watchChanges(writer: Writer, signal: AbortSignal): Changes {
  let [hasChanged, wake] = [false, (): void => {}];
  const notice = (): void => {
    hasChanged = true;
    wake();
  };
  const stopListening = writer.onCommit(notice);
  signal.addEventListener('abort', notice, { once: true });
  return {
    async next() {
      if (!hasChanged && !signal.aborted) await new Promise<void>((resolve) => (wake = resolve));
      hasChanged = false;
    },
    stop() {
      stopListening();
      signal.removeEventListener('abort', notice);
    },
  };
}
