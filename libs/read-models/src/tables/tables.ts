import { type RawBuilder } from 'kysely';
import { type SqlWords } from './words.js';

/** Tables that can be asked. */
export interface Tables {
  /** Answers a question from one moment of the tables. @throws Unavailable when they cannot be reached. */
  read<T>(ask: (snapshot: Snapshot) => Promise<T>): Promise<T>;
}

/** The tables at one moment: whatever is asked of it sees the same, also a question within the question. */
export interface Snapshot extends Tables {
  readonly words: SqlWords;
  /** All rows a query gives. */
  all<Row>(query: RawBuilder<unknown>): Promise<readonly Row[]>;
  /** The same, some thousands at a time: for what may not fit into memory. */
  pages<Row>(query: RawBuilder<unknown>): AsyncIterable<readonly Row[]>;
}

/** The first row a query gives, or null. */
export async function first<Row>(snapshot: Snapshot, query: RawBuilder<unknown>): Promise<Row | null> {
  return (await snapshot.all<Row>(query))[0] ?? null;
}
