import { setImmediate as nextTurn } from 'node:timers/promises';
import { type CaughtUp, type Entry } from '@cadre/kernel';
import { type Bell } from './bell.js';

/** What an engine offers to those who read the whole log; each call sees everything stored before it. @throws Unavailable */
export interface Pages {
  /** Position of the last entry; 0 for an empty log. */
  lastPosition(): number;
  /** The first entries with `after` < position ≤ `upTo`, in log order; none when there are none. */
  page(after: number, upTo: number): readonly Entry[];
}

/** Entries after a position, up to the last one at the time the first is asked for. */
export async function* readAll(pages: Pages, after: number): AsyncGenerator<Entry> {
  yield* between(pages, after, pages.lastPosition());
}

/** History, one CaughtUp mark, then live entries, until the signal ends it. */
export async function* subscribeAll(
  pages: Pages,
  bell: Bell,
  after: number,
  signal: AbortSignal,
): AsyncGenerator<Entry | CaughtUp> {
  let position = after;
  let isLive = false;
  while (!signal.aborted) {
    const end = pages.lastPosition();
    for await (const entry of between(pages, position, end)) {
      if (signal.aborted) return;
      yield entry;
      position = entry.position;
    }
    if (!isLive && !signal.aborted) yield { caughtUp: true, position: end };
    isLive = true;
    // Nothing is awaited between this look and the wait: no append of this process can slip between the two.
    if (pages.lastPosition() <= position) await bell.rung(signal);
  }
}

async function* between(pages: Pages, after: number, upTo: number): AsyncGenerator<Entry> {
  for (let position = after; position < upTo;) {
    const page = pages.page(position, upTo);
    if (page.length === 0) return;
    yield* page;
    position = page.at(-1)!.position;
    await nextTurn(); // a long history must not keep the event loop to itself
  }
}
