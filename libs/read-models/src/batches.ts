import { setImmediate as nextTurn } from 'node:timers/promises';
import { type CaughtUp, type Entry } from '@cadre/kernel';

/** Cuts a subscription into batches: all that has come by the next turn of the event loop, up to a number. */
export async function* batches(
  feed: AsyncIterable<Entry | CaughtUp>,
  most: number,
  signal: AbortSignal,
): AsyncGenerator<readonly Entry[]> {
  const waiting: Entry[] = [];
  let [ended, failure]: [boolean, unknown] = [false, null];
  let wakeReader = (): void => undefined;
  let wakeFeed = (): void => undefined;
  const pump = async (): Promise<void> => {
    for await (const entry of feed) {
      if ('caughtUp' in entry) continue;
      waiting.push(entry);
      wakeReader();
      if (waiting.length >= most) await new Promise<void>((resolve) => (wakeFeed = resolve));
    }
  };
  pump()
    .catch((error: unknown) => (failure = error))
    .finally(() => {
      ended = true;
      wakeReader();
    });
  signal.addEventListener('abort', () => {
    wakeFeed();
    wakeReader();
  });
  while (!signal.aborted) {
    if (waiting.length === 0 && !ended) await new Promise<void>((resolve) => (wakeReader = resolve));
    await nextTurn(); // whatever else is ready comes into the same batch
    if (waiting.length > 0 && !signal.aborted) yield waiting.splice(0, most);
    else if (ended && failure !== null) throw failure;
    else if (ended) return;
    wakeFeed();
  }
}
