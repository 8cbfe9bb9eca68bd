import { knownAt, type KnownEntry, shareOf } from '@cadre/kernel';
import { modelsOf } from './models.js';
import { naturesOf, type ReadModel } from './read-model.js';
import { type InTime, placedInTime, PoisonEntry, rowsOf, type TableRow } from './rows.js';
import { createStanding, type Step } from './standing.js';
import { type ReadEntry } from './stream-cache.js';
import { ChangingTable } from './tables/change.js';
import { tableColumns } from './tables/layout.js';
import {
  type Changes,
  type Checkpoint,
  type KnownRow,
  type ParkedStream,
  TablesElsewhere,
  type TableStore,
  type Writing,
} from './tables/store.js';

/**
 * All entries of the log that follow one another after a checkpoint, and the history of every stream that may be told
 * up to its last entry there. A history that grows stays the same list: what stands of it is remembered with it.
 */
export interface Batch {
  /** Where the entries begin; what it says of known time holds for the whole log up to there. */
  readonly after: Checkpoint;
  readonly entries: readonly ReadEntry[];
  readonly histories: ReadonlyMap<string, readonly ReadEntry[]>;
  /** The shares that are told; entries of other streams only move known time on. */
  readonly shares: ReadonlySet<number>;
}

export interface Projection {
  /** Tells a batch in one transaction with its checkpoint; what another runner told already is left out. @throws TablesElsewhere */
  apply(batch: Batch): Promise<Checkpoint>;
}

/** What a batch comes to, before anything is written. */
interface Told {
  readonly entries: readonly KnownRow[];
  readonly steps: readonly Step[];
  readonly checkpoint: Checkpoint;
  /** The shares that were not there yet. */
  readonly shares: ReadonlySet<number>;
}

/** Keeps tables up to date. */
export function createProjection(store: Pick<TableStore, 'change'>): Projection {
  const standing = createStanding();

  async function apply(batch: Batch): Promise<Checkpoint> {
    try {
      const told = await store.change(async (writing) => {
        const checkpoints = await writing.checkpoints(batch.shares);
        checkPlace(batch, checkpoints);
        standing.forgetWhatOthersTold(writing.build, checkpoints);
        const told = toldIn(batch, checkpoints);
        await writing.write(await changesOf(writing, told, batch));
        return told;
      });
      standing.left(told.shares, told.checkpoint);
      return told.checkpoint;
    } catch (error) {
      standing.forget();
      throw error;
    }
  }

  async function changesOf(
    writing: Writing,
    { entries, steps, checkpoint, shares }: Told,
    batch: Batch,
  ): Promise<Changes> {
    const tables = new Map([...tableColumns.keys()].map((table) => [table, new ChangingTable()]));
    await standing.read(writing, steps, batch.histories);
    const parked = new Map<string, ParkedStream | null>();
    for (const { stream, knownAt: knownFrom, revision } of steps) {
      const history = batch.histories.get(stream)!;
      const ofCategory = modelsOf(stream);
      const { rows, poison } = folded(ofCategory, history.slice(0, revision + 1));
      const before = standing.of(history);
      const after = ofCategory.map(({ table }, i) => tables.get(table)!.bring(stream, before[i]!, rows[i]!, knownFrom));
      standing.keep(history, after);
      parked.set(stream, poison ? { stream, position: poison.position, reason: poison.message } : null);
    }
    return {
      entries,
      tables: new Map([...tables].map(([table, changing]) => [table, changing.written()])),
      park: [...parked.values()].filter((it) => it !== null),
      unpark: [...parked].filter(([, it]) => it === null).map(([stream]) => stream),
      checkpoint,
      shares,
    };
  }

  return { apply };
}

/** A share that is behind the batch would lose what lies between. */
function checkPlace({ after }: Batch, checkpoints: ReadonlyMap<number, Checkpoint>): void {
  for (const [share, { position }] of checkpoints) {
    if (position < after.position) {
      throw new TablesElsewhere(
        `share ${share} is told up to ${position}, and the batch begins after ${after.position}`,
      );
    }
  }
}

/** The entries that no one has told yet, when each became known, and the steps in which their streams are refolded. */
function toldIn({ after, entries, shares }: Batch, checkpoints: ReadonlyMap<number, Checkpoint>): Told {
  const steps = new Map<string, Step>();
  const told: KnownRow[] = [];
  let { position, knownAt: known, eventId } = after;
  for (const { entry } of entries) {
    if (entry.recordedAt > known) known = entry.recordedAt;
    ({ position, eventId } = entry);
    const share = shareOf(entry.stream);
    if (!shares.has(share) || position <= checkpoints.get(share)!.position) continue;
    told.push({ entry, knownAt: known });
    steps.set(`${entry.stream} ${known}`, { stream: entry.stream, knownAt: known, revision: entry.revision });
  }
  const behind = [...checkpoints].filter(([, checkpoint]) => checkpoint.position < position).map(([share]) => share);
  const checkpoint = { position, knownAt: known, eventId };
  return { entries: told, steps: [...steps.values()], checkpoint, shares: new Set(behind) };
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
