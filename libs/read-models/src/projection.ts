import { type Instant, knownAt, type KnownEntry, partsOf } from '@cadre/kernel';
import type Database from 'better-sqlite3';
import { groupBy } from './group-by.js';
import { models } from './models.js';
import { naturesOf, type ReadModel } from './read-model.js';
import { type InTime, placedInTime, PoisonEntry, rowsOf, type TableRow } from './rows.js';
import { type ReadEntry } from './stream-cache.js';
import { createEntryWriter } from './tables/entry-writer.js';
import { tablesOf } from './tables/schema.js';
import { createTableWriter, type StandingRow } from './tables/table-writer.js';

/** How far the log is told in the tables. */
export interface Checkpoint {
  readonly position: number;
  /** The greatest recordedAt up to there: known time never goes back along the log. */
  readonly knownAt: Instant;
  /** Event id at the position: tells one log from another. */
  readonly eventId: string;
}

/**
 * Entries in log order, and the history of every stream among them up to its last entry there. A history that grows
 * stays the same list: what stands of it is remembered with it.
 */
export interface Batch {
  readonly entries: readonly ReadEntry[];
  readonly histories: ReadonlyMap<string, readonly ReadEntry[]>;
}

export interface Projection {
  /** Tells a batch in one transaction with its checkpoint; what another runner told already is left out. */
  apply(batch: Batch): Checkpoint;
  checkpoint(): Checkpoint;
}

/** Entries of one stream that became known at one moment, the last of them at `revision`. */
interface Step {
  readonly stream: string;
  readonly knownAt: Instant;
  readonly revision: number;
}

/** Keeps the tables of a file up to date, its statements prepared once. */
export function createProjection(db: Database.Database): Projection {
  const writers = new Map(
    [...tablesOf(models)].map(([table, columns]) => [table, createTableWriter(db, table, columns)]),
  );
  const writeEntry = createEntryWriter(db);
  const readCheckpoint = db.prepare<[], Checkpoint>(
    'SELECT position, known_at AS knownAt, event_id AS eventId FROM checkpoint',
  );
  const writeCheckpoint = db.prepare('UPDATE checkpoint SET position = ?, known_at = ?, event_id = ?');
  const park = db.prepare('INSERT OR REPLACE INTO parked_streams VALUES (?, ?, ?)');
  const unpark = db.prepare('DELETE FROM parked_streams WHERE stream = ?');

  /** The rows that stand of each history, table by table; forgotten together with the history. */
  let standing = new WeakMap<readonly ReadEntry[], readonly (readonly StandingRow[])[]>();

  function refold({ stream, knownAt: knownFrom, revision }: Step, history: readonly ReadEntry[]): void {
    const ofCategory = modelsOf(stream);
    const { rows, poison } = folded(ofCategory, history.slice(0, revision + 1));
    const before = standing.get(history);
    const after = ofCategory.map(({ table }, i) =>
      writers.get(table)!(stream, rows[i]!, knownFrom, before?.[i] ?? null),
    );
    standing.set(history, after);
    if (poison) park.run(stream, poison.position, poison.message);
    else unpark.run(stream);
  }
  /** Of the file as the last batch left it; another number as soon as somebody else has written to it. */
  let [version, versionLeft]: [number, number | null] = [0, null];
  const readVersion = (): number => db.pragma('data_version', { simple: true }) as number;

  const apply = db.transaction(({ entries, histories }: Batch): Checkpoint => {
    version = readVersion();
    if (version !== versionLeft) standing = new WeakMap();
    versionLeft = null; // until the batch is committed
    const before = readCheckpoint.get()!;
    const steps = new Map<string, Step>();
    let { position, knownAt: known, eventId } = before;
    for (const { entry } of entries) {
      if (entry.position <= before.position) continue;
      if (entry.recordedAt > known) known = entry.recordedAt;
      ({ position, eventId } = entry);
      writeEntry(entry, known);
      steps.set(`${entry.stream} ${known}`, { stream: entry.stream, knownAt: known, revision: entry.revision });
    }
    for (const step of steps.values()) refold(step, histories.get(step.stream)!);
    writeCheckpoint.run(position, known, eventId);
    return { position, knownAt: known, eventId };
  });
  return {
    apply(batch) {
      const checkpoint = apply.immediate(batch);
      versionLeft = version;
      return checkpoint;
    },
    checkpoint: () => readCheckpoint.get()!,
  };
}

const byCategory = groupBy(models, ({ category }): string => category);

function modelsOf(stream: string): readonly ReadModel[] {
  return byCategory.get(partsOf(stream).category) ?? [];
}

/**
 * The rows of each model; of the history before the first entry that cannot be folded, when there is one. A function of
 * the history alone, so that rows do not depend on which entries came in one batch.
 */
function folded(
  ofCategory: readonly ReadModel[],
  history: readonly ReadEntry[],
): { readonly rows: readonly (readonly TableRow[])[]; readonly poison: PoisonEntry | null } {
  let poison: PoisonEntry | null = null;
  for (let told = history; ;) {
    try {
      const known = legible(told, ofCategory);
      let placed: InTime | null = null;
      const inTime = (): InTime => (placed ??= placedInTime(known));
      return { rows: ofCategory.map((model) => rowsOf(model, known, inTime)), poison };
    } catch (error) {
      if (!(error instanceof PoisonEntry)) throw error;
      const { position } = error;
      told = told.filter(({ entry }) => entry.position < position);
      poison = error;
    }
  }
}

/** The entries that count. @throws PoisonEntry when one of them fits no schema; what was retracted may be as it likes. */
function legible(history: readonly ReadEntry[], ofCategory: readonly ReadModel[]): readonly KnownEntry[] {
  const entries = history.map(({ entry }) => entry);
  const known = knownAt(entries, ofCategory[0] ? naturesOf(ofCategory[0].category) : {}, null);
  const unreadable = history.filter((read) => read.unreadable !== null);
  const poison = unreadable.find(({ entry }) => known.some(({ id }) => id === entry.eventId));
  if (poison) throw new PoisonEntry(poison.entry.position, poison.unreadable!);
  return known;
}
