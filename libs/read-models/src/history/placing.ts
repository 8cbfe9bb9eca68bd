import type { Because } from '@cadre/contract';
import { type Category, streams } from '@cadre/domain';
import {
  BEGINNING,
  canonicalOrder,
  type CivilDate,
  FOREVER,
  type Instant,
  knownAt,
  partsOf,
  type Span,
  tighten,
  type Tightened,
  type Window,
} from '@cadre/kernel';
import { sql } from 'kysely';
import { type AsOfDates } from '../as-of.js';
import { groupBy } from '../group-by.js';
import { naturesOf } from '../read-model.js';
import { type Snapshot } from '../tables/tables.js';
import { asEntry, because, entriesOfStream, entriesWhere, type EntryRow } from './entry-rows.js';

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
  return placingIn(stream, await entriesOfStream(snapshot, stream, moment));
}

/** The same for many streams at once, by stream. */
export async function placingsOf(
  snapshot: Snapshot,
  streamNames: readonly string[],
  moment: Instant,
): Promise<ReadonlyMap<string, Placing>> {
  const among = snapshot.words.among(sql`e.stream`, streamNames);
  const rows = await entriesWhere(snapshot, sql`${among} and e.known_at <= ${moment}`);
  return new Map([...groupBy(rows, ({ stream }) => stream)].map(([stream, its]) => [stream, placingIn(stream, its)]));
}

function placingIn(stream: string, rows: readonly EntryRow[]): Placing {
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
  /** When it happened: as told, and held within what came before and after it. */
  readonly window: Window;
  readonly because: Because;
}

/** The entries of a stream that possibly had happened by a day, as known at a moment, in canonical order. */
export async function toldOf(
  snapshot: Snapshot,
  stream: string,
  { validOn, knownAt: moment }: AsOfDates,
): Promise<readonly ToldEntry[]> {
  return (await toldOver(snapshot, stream, moment)).by(validOn);
}

/** What a stream says at a moment, for any day, read once. */
export interface ToldOver {
  /** What possibly had happened by a day, in canonical order: what surely had comes first. */
  by(validOn: CivilDate): readonly ToldEntry[];
  /** Days on which more has possibly or surely happened than the day before; open ends are none. */
  readonly turns: readonly CivilDate[];
}

/** Reads a stream as known at a moment, to be asked for many days. */
export async function toldOver(snapshot: Snapshot, stream: string, moment: Instant): Promise<ToldOver> {
  return toldIn(await placingOf(snapshot, stream, moment));
}

/** The same of a stream whose entries are placed already. */
export function toldIn({ rows, order, tightened }: Placing): ToldOver {
  const byId = new Map(rows.map((row) => [row.event_id, row]));
  const placed = order.map((id) => {
    const row = byId.get(id)!;
    const data = JSON.parse(row.data) as Record<string, unknown>;
    const place = tightened.get(id)!;
    const window = { ...openEnds(place), phrase: row.phrase };
    return { type: row.type, data, window, reason: row.reason, because: because(row), ...place };
  });
  const turns = placed.flatMap(({ earliest, latest }) => [earliest, latest]);
  return {
    by: (validOn) =>
      placed
        .filter(({ earliest }) => earliest <= validOn)
        .map(({ earliest: _earliest, latest, ...entry }) => ({ ...entry, surely: latest <= validOn })),
    turns: turns.filter((day) => day > BEGINNING && day < FOREVER),
  };
}

/**
 * What the first so many of the entries told say, for every number of them that can have happened: one when all surely
 * have.
 */
export function overPossible<T>(told: readonly ToldEntry[], say: (happened: readonly ToldEntry[]) => T): readonly T[] {
  const surely = told.filter((entry) => entry.surely).length;
  return Array.from({ length: told.length - surely + 1 }, (_, more) => say(told.slice(0, surely + more)));
}

/** Where nothing holds an end, it is open. */
function openEnds({ earliest, latest }: Tightened): Span {
  return { earliest: earliest === BEGINNING ? null : earliest, latest: latest === FOREVER ? null : latest };
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
