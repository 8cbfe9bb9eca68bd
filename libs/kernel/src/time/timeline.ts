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
  const waiting = entries.toSorted((a, b) => a.ordinal - b.ordinal || a.position - b.position);
  const byEnd = entries.toSorted((a, b) => compare(a.latest ?? FOREVER, b.latest ?? FOREVER));
  const toldFirst = toldBefore(entries);
  const placed = new Set<string>();
  const order: T[] = [];
  let end = 0;
  while (waiting.length > 0) {
    while (placed.has(byEnd[end]!.id)) end++;
    const firstEnd = byEnd[end]!.latest ?? FOREVER;
    const isFree = (entry: T): boolean =>
      (entry.earliest ?? BEGINNING) <= firstEnd && (toldFirst.get(entry.id)?.every((id) => placed.has(id)) ?? true);
    const next = waiting.findIndex(isFree);
    if (next < 0) return null;
    const [entry] = waiting.splice(next, 1);
    placed.add(entry!.id);
    order.push(entry!);
  }
  return order;
}

/** For each entry that others were told to precede: the ids of those others. */
function toldBefore(entries: readonly Placed[]): ReadonlyMap<string, readonly string[]> {
  const before = new Map<string, string[]>();
  for (const { id, precedes } of entries) {
    for (const after of precedes) if (after !== id) before.set(after, [...(before.get(after) ?? []), id]);
  }
  return before;
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

const compare = (a: string, b: string): number => (a < b ? -1 : Number(a > b));
const later = (a: CivilDate, b: CivilDate): CivilDate => (a > b ? a : b);
const sooner = (a: CivilDate, b: CivilDate): CivilDate => (a < b ? a : b);
