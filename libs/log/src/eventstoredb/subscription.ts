import { type CaughtUp, type Entry, Unavailable } from '@cadre/kernel';
import { type AllStreamResolvedEvent, type Position, START, streamNameFilter } from '@eventstore/db-client';
import { type Connection } from './connection.js';
import { LogUnusable } from './failure.js';
import { createPatience, type Limits } from './limits.js';
import { type Marks } from './marks.js';
import { type Reader } from './reader.js';
import { entryOf, placeOf } from './stored-event.js';
import { SILENT, type Tap } from './tap.js';

interface Parts {
  readonly connection: Connection;
  readonly marks: Marks;
  readonly reader: Pick<Reader, 'at'>;
  readonly prefix: string;
  readonly limits: Limits;
}

/** How many 32-event pages of the whole log the server looks through before it says how far it came. */
const CHECKPOINT_PAGES = 100;

/**
 * History after a position, one CaughtUp mark, then live entries, until the signal ends it. The server's subscription
 * ends with any trouble; here it begins again after the last entry handed over, so that nothing is missed or repeated.
 * Without progress for `patienceMs` the trouble is thrown. So is, at once, that the log no longer holds that entry: a
 * server that was put back to an older copy writes others behind places that were read before.
 */
export async function* follow(
  { connection, marks, reader, prefix, limits }: Parts,
  after: number,
  signal: AbortSignal,
): AsyncGenerator<Entry | CaughtUp> {
  const patience = createPatience(limits.patienceMs);
  let position = after;
  let lastId: string | null = null; // of the entry there, as far as it was handed over here
  let isCaughtUp = false;
  let end: number | null = null; // where the log ended when this began
  let passed: Position | null = null; // later than `position`: only entries of others lie between

  while (!signal.aborted) {
    let tap: Tap<AllStreamResolvedEvent> | null = null;
    try {
      end ??= (await marks.look()).head?.position ?? 0;
      for (;;) {
        if (!isCaughtUp && position >= end && !signal.aborted) {
          isCaughtUp = true;
          yield { caughtUp: true, position: end };
        }
        if (signal.aborted) return;
        if (tap === null) {
          await checkHeld();
          tap = subscribe(passed ?? position);
        }
        const next: AllStreamResolvedEvent | null | typeof SILENT = await tap.next(limits.silenceMs, signal);
        if (signal.aborted) return;
        if (next === null) throw new Error('the server ended the subscription');
        if (next === SILENT) {
          const { upTo, head } = await marks.look();
          if ((head?.position ?? 0) > position) throw new Error('the subscription has fallen silent');
          if ((head?.position ?? 0) < position) throw shorter();
          passed = upTo;
          patience.renew();
          continue;
        }
        patience.renew();
        const entry = next.event ? entryOf(next.event, prefix) : null;
        if (entry === null || entry.position <= position) continue;
        yield entry;
        [position, lastId] = [entry.position, entry.eventId];
        passed = null;
      }
    } catch (error) {
      if (error instanceof Unavailable || error instanceof LogUnusable) throw error; // closed, or damaged
      if (!(await patience.pause(signal))) throw error;
    } finally {
      tap?.close();
    }
  }

  async function checkHeld(): Promise<void> {
    if (position === 0) return;
    const held = await reader.at(position);
    if (held === null || (lastId !== null && held.eventId !== lastId)) throw shorter();
  }

  function shorter(): Unavailable {
    return new Unavailable(
      `the log no longer holds what was read at position ${position}: it was restored, or is another one`,
    );
  }

  function subscribe(from: Position | number): Tap<AllStreamResolvedEvent> {
    const fromPosition = from === 0 ? START : typeof from === 'number' ? placeOf(from) : from;
    const filter = streamNameFilter({ prefixes: [prefix], checkpointInterval: CHECKPOINT_PAGES });
    return connection.tap((client) => client.subscribeToAll({ fromPosition, filter }));
  }
}

/** The history `follow` hands over before it is caught up. */
export async function* history(parts: Parts, after: number): AsyncGenerator<Entry> {
  const patient = { ...parts, limits: { ...parts.limits, patienceMs: parts.limits.readMs } };
  for await (const item of follow(patient, after, new AbortController().signal)) {
    if ('caughtUp' in item) return;
    yield item;
  }
}
