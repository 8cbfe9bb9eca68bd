import { type Instant } from '@cadre/kernel';
import { STILL_KNOWN } from '../as-of.js';
import { type Cell, type TableRow } from '../rows.js';
import { SAID } from './layout.js';

/** A row on its way into a table, or kept there under a number. */
export interface KeptRow {
  /** The number it has in its table; null until it is stored. */
  row: number | null;
  readonly stream: string;
  readonly knownFrom: Instant;
  /** Until when it is known; changes when it is closed or opened again. */
  knownTo: Instant;
  /** What it says, as `keyOf` writes it. */
  readonly key: string;
  /** What it says, for a row not stored yet. */
  readonly says: TableRow | null;
}

/** What a batch does to the rows of one table. */
export interface TableChange {
  readonly insert: ReadonlySet<KeptRow>;
  /** Stored rows that end otherwise than they did. */
  readonly end: ReadonlySet<KeptRow>;
  /** Stored rows that were never known for any length of time. */
  readonly remove: ReadonlySet<KeptRow>;
}

/** What has to happen to the rows of a stream. */
export interface Difference {
  readonly stay: readonly KeptRow[];
  readonly close: readonly KeptRow[];
  readonly reopen: readonly KeptRow[];
  readonly remove: readonly KeptRow[];
  /** New rows by their key. */
  readonly open: ReadonlyMap<string, TableRow>;
}

/**
 * Compares the rows known just before and at a moment with those wanted from it on. What is told and taken back at
 * one moment leaves no row, so the outcome does not depend on how the log was cut into batches.
 */
export function difference(standing: readonly KeptRow[], wanted: readonly TableRow[], knownFrom: Instant): Difference {
  const missing = new Map(wanted.map((row) => [keyOf(row), row]));
  const [stay, close, reopen, remove]: KeptRow[][] = [[], [], [], []];
  for (const row of standing.toSorted((a, b) => (a.knownFrom < b.knownFrom ? -1 : 1))) {
    if (row.knownTo < knownFrom) continue; // closed before
    const isWanted = missing.delete(row.key);
    const isOpen = row.knownTo === STILL_KNOWN;
    if (isWanted === isOpen) stay!.push(row);
    else if (row.knownFrom === knownFrom) remove!.push(row);
    else (isWanted ? reopen : close)!.push(row);
  }
  return { stay: stay!, close: close!, reopen: reopen!, remove: remove!, open: missing };
}

/** Gathers what a batch does to one table, step by step; `written` is what has to be written in the end. */
export class ChangingTable {
  private readonly insert = new Set<KeptRow>();
  private readonly end = new Set<KeptRow>();
  private readonly removed = new Set<KeptRow>();

  /** Brings the rows of one stream to what is known from a moment on; answers those that stand then. */
  bring(
    stream: string,
    standing: readonly KeptRow[],
    wanted: readonly TableRow[],
    knownFrom: Instant,
  ): readonly KeptRow[] {
    const change = difference(standing, wanted, knownFrom);
    for (const row of change.remove) this.remove(row);
    for (const row of change.close) this.moveEnd(row, knownFrom);
    for (const row of change.reopen) this.moveEnd(row, STILL_KNOWN);
    const opened = [...change.open].map(([key, says]): KeptRow => {
      return { row: null, stream, knownFrom, knownTo: STILL_KNOWN, key, says };
    });
    for (const row of opened) this.insert.add(row);
    return [...change.stay, ...change.close, ...change.reopen, ...opened];
  }

  written(): TableChange {
    return { insert: this.insert, end: this.end, remove: this.removed };
  }

  private moveEnd(row: KeptRow, knownTo: Instant): void {
    row.knownTo = knownTo;
    if (row.row !== null) this.end.add(row);
  }

  private remove(row: KeptRow): void {
    this.insert.delete(row);
    this.end.delete(row);
    if (row.row !== null) this.removed.add(row);
  }
}

/** All that a row says, in the order of the columns. */
function saidIn({ item, validFrom, validTo, certain, present, ordinal, cause, causes, values }: TableRow): Cell[] {
  return [item, validFrom, validTo, certain, present, ordinal, cause, causes, ...values];
}

/** All that a row says, as one text. */
export const keyOf = (row: TableRow): string => JSON.stringify(saidIn(row));

/** A new row in the order of its table's columns; what may not have been there at all says nothing of its own ones. */
export function newCells({ stream, knownFrom, knownTo, says }: KeptRow, columns: number): Cell[] {
  const cells = [stream, knownFrom, knownTo, ...saidIn(says!)];
  while (cells.length < columns) cells.push(null);
  return cells;
}

/** A stored row: its number, its stream, when it is known, then what it says in the order of the columns. */
export function keptRow([row, stream, knownFrom, knownTo, ...said]: readonly Cell[]): KeptRow {
  const isPresent = said[SAID.indexOf('present')] === 1;
  const key = JSON.stringify(isPresent ? said : said.slice(0, SAID.length));
  return {
    row: row as number,
    stream: stream as string,
    knownFrom: knownFrom as Instant,
    knownTo: knownTo as Instant,
    key,
    says: null,
  };
}
