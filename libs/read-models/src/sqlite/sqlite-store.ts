import { type TableStore } from '../tables/store.js';
import { type Connection, connect, snapshotOf } from './connection.js';
import { ensureTables, resetTables } from './sqlite-layout.js';
import { writingOn } from './sqlite-writing.js';

/** The tables of one file. */
export interface SqliteStore extends TableStore {
  /** Empties everything. */
  reset(): Promise<void>;
  /** Goes without syncs while it is filled; `makeDurable` ends that. */
  beHasty(): void;
  makeDurable(): void;
}

/** Questions that are answered at one time; more wait. */
const MOST_READERS = 8;
const IN_MEMORY = ':memory:';

/** Opens a file of tables, making what is missing; `:memory:` for one that is gone with the process. */
export function openSqliteStore(path: string): SqliteStore {
  const writer = connect(path);
  ensureTables(writer.db);
  const writers = createTurns([writer], () => writer, 1);
  // A database in memory is seen by its own connection only.
  const readers = path === IN_MEMORY ? writers : createTurns([], () => connect(path), MOST_READERS);
  return {
    read: (ask) => readers.take((connection) => within(connection, 'BEGIN', () => ask(snapshotOf(connection)))),
    change: (act) =>
      writers.take((connection) => within(connection, 'BEGIN IMMEDIATE', () => act(writingOn(connection)))),
    fork: (act) =>
      writers.take((connection) =>
        within(
          connection,
          'BEGIN IMMEDIATE',
          () => act({ snapshot: snapshotOf(connection), writing: writingOn(connection) }),
          'ROLLBACK',
        ),
      ),
    reset: () => writers.take(async ({ db }) => resetTables(db)),
    async close() {
      await readers.close();
      await writers.close();
    },
    beHasty: () => void writer.db.pragma('synchronous = OFF'),
    makeDurable() {
      writer.db.pragma('synchronous = FULL');
      writer.db.pragma('wal_checkpoint(TRUNCATE)');
    },
  };
}

async function within<T>(
  { db, statement }: Connection,
  begin: string,
  act: () => Promise<T>,
  end: 'COMMIT' | 'ROLLBACK' = 'COMMIT',
): Promise<T> {
  statement(begin).run();
  try {
    const answer = await act();
    statement(end).run();
    return answer;
  } catch (error) {
    if (db.inTransaction) statement('ROLLBACK').run(); // SQLite ends some failed transactions by itself
    throw error;
  }
}

/** Connections that one piece of work has at a time. */
interface Turns {
  take<T>(act: (connection: Connection) => Promise<T>): Promise<T>;
  /** Closes every connection once nobody works with it. */
  close(): Promise<void>;
}

function createTurns(idle: Connection[], open: () => Connection, most: number): Turns {
  let opened = idle.length;
  let isClosed = false;
  const waiting: ((connection: Connection) => void)[] = [];

  async function next(): Promise<Connection> {
    if (isClosed) throw new Error('the tables are closed');
    const free = idle.pop();
    if (free) return free;
    if (opened >= most) return new Promise((resolve) => waiting.push(resolve));
    opened += 1;
    try {
      return open();
    } catch (error) {
      opened -= 1;
      throw error;
    }
  }
  return {
    async take(act) {
      const connection = await next();
      try {
        return await act(connection);
      } finally {
        const heir = waiting.shift();
        if (heir) heir(connection);
        else if (isClosed) connection.db.close();
        else idle.push(connection);
      }
    },
    async close() {
      isClosed = true;
      for (const { db } of idle.splice(0)) db.close();
    },
  };
}
