import { type Instant, knownAt, type KnownEntry, partsOf, shareOf } from '@cadre/kernel';
import { groupBy } from './group-by.js';
import { models } from './models.js';
import { naturesOf, type ReadModel } from './read-model.js';
import { type InTime, placedInTime, PoisonEntry, rowsOf, type TableRow } from './rows.js';
import { type ReadEntry } from './stream-cache.js';
import { ChangingTable, type KeptRow } from './tables/change.js';
import { tableColumns } from './tables/layout.js';
import {
  type Changes,
  type Checkpoint,
  type KnownRow,
  type ParkedStream,
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

/** The tables have not come as far as the batch begins: they were switched or emptied meanwhile. */
export class TablesElsewhere extends Error {
  override readonly name = 'TablesElsewhere';
}

/** Entries of one stream that became known at one moment, the last of them at `revision`. */
interface Step {
  readonly stream: string;
  readonly knownAt: Instant;
  readonly revision: number;
}

/** What a batch comes to, before anything is written. */
interface Told {
  readonly entries: readonly KnownRow[];
  readonly steps: readonly Step[];
  readonly checkpoint: Checkpoint;
  /** The shares that were not there yet. */
  readonly shares: ReadonlySet<number>;
}

/** Keeps tables up to date, and remembers what stands in them as long as nobody else writes the same shares. */
export function createProjection(store: TableStore): Projection {
  /** The rows that stand of each history, table by table; forgotten together with the history. */
  let standing = new WeakMap<readonly ReadEntry[], readonly (readonly KeptRow[])[]>();
  /** The event each share was left at; another one as soon as somebody else has told of it. */
  const left = new Map<number, string>();

  async function apply(batch: Batch): Promise<Checkpoint> {
    try {
      const told = await store.change(async (writing) => {
        const checkpoints = await writing.checkpoints(batch.shares);
        checkPlace(batch, checkpoints);
        forgetWhatOthersTold(checkpoints);
        const told = toldIn(batch, checkpoints);
        await writing.write(await changesOf(writing, told, batch));
        return told;
      });
      for (const share of told.shares) left.set(share, told.checkpoint.eventId);
      return told.checkpoint;
    } catch (error) {
      standing = new WeakMap();
      throw error;
    }
  }

  function forgetWhatOthersTold(checkpoints: ReadonlyMap<number, Checkpoint>): void {
    for (const [share, { eventId }] of checkpoints) if (left.get(share) !== eventId) standing = new WeakMap();
  }

  async function changesOf(
    writing: Writing,
    { entries, steps, checkpoint, shares }: Told,
    batch: Batch,
  ): Promise<Changes> {
    const tables = new Map([...tableColumns.keys()].map((table) => [table, new ChangingTable()]));
    await readStanding(writing, steps, batch);
    const parked = new Map<string, ParkedStream | null>();
    for (const { stream, knownAt: knownFrom, revision } of steps) {
      const history = batch.histories.get(stream)!;
      const ofCategory = modelsOf(stream);
      const { rows, poison } = folded(ofCategory, history.slice(0, revision + 1));
      const before = standing.get(history)!;
      const after = ofCategory.map(({ table }, i) => tables.get(table)!.bring(stream, before[i]!, rows[i]!, knownFrom));
      standing.set(history, after);
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

  /** Reads, with one query a table, what stands of the streams that nothing is remembered of. */
  async function readStanding(writing: Writing, steps: readonly Step[], { histories }: Batch): Promise<void> {
    const unknown = steps.filter(({ stream }) => !standing.has(histories.get(stream)!));
    if (unknown.length === 0) return;
    const from = unknown.reduce((least, step) => (step.knownAt < least ? step.knownAt : least), unknown[0]!.knownAt);
    const streams = [...new Set(unknown.map(({ stream }) => stream))];
    const rows = new Map<string, Map<string, KeptRow[]>>();
    for (const [table, concerned] of streamsByTable(streams)) {
      const stored = await writing.standing(table, concerned, from);
      rows.set(
        table,
        groupBy(stored, ({ stream }) => stream),
      );
    }
    for (const stream of streams) {
      const kept = modelsOf(stream).map(({ table }) => rows.get(table)!.get(stream) ?? []);
      standing.set(histories.get(stream)!, kept);
    }
  }

  return { apply };
}

function streamsByTable(streams: readonly string[]): ReadonlyMap<string, readonly string[]> {
  const byTable = new Map<string, string[]>();
  for (const stream of streams) {
    for (const { table } of modelsOf(stream)) byTable.set(table, [...(byTable.get(table) ?? []), stream]);
  }
  return byTable;
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
