import { type Instant } from '@cadre/kernel';
import { groupBy } from './group-by.js';
import { modelsOf } from './models.js';
import { type ReadEntry } from './stream-cache.js';
import { type KeptRow } from './tables/change.js';
import { type Checkpoint, type Writing } from './tables/store.js';

/** Entries of one stream that became known at one moment, the last of them at `revision`. */
export interface Step {
  readonly stream: string;
  readonly knownAt: Instant;
  readonly revision: number;
}

/** Rows of a history, for each of the models that fold its stream. */
type RowsOfModels = readonly (readonly KeptRow[])[];

/** What stands in the tables of each history, remembered from batch to batch as long as nobody else writes the same shares. */
export interface Standing {
  /** Forgets everything when this is another build than before, or a share is elsewhere than it was left. */
  forgetWhatOthersTold(build: string, checkpoints: ReadonlyMap<number, Checkpoint>): void;
  forget(): void;
  /** Remembers where shares were left. */
  left(shares: ReadonlySet<number>, checkpoint: Checkpoint): void;
  /** Reads, with one query a table, what stands of the streams that nothing is remembered of. */
  read(writing: Writing, steps: readonly Step[], histories: ReadonlyMap<string, readonly ReadEntry[]>): Promise<void>;
  /** What stands of a history; it was read or kept before. */
  of(history: readonly ReadEntry[]): RowsOfModels;
  keep(history: readonly ReadEntry[], rows: RowsOfModels): void;
}

/** Remembers nothing to begin with. */
export function createStanding(): Standing {
  let standing = new WeakMap<readonly ReadEntry[], RowsOfModels>(); // forgotten together with the history
  const leftAt = new Map<number, string>();
  let leftIn: string | null = null;
  return {
    forgetWhatOthersTold(build, checkpoints) {
      const isAsLeft =
        build === leftIn && [...checkpoints].every(([share, { eventId }]) => leftAt.get(share) === eventId);
      if (!isAsLeft) standing = new WeakMap();
      leftIn = build;
    },
    forget: () => void (standing = new WeakMap()),
    left(shares, { eventId }) {
      for (const share of shares) leftAt.set(share, eventId);
    },
    async read(writing, steps, histories) {
      const unknown = steps.filter(({ stream }) => !standing.has(histories.get(stream)!));
      if (unknown.length === 0) return;
      const from = unknown.reduce((least, step) => (step.knownAt < least ? step.knownAt : least), unknown[0]!.knownAt);
      const streams = [...new Set(unknown.map(({ stream }) => stream))];
      const rows = new Map<string, ReadonlyMap<string, readonly KeptRow[]>>();
      for (const [table, concerned] of byTable(streams)) {
        const stored = await writing.standing(table, concerned, from);
        rows.set(
          table,
          groupBy(stored, (row) => row.stream),
        );
      }
      for (const stream of streams) {
        const kept = modelsOf(stream).map(({ table }) => rows.get(table)!.get(stream) ?? []);
        standing.set(histories.get(stream)!, kept);
      }
    },
    of: (history) => standing.get(history)!,
    keep: (history, rows) => void standing.set(history, rows),
  };
}

function byTable(streams: readonly string[]): ReadonlyMap<string, readonly string[]> {
  const concerned = new Map<string, string[]>();
  for (const stream of streams) {
    for (const { table } of modelsOf(stream)) concerned.set(table, [...(concerned.get(table) ?? []), stream]);
  }
  return concerned;
}
