import { BEGINNING, type CivilDate, FOREVER, addDays } from './civil-date.js';

/** What the timeline needs of an entry: an identity, a place in line, and when it can have become true. */
export interface Placed {
  readonly id: string;
  /** Its log position, or that of the entry it retells. */
  readonly ordinal: number;
  /** Breaks ties between equal ordinals. */
  readonly position: number;
  readonly earliest: CivilDate | null;
  readonly latest: CivilDate | null;
  /** Ids this one was told to come before. */
  readonly precedes: readonly string[];
}

/** Windows tightened along the canonical order; both ends never decrease. */
export interface Tightened {
  readonly earliest: CivilDate;
  readonly latest: CivilDate;
}

/** A half-open stretch of effective time [from, to) over which the same numbers of entries surely and possibly happened. */
export interface Segment {
  readonly from: CivilDate;
  readonly to: CivilDate;
  readonly surely: number;
  readonly possibly: number;
}

/**
 * The canonical order: the smallest-ordinal linear extension of "latest(i) < earliest(j)" and of `precedes`.
 * Returns null when the told precedences contradict each other or the windows.
 */
export function canonicalOrder<T extends Placed>(entries: readonly T[]): readonly T[] | null {
  const waiting = [...entries].sort((a, b) => a.ordinal - b.ordinal || a.position - b.position);
  const order: T[] = [];
  while (waiting.length > 0) {
    const next = waiting.findIndex((entry) => waiting.every((other) => other === entry || !mustPrecede(other, entry)));
    if (next < 0) return null;
    order.push(...waiting.splice(next, 1));
  }
  return order;
}

/** True when `a` must come before `b`: it ended before `b` can have begun, or it was recorded so. */
export function mustPrecede(a: Placed, b: Placed): boolean {
  return (a.latest !== null && b.earliest !== null && a.latest < b.earliest) || a.precedes.includes(b.id);
}

/** Tightens windows along an order: no entry before the earliest start so far, none after the first end still to come. */
export function tighten(order: readonly Placed[]): readonly Tightened[] {
  const starts: CivilDate[] = [];
  order.forEach((entry, i) => starts.push(later(starts[i - 1] ?? BEGINNING, entry.earliest ?? BEGINNING)));
  const ends: CivilDate[] = Array.from<CivilDate>({ length: order.length });
  for (let i = order.length - 1; i >= 0; i--) ends[i] = sooner(ends[i + 1] ?? FOREVER, order[i]!.latest ?? FOREVER);
  return starts.map((earliest, i) => ({ earliest, latest: ends[i]! }));
}

/** How many entries of an order surely (n₀) and possibly (n₁) happened by the end of a day. */
export function happenedBy(tightened: readonly Tightened[], validOn: CivilDate): { surely: number; possibly: number } {
  return {
    surely: tightened.filter((window) => window.latest <= validOn).length,
    possibly: tightened.filter((window) => window.earliest <= validOn).length,
  };
}

/** Lays an order out over effective time: contiguous half-open segments from BEGINNING to the day after FOREVER's use. */
export function segments(tightened: readonly Tightened[]): readonly Segment[] {
  const starts = tightened
    .flatMap(({ earliest, latest }) => [earliest, latest])
    .filter((day) => day > BEGINNING && day < FOREVER);
  const edges = [BEGINNING, ...[...new Set(starts)].sort(), END_OF_TIME];
  return edges.slice(0, -1).map((from, i) => ({ from, to: edges[i + 1]!, ...happenedBy(tightened, from) }));
}

/** The exclusive end of the last segment: later than any date a question can name. */
export const END_OF_TIME: CivilDate = FOREVER;

/** The last day of a half-open segment, or null when it never ends. */
export function lastDay(to: CivilDate): CivilDate | null {
  return to === END_OF_TIME ? null : addDays(to, -1);
}

const later = (a: CivilDate, b: CivilDate): CivilDate => (a > b ? a : b);
const sooner = (a: CivilDate, b: CivilDate): CivilDate => (a < b ? a : b);
