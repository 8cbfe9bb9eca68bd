import {
  type AllStreamRecordedEvent,
  type AllStreamResolvedEvent,
  BACKWARDS,
  END,
  type Position,
} from '@eventstore/db-client';
import { type Connection } from './connection.js';

/** Events per page: the end of a log is often known but for an event or two, and a server sends ahead what it is asked for. */
const PAGES = [4, 32, 256] as const;

/** The events of the whole server's log from its last one backwards, of whatever program. */
export async function* backwards(connection: Connection, readMs: number): AsyncGenerator<AllStreamRecordedEvent> {
  let from: Position | null = null;
  for (let page = 0; ; page++) {
    const maxCount = PAGES[page] ?? PAGES.at(-1)!;
    const read: AllStreamRecordedEvent[] = [];
    const options = { direction: BACKWARDS, fromPosition: from ?? END, maxCount, requiresLeader: true } as const;
    const tap = connection.tap<AllStreamResolvedEvent>((client) => client.readAll(options));
    try {
      for (let it = await tap.take(readMs); it !== null; it = await tap.take(readMs)) if (it.event) read.push(it.event);
    } finally {
      tap.close();
    }
    yield* read;
    if (read.length < maxCount) return;
    from = read.at(-1)!.position; // a read backwards begins before the position it is given
  }
}
