import { type Category, streams } from '@cadre/domain';
import { canonicalOrder, type Instant, knownAt, partsOf, tighten, type Tightened } from '@cadre/kernel';
import { type Because } from '../answers.js';
import { type AsOfDates } from '../as-of.js';
import { naturesOf } from '../read-model.js';
import { type Snapshot } from '../tables/tables.js';
import { asEntry, because, entriesOfStream, type EntryRow } from './entry-rows.js';

/** A stream's entries as known at a moment, and where each stands in effective time. */
export interface Placing {
  /** All of them in order of recording. */
  readonly rows: readonly EntryRow[];
  /** Event ids of those that count, in canonical order. */
  readonly order: readonly string[];
  readonly tightened: ReadonlyMap<string, Tightened>;
  /** For an entry that was taken back: event id of the retraction. */
  readonly retractedBy: ReadonlyMap<string, string>;
}

/** Places the entries of a stream; in order of recording when the order told contradicts itself. */
export async function placingOf(snapshot: Snapshot, stream: string, moment: Instant): Promise<Placing> {
  const rows = await entriesOfStream(snapshot, stream, moment);
  const { category } = partsOf(stream);
  const natures = Object.hasOwn(streams, category) ? naturesOf(category as Category) : {};
  const known = knownAt(rows.map(asEntry), natures, null);
  const order = canonicalOrder(known) ?? known;
  const tightened = tighten(order);
  return {
    rows,
    order: order.map(({ id }) => id),
    tightened: new Map(order.map(({ id }, i) => [id, tightened[i]!])),
    retractedBy: retractionsIn(rows),
  };
}

/** An entry that counts as of two dates. */
export interface ToldEntry {
  readonly type: string;
  readonly data: Readonly<Record<string, unknown>>;
  /** False when the dates leave open whether it had happened by then. */
  readonly surely: boolean;
  /** Why, in the words of whoever told it. */
  readonly reason: string | null;
  readonly because: Because;
}

/** The entries of a stream that possibly had happened by a day, as known at a moment, in canonical order. */
export async function toldOf(
  snapshot: Snapshot,
  stream: string,
  { validOn, knownAt: moment }: AsOfDates,
): Promise<readonly ToldEntry[]> {
  const { rows, order, tightened } = await placingOf(snapshot, stream, moment);
  const byId = new Map(rows.map((row) => [row.event_id, row]));
  return order
    .filter((id) => tightened.get(id)!.earliest <= validOn)
    .map((id) => {
      const row = byId.get(id)!;
      const data = JSON.parse(row.data) as Record<string, unknown>;
      const surely = tightened.get(id)!.latest <= validOn;
      return { type: row.type, data, surely, reason: row.reason, because: because(row) };
    });
}

/** A retraction may itself be retracted, and retractions name earlier entries only. */
function retractionsIn(rows: readonly EntryRow[]): ReadonlyMap<string, string> {
  const by = new Map<string, string>();
  for (const row of rows.toReversed()) {
    if (row.type !== 'EntryRetracted' || by.has(row.event_id)) continue;
    const { eventId } = JSON.parse(row.data) as { readonly eventId: string };
    if (!by.has(eventId)) by.set(eventId, row.event_id);
  }
  return by;
}
