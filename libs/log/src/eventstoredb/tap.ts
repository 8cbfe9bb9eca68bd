import { Silence } from './failure.js';

/** What `next` answers when nothing came in time. */
export const SILENT = Symbol('silent');

/** Events drawn one by one from what the server streams; never more than a few wait in memory. */
export interface Tap<E> {
  /** The next event; null after the last; SILENT after `limitMs` of nothing, or at once when the signal aborts. */
  next(limitMs: number, signal?: AbortSignal): Promise<E | null | typeof SILENT>;
  /** The next event; null after the last. @throws Silence after `limitMs` of nothing */
  take(limitMs: number): Promise<E | null>;
  /** Tells the server to stop. Must be called whenever no more is wanted. */
  close(): void;
}

export interface TapWatch {
  heard(): void;
  /** A wait that began at `since` (clock of `performance`) ended in this error. */
  failed(error: unknown, since: number): void;
}

/** A stream of the client: reads end with `cancel`, subscriptions with `unsubscribe`. */
export interface ClientStream {
  on(event: 'error', listener: (error: unknown) => void): unknown;
  on(event: 'end' | 'close' | 'readable', listener: () => void): unknown;
  off(event: 'readable', listener: () => void): unknown;
  read(): unknown;
  resume(): unknown;
  cancel?(): Promise<void>;
  unsubscribe?(): Promise<void>;
}

/**
 * Draws from a stream of the client. The client emits an error whether or not anyone listens, ends a read that is
 * cancelled as if it were complete, and never ends a call whose events nobody takes: all three end here.
 */
export function openTap<E>(stream: ClientStream, gone: AbortSignal, watch: TapWatch): Tap<E> {
  const news = listenTo(stream, gone);

  async function next(limitMs: number, signal?: AbortSignal): Promise<E | null | typeof SILENT> {
    const since = performance.now();
    for (;;) {
      const event = stream.read() as E | null;
      if (event !== null) {
        watch.heard();
        return event;
      }
      const failure = news.failure();
      if (failure) {
        watch.failed(failure.error, since);
        throw failure.error;
      }
      if (news.isEnded()) return null;
      const left = since + limitMs - performance.now();
      if (left <= 0 || signal?.aborted) return SILENT;
      await news.next(left, signal);
    }
  }

  return {
    next,
    async take(limitMs) {
      const since = performance.now();
      const event = await next(limitMs);
      if (event !== SILENT) return event;
      const silence = new Silence(limitMs);
      watch.failed(silence, since);
      throw silence;
    },
    close: () => news.stop(),
  };
}

/** What becomes of a stream, for whoever waits at it. */
function listenTo(stream: ClientStream, gone: AbortSignal) {
  let failure: { readonly error: unknown } | null = null;
  let isEnded = false;
  let wake = (): void => undefined;

  const failed = (error: unknown): void => {
    failure ??= { error };
    wake();
  };
  const ended = (): void => {
    isEnded = true;
    wake();
  };
  const readable = (): void => wake();
  const dropped = (): void => failed(gone.reason);
  stream.on('error', failed);
  stream.on('end', ended);
  stream.on('close', ended);
  stream.on('readable', readable);
  gone.addEventListener('abort', dropped);

  return {
    failure: () => failure,
    isEnded: () => isEnded,
    /** Resolves with the next change, after `ms`, or when the signal aborts. */
    next: (ms: number, signal?: AbortSignal) =>
      new Promise<void>((resolve) => {
        const timer = setTimeout(() => wake(), ms);
        wake = () => {
          clearTimeout(timer);
          signal?.removeEventListener('abort', wake);
          wake = () => undefined;
          resolve();
        };
        signal?.addEventListener('abort', wake);
      }),
    stop() {
      gone.removeEventListener('abort', dropped);
      const stopping = stream.cancel?.() ?? stream.unsubscribe?.();
      stopping?.catch(() => undefined); // a call that never began needs no end
      // What still waits must flow off: the call ends only behind it, and the client keeps every call that has not ended.
      stream.off('readable', readable);
      stream.resume();
    },
  };
}
