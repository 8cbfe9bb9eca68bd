import { type DomainEvent, type Entry, isRetraction, recordingDay } from '../entry.js';
import { type CivilDate, type Instant } from './civil-date.js';
import { canonicalOrder, type Placed } from './timeline.js';

/**
 * How an event type sits in time. An occurrence has happened: its window ends no later than the day it was recorded.
 * A decision with effect may begin in the future.
 */
export type Nature = 'occurrence' | 'decision';

/** Nature of each event type of a stream kind. */
export type Natures = Readonly<Record<string, Nature>>;

/** An entry that counts, with its place in line. */
export interface KnownEntry<E extends DomainEvent = DomainEvent> extends Placed {
  readonly entry: Entry<E>;
}

/**
 * What a stream's entries say at a moment: those recorded by then, less the retracted, less the retractions,
 * each placed on the timeline. Entries must come in order of revision. A retraction may itself be retracted.
 */
export function knownAt<E extends DomainEvent>(
  entries: readonly Entry<E>[],
  natures: Natures,
  moment: Instant | null,
): readonly KnownEntry<E>[] {
  const seen = moment === null ? entries : recordedBy(entries, moment);
  const retracted = retractedIds(seen);
  const roots = rootsOf(seen);
  const live = seen.filter((entry) => !isRetraction(entry) && !retracted.has(entry.eventId));
  const liveByRoot = new Map(live.map((entry) => [roots.get(entry.eventId)!.eventId, entry.eventId]));
  const resolve = (id: string): string => liveByRoot.get(roots.get(id)?.eventId ?? id) ?? id;
  return live.map((entry) => ({
    id: entry.eventId,
    entry,
    ordinal: roots.get(entry.eventId)!.position,
    position: entry.position,
    earliest: entry.effective.earliest,
    latest: latestOf(entry, natures),
    precedes: entry.precedes.map(resolve),
  }));
}

/** Known entries in canonical order. Throws when told precedences contradict: the log was checked before every append. */
export function inCanonicalOrder<E extends DomainEvent>(known: readonly KnownEntry<E>[]): readonly KnownEntry<E>[] {
  const order = canonicalOrder(known);
  if (order === null) throw new Error(`contradicting precedences in ${known[0]?.entry.stream ?? 'an empty stream'}`);
  return order;
}

/** Entries recorded by a moment. Known time never decreases along a stream: it is the running maximum of recordedAt. */
export function recordedBy<E extends DomainEvent>(entries: readonly Entry<E>[], moment: Instant): readonly Entry<E>[] {
  const firstLater = entries.findIndex((entry) => entry.recordedAt > moment);
  return firstLater < 0 ? entries : entries.slice(0, firstLater);
}

/** Ids that no longer count: named by a retraction that is itself not retracted. Retractions name earlier entries only. */
export function retractedIds(entries: readonly Entry[]): ReadonlySet<string> {
  const retracted = new Set<string>();
  for (const entry of entries.toReversed()) {
    if (isRetraction(entry) && !retracted.has(entry.eventId)) retracted.add(entry.event.data.eventId);
  }
  return retracted;
}

/** For each entry the first telling it goes back to: itself, or the root of the entry it retells. */
function rootsOf(entries: readonly Entry[]): ReadonlyMap<string, Entry> {
  const roots = new Map<string, Entry>();
  for (const entry of entries) roots.set(entry.eventId, (entry.retells !== null && roots.get(entry.retells)) || entry);
  return roots;
}

/** An occurrence cannot have happened after the day it was recorded, whatever its window leaves open; no window is cut to nothing. */
function latestOf(entry: Entry, natures: Natures): CivilDate | null {
  const told = entry.effective.latest;
  if (natures[entry.event.type] !== 'occurrence') return told;
  const { earliest } = entry.effective;
  const day = recordingDay(entry);
  const cap = earliest !== null && earliest > day ? earliest : day;
  return told === null || told > cap ? cap : told;
}
