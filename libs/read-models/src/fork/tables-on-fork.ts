import { randomInt } from 'node:crypto';
import { ALL_SHARES, type Codec, type Entry, type Instant, Rejected } from '@cadre/kernel';
import { type RawBuilder, sql } from 'kysely';
import { groupBy } from '../group-by.js';
import { createProjection } from '../projection.js';
import { type ReadEntry, readEntry } from '../stream-cache.js';
import { type Checkpoint, ForkDisturbed, type ForkedTables, type TableStore, type Writing } from '../tables/store.js';
import { first, type Snapshot, type Tables } from '../tables/tables.js';

/** A log laid over the one that the tables are kept of. */
export interface ForkedLog {
  /** What was recorded on it and not below, in order. */
  kept(): readonly Entry[];
  /** A stream as it is there, in order of revision. */
  readStream(stream: string): Promise<readonly Entry[]>;
}

/** Tables as they are and as they would be, at one moment: asked before the entries of a fork are told in them, and after. */
export interface BeforeAndAfter {
  readonly before: Snapshot;
  /** The moment at which all of the fork's entries are known, and nothing later. */
  readonly knownAt: Instant;
  /** Tells the entries; from here on the snapshot is of the tables as they would be. */
  tell(this: void): Promise<Snapshot>;
}

/** Longest that others are held up by a fork, in ms. */
const HOLD_MS = 3_000;
/** Entries of a fork stand far behind any place that the log may give meanwhile, and each fork's in a place of its own. */
const FAR = 2 ** 40;

/**
 * Asks tables with the entries of a fork told in them, in a transaction that is always taken back: whoever else asks or
 * tells notices nothing, but that telling the same streams waits for it. Bounded in time.
 * @throws ForkDisturbed when the streams have moved below the fork, or it takes too long; Rejected when an event id of it stands elsewhere; Unavailable
 */
export async function onFork<T>(
  store: TableStore,
  codec: Codec,
  log: ForkedLog,
  act: (tables: BeforeAndAfter) => Promise<T>,
  holdMs = HOLD_MS,
): Promise<T> {
  const streams = await streamsOf(log);
  return store.fork(async (forked) => {
    const snapshot = bounded(forked.snapshot, holdMs);
    await checkNotMoved(snapshot, streams);
    await checkIds(snapshot, log.kept());
    const { position } = await furthestIn(snapshot);
    const knownAt = await knownWith(snapshot, log.kept());
    return act({
      before: snapshot,
      knownAt,
      tell: async () => {
        await tellFar(forked, codec, streams, { position, knownAt });
        return snapshot;
      },
    });
  });
}

/** Tables as they are with the entries of a fork in them, for questions one by one. */
export function tablesOnFork(store: TableStore, codec: Codec, log: ForkedLog): Tables {
  return {
    read: (ask) =>
      log.kept().length === 0 ? store.read(ask) : onFork(store, codec, log, async ({ tell }) => ask(await tell())),
  };
}

/** The streams in which anything was recorded on a fork, each as it is there; `isKept` of what stands there only. */
type ForkedStreams = ReadonlyMap<string, readonly (Entry & { readonly isKept: boolean })[]>;

async function streamsOf(log: ForkedLog): Promise<ForkedStreams> {
  const streams = new Map<string, readonly (Entry & { readonly isKept: boolean })[]>();
  for (const [stream, kept] of groupBy(log.kept(), (entry) => entry.stream)) {
    const ids = new Set(kept.map(({ eventId }) => eventId));
    const entries = await log.readStream(stream);
    streams.set(
      stream,
      entries.map((entry) => ({ ...entry, isKept: ids.has(entry.eventId) })),
    );
  }
  return streams;
}

/** The tables must tell of each stream just what the fork was decided on. */
async function checkNotMoved(snapshot: Snapshot, streams: ForkedStreams): Promise<void> {
  const rows = await snapshot.all<{ stream: string; revision: number }>(
    sql`select e.stream, max(e.revision) as revision from entries e
      where ${snapshot.words.among(sql`e.stream`, [...streams.keys()])} group by e.stream`,
  );
  const told = new Map(rows.map(({ stream, revision }) => [stream, revision]));
  for (const [stream, entries] of streams) {
    const below = entries.findLast(({ isKept }) => !isKept)?.revision ?? -1;
    if ((told.get(stream) ?? -1) !== below) throw new ForkDisturbed(`${stream} has moved since it was decided on`);
  }
}

/** The log takes an event id once; a fork only sees those of its own and of the streams it was decided on. */
async function checkIds(snapshot: Snapshot, kept: readonly Entry[]): Promise<void> {
  const ids = kept.map(({ eventId }) => eventId);
  const taken = await first<{ stream: string }>(
    snapshot,
    sql`select e.stream from entries e where ${snapshot.words.among(sql`e.event_id`, ids)} limit 1`,
  );
  if (taken) throw new Rejected('EVENT_ID_TAKEN', `an event id of the fork stands in ${taken.stream}`);
}

/** The moment at which some entries are known beside all that the tables tell of. */
export async function knownWith(snapshot: Snapshot, kept: readonly Entry[]): Promise<Instant> {
  const { knownAt } = await furthestIn(snapshot);
  return kept.reduce((latest, { recordedAt }) => (recordedAt > latest ? recordedAt : latest), knownAt);
}

async function furthestIn(snapshot: Snapshot): Promise<{ readonly position: number; readonly knownAt: Instant }> {
  const told = await first<{ position: number; knownAt: Instant }>(
    snapshot,
    sql`select max(position) as position, max(known_at) as "knownAt" from checkpoints`,
  );
  return told!;
}

/** Tells the entries as any runner would, but moves no checkpoint. */
async function tellFar(
  { snapshot, writing }: ForkedTables,
  codec: Codec,
  streams: ForkedStreams,
  { position, knownAt }: Pick<Checkpoint, 'position' | 'knownAt'>,
): Promise<void> {
  const far = position + FAR + randomInt(FAR);
  const placed = (entry: Entry & { readonly isKept: boolean }): ReadEntry => {
    const { isKept, ...plain } = entry;
    return readEntry(codec, isKept ? { ...plain, position: far + entry.position } : plain);
  };
  const histories = new Map([...streams].map(([stream, entries]) => [stream, entries.map(placed)]));
  const entries = [...histories.values()].flat().filter(({ entry }) => entry.position > far);
  const asWritten: Writing = {
    ...writing,
    checkpoints: () => checkpointsIn(snapshot),
    write: (changes) => writing.write({ ...changes, shares: new Set() }),
  };
  const projection = createProjection({ change: (act) => act(asWritten) });
  await projection.apply({
    after: { position: 0, knownAt, eventId: '' },
    entries: entries.toSorted((a, b) => a.entry.position - b.entry.position),
    histories,
    shares: ALL_SHARES,
  });
}

/** How far each share is told; looked at and not held. */
async function checkpointsIn(snapshot: Snapshot): Promise<ReadonlyMap<number, Checkpoint>> {
  const rows = await snapshot.all<Checkpoint & { readonly share: number }>(
    sql`select share, position, known_at as "knownAt", event_id as "eventId" from checkpoints`,
  );
  return new Map(rows.map(({ share, ...checkpoint }) => [share, checkpoint]));
}

/** The same snapshot, for so many ms from now on. */
function bounded(snapshot: Snapshot, ms: number): Snapshot {
  const until = performance.now() + ms;
  const check = (): void => {
    if (performance.now() > until) throw new ForkDisturbed(`it took longer than ${ms} ms`);
  };
  const own: Snapshot = {
    words: snapshot.words,
    read: (ask) => ask(own),
    all<Row>(query: RawBuilder<unknown>) {
      check();
      return snapshot.all<Row>(query);
    },
    async *pages<Row>(query: RawBuilder<unknown>) {
      for await (const page of snapshot.pages<Row>(query)) {
        check();
        yield page;
      }
    },
  };
  return own;
}
