import { type CivilDate, dayNumber, type Instant } from '@cadre/kernel';
import { knownSecond } from '../as-of.js';
import { type Cell } from '../rows.js';
import { keptRow, newCells, type TableChange } from '../tables/change.js';
import { entryCells } from '../tables/entry-cells.js';
import { columnsIn, ENTRY_COLUMNS, quoted } from '../tables/layout.js';
import { type Changes, type Checkpoint, type Writing } from '../tables/store.js';
import { type Connection } from './connection.js';

/** Days and moments as the R-tree counts them; the same few come again and again. */
const dayOf = remembered<CivilDate>(dayNumber);
const secondOf = remembered<Instant>(knownSecond);

/** The tables inside the transaction that a connection has begun. */
export function writingOn({ statement }: Connection): Writing {
  return {
    build: statement('SELECT id FROM build').pluck(true).get() as string,
    async checkpoints(shares) {
      const rows = statement('SELECT share, position, known_at AS knownAt, event_id AS eventId FROM checkpoints').all();
      const all = rows as (Checkpoint & { share: number })[];
      return new Map(
        all.filter(({ share }) => shares.has(share)).map(({ share, ...checkpoint }) => [share, checkpoint]),
      );
    },
    async standing(table, streams, from) {
      const sql = `SELECT row, ${columnsIn(table).map(quoted).join(', ')} FROM ${table} WHERE stream = ? AND known_to >= ?`;
      const select = statement(sql).raw(true);
      return streams.flatMap((stream) => (select.all(stream, from) as Cell[][]).map(keptRow));
    },
    write: async (changes) => write(statement, changes),
  };
}

type Statement = Connection['statement'];

function write(statement: Statement, { entries, tables, park, unpark, checkpoint, shares }: Changes): void {
  const keep = statement(`INSERT INTO entries VALUES (${blanks(ENTRY_COLUMNS.length)})`);
  for (const row of entries) keep.run(...entryCells(row));
  for (const [table, change] of tables) writeTable(statement, table, change);
  for (const { stream, position, reason } of park) {
    statement('INSERT OR REPLACE INTO parked_streams VALUES (?, ?, ?)').run(stream, position, reason);
  }
  for (const stream of unpark) statement('DELETE FROM parked_streams WHERE stream = ?').run(stream);
  const move = statement('UPDATE checkpoints SET position = ?, known_at = ?, event_id = ? WHERE share = ?');
  for (const share of shares) move.run(checkpoint.position, checkpoint.knownAt, checkpoint.eventId, share);
}

function writeTable(statement: Statement, table: string, { insert, end, remove }: TableChange): void {
  for (const { row } of remove) {
    statement(`DELETE FROM ${table} WHERE row = ?`).run(row);
    statement(`DELETE FROM ${table}_rtree WHERE row = ?`).run(row);
  }
  for (const { row, knownTo } of end) {
    statement(`UPDATE ${table} SET known_to = ? WHERE row = ?`).run(knownTo, row);
    statement(`UPDATE ${table}_rtree SET known_to = ? WHERE row = ?`).run(secondOf(knownTo), row);
  }
  if (insert.size === 0) return;
  const columns = columnsIn(table);
  const add = statement(`INSERT INTO ${table} (${columns.map(quoted).join(', ')}) VALUES (${blanks(columns.length)})`);
  const place = statement(`INSERT INTO ${table}_rtree VALUES (?, ?, ?, ?, ?)`);
  for (const kept of insert) {
    const { knownFrom, knownTo, says } = kept;
    kept.row = Number(add.run(...newCells(kept, columns.length)).lastInsertRowid);
    const [from, to] = [secondOf(knownFrom), secondOf(knownTo)];
    place.run(kept.row, from, to, dayOf(says!.validFrom), dayOf(says!.validTo));
  }
}

const blanks = (count: number): string => `${'?, '.repeat(count - 1)}?`;

function remembered<T>(numberOf: (it: T) => number): (it: T) => number {
  const known = new Map<T, number>();
  return (it) => {
    const before = known.get(it);
    if (before !== undefined) return before;
    if (known.size > 10_000) known.clear();
    const number = numberOf(it);
    known.set(it, number);
    return number;
  };
}
