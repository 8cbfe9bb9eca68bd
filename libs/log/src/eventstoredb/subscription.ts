import { type CaughtUp, type Entry, Unavailable } from '@cadre/kernel';
import { type AllStreamResolvedEvent, type Position, START, streamNameFilter } from '@eventstore/db-client';
import { type Connection } from './connection.js';
import { LogUnusable } from './failure.js';
import { createPatience, type Limits } from './limits.js';
import { type Mark, type Marks } from './marks.js';
import { type Reader } from './reader.js';
import { entryOf, placeOf } from './stored-event.js';
import { SILENT, type Tap } from './tap.js';

interface Parts {
  readonly connection: Connection;
  readonly marks: Marks;
  readonly reader: Reader;
  readonly prefix: string;
  readonly limits: Limits;
}

/** How many 32-event pages of the whole log the server looks through before it says how far it came. */
const CHECKPOINT_PAGES = 100;

const PUT_BACK =
  'the log ends before what was read of it, or holds something else there: it was restored from a backup';

/**
 * History after a position, one CaughtUp mark, then live entries, until the signal ends it. The server's subscription
 * ends with any trouble; here it begins again after the last entry handed over, so that nothing is missed or repeated.
 * Without progress for `patienceMs` the trouble is thrown; at once, when what was read no longer stands in the log.
 */
export async function* follow(
  { connection, marks, reader, prefix, limits }: Parts,
  after: number,
  signal: AbortSignal,
): AsyncGenerator<Entry | CaughtUp> {
  const patience = createPatience(limits.patienceMs);
  let position = after;
  let last: Entry | null = null; // handed over here
  let isCaughtUp = false;
  let end: number | null = null; // where the log ended when this began
  let passed: Position | null = null; // later than `position`: only entries of others lie between

  while (!signal.aborted) {
    let tap: Tap<AllStreamResolvedEvent> | null = null;
    try {
      const now = await lookBack(marks, reader, position, last);
      end ??= now.head?.position ?? 0;
      if (passed && (now.upTo?.commit ?? 0n) < passed.commit) passed = null; // entries of others were lost
      for (;;) {
        if (!isCaughtUp && position >= end && !signal.aborted) {
          isCaughtUp = true;
          yield { caughtUp: true, position: end };
        }
        if (signal.aborted) return;
        tap ??= subscribe(passed ?? position);
        const next: AllStreamResolvedEvent | null | typeof SILENT = await tap.next(limits.silenceMs, signal);
        if (signal.aborted) return;
        if (next === null) throw new Error('the server ended the subscription');
        if (next === SILENT) {
          const { upTo, head } = await lookBack(marks, reader, position, last);
          if ((head?.position ?? 0) > position) throw new Error('the subscription has fallen silent');
          passed = upTo;
          patience.renew();
          continue;
        }
        patience.renew();
        const entry = next.event ? entryOf(next.event, prefix) : null;
        if (entry === null) continue;
        if (entry.position <= position) {
          if (isRepeated(entry, position, last)) continue;
          throw new Unavailable(PUT_BACK);
        }
        yield entry;
        [position, last] = [entry.position, entry];
        passed = null;
      }
    } catch (error) {
      if (error instanceof Unavailable || error instanceof LogUnusable) throw error; // closed, or damaged
      if (!(await patience.pause(signal))) throw error;
    } finally {
      tap?.close();
    }
  }

  function subscribe(from: Position | number): Tap<AllStreamResolvedEvent> {
    const fromPosition = from === 0 ? START : typeof from === 'number' ? placeOf(from) : from;
    const filter = streamNameFilter({ prefixes: [prefix], checkpointInterval: CHECKPOINT_PAGES });
    return connection.tap((client) => client.subscribeToAll({ fromPosition, filter, requiresLeader: true }));
  }
}

/**
 * Looks at the end of the log, and whether what was read stands in it: of an older copy that is written to again, a
 * server passes over whatever comes before the place that is followed from.
 */
async function lookBack(marks: Marks, reader: Reader, position: number, last: Entry | null): Promise<Mark> {
  const mark = await marks.look();
  const isThere = last === null || (await reader.at(last.position))?.eventId === last.eventId;
  if ((mark.head?.position ?? 0) < position || !isThere) throw new Unavailable(PUT_BACK);
  return mark;
}

const isRepeated = (entry: Entry, position: number, last: Entry | null): boolean =>
  entry.position === position && (last === null || last.eventId === entry.eventId);

/** The history `follow` hands over before it is caught up. */
export async function* history(parts: Parts, after: number): AsyncGenerator<Entry> {
  const patient = { ...parts, limits: { ...parts.limits, patienceMs: parts.limits.readMs } };
  for await (const item of follow(patient, after, new AbortController().signal)) {
    if ('caughtUp' in item) return;
    yield item;
  }
}
