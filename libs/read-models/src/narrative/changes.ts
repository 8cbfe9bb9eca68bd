import { sql } from 'kysely';
import { type AsOfDates } from '../as-of.js';
import { notRetracted } from '../history/history.query.js';
import { placingsOf, type ToldEntry, toldIn } from '../history/placing.js';
import { type Snapshot } from '../tables/tables.js';

/** An entry that counts as of two dates, and the stream it is told in. */
export interface Change extends ToldEntry {
  readonly stream: string;
}

/**
 * The entries of some types that possibly had happened by a day, as known at a moment, in the order of their days.
 * Only the streams that have any are read.
 */
export async function changesOf(
  snapshot: Snapshot,
  types: readonly string[],
  dates: AsOfDates,
): Promise<readonly Change[]> {
  const { validOn, knownAt } = dates;
  const found = await snapshot.all<{ stream: string }>(sql`select distinct e.stream as stream from entries e
    where e.type in (${sql.join(types)}) and e.known_at <= ${knownAt}
      and (e.earliest is null or e.earliest <= ${validOn}) and ${notRetracted(snapshot.words, knownAt)}
    order by e.stream`);
  const placings = await placingsOf(
    snapshot,
    found.map(({ stream }) => stream),
    knownAt,
  );
  const changes = [...placings].flatMap(([stream, placing]) =>
    toldIn(placing)
      .by(validOn)
      .filter(({ type }) => types.includes(type))
      .map((told) => ({ ...told, stream })),
  );
  return changes.toSorted(byDay);
}

/** By their last day, then their first; open ends last. */
function byDay(a: Change, b: Change): number {
  const key = ({ window: { earliest, latest }, stream }: Change): string =>
    `${latest ?? '9'} ${earliest ?? '0'} ${stream}`;
  return key(a) < key(b) ? -1 : key(a) > key(b) ? 1 : 0;
}
