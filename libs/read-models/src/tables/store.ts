import { type Entry, type Instant, Unavailable } from '@cadre/kernel';
import { type KeptRow, type TableChange } from './change.js';
import { type Snapshot, type Tables } from './tables.js';

/** How far the log is told in the tables. */
export interface Checkpoint {
  readonly position: number;
  /** The greatest recordedAt up to there: known time never goes back along the log. */
  readonly knownAt: Instant;
  /** Event id at the position: tells one log from another. */
  readonly eventId: string;
}

/** A stream that cannot be folded since a position; its rows stay as they were. */
export interface ParkedStream {
  readonly stream: string;
  readonly position: number;
  readonly reason: string;
}

/** An entry as the table `entries` keeps it, with the moment it became known. */
export interface KnownRow {
  readonly entry: Entry;
  readonly knownAt: Instant;
}

/** Everything a batch changes, to be written in one go. */
export interface Changes {
  readonly entries: readonly KnownRow[];
  readonly tables: ReadonlyMap<string, TableChange>;
  readonly park: readonly ParkedStream[];
  readonly unpark: readonly string[];
  readonly checkpoint: Checkpoint;
  /** The shares that have come to the checkpoint. */
  readonly shares: ReadonlySet<number>;
}

/** The tables inside a transaction that changes them. */
export interface Writing {
  /** Which build of the tables this is; rows of another one have other numbers. */
  readonly build: string;
  /** How far each of the shares is told; nobody else moves them until the transaction ends. */
  checkpoints(shares: ReadonlySet<number>): Promise<ReadonlyMap<number, Checkpoint>>;
  /** Rows of some streams that are known at a moment or later. */
  standing(table: string, streams: readonly string[], from: Instant): Promise<readonly KeptRow[]>;
  /** Writes a batch; rows that are inserted get their number. */
  write(changes: Changes): Promise<void>;
}

/** Tables an engine keeps: asked from one moment, changed in one transaction. */
export interface TableStore extends Tables {
  /** Changes the tables, all or nothing. @throws Unavailable when they cannot be reached, TablesElsewhere; then nothing has changed. */
  change<T>(act: (writing: Writing) => Promise<T>): Promise<T>;
  /**
   * Changes the tables for whoever acts and for nobody else: what it wrote it can ask for, and in the end nothing has
   * changed. It is short: others who change the same streams wait for it. @throws Unavailable, ForkDisturbed
   */
  fork<T>(act: (fork: ForkedTables) => Promise<T>): Promise<T>;
  close(): Promise<void>;
}

/** The tables inside a transaction that is always taken back: asked from one moment, what was written in it included. */
export interface ForkedTables {
  readonly snapshot: Snapshot;
  readonly writing: Writing;
}

/** What a fork rests on has moved, or others held it up too long; begun anew, it may come to its end. */
export class ForkDisturbed extends Unavailable {}

/** The tables are not where they were: switched, emptied, or not as far as what is to be told begins. It is begun anew. */
export class TablesElsewhere extends Error {
  override readonly name = 'TablesElsewhere';
}

/** Tables in use, and others that are filled beside them to take their place. */
export interface ReadModels extends TableStore {
  /** True when several processes keep them together. */
  readonly isShared: boolean;
  /** Empties everything, to be filled from the start of the log. */
  reset(): Promise<void>;
  /** New, empty tables beside those in use. */
  beside(): Promise<Beside>;
  /** Goes back to the tables before the last switch; true when there were any. Doing it again goes forth. */
  restorePrevious(): Promise<boolean>;
}

/** Tables being filled beside those in use; to be ended by one of the two. */
export interface Beside {
  readonly store: TableStore;
  /**
   * Makes them the ones in use, at once for everyone; keeps the former ones and no older. Not while those tell of more:
   * nobody may see less than before. True when it was done.
   */
  putInUse(): Promise<boolean>;
  /** Removes them, unless they are in use. */
  discard(): Promise<void>;
}
