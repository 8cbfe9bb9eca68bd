import type Database from 'better-sqlite3';
import { type LineageAnswer } from '../answers.js';
import { tableAnswer, type TableQuestion } from '../table/table.query.js';
import { historyAnswer } from './history.query.js';

/** A number and all it rests on: the things counted, and the whole history of each. */
export function lineageAnswer(db: Database.Database, table: string, question: TableQuestion): LineageAnswer {
  const read = db.transaction((): LineageAnswer => {
    const answer = tableAnswer(db, table, question);
    const streams = [...new Set(answer.rows.map(({ stream }) => stream))];
    return { answer, histories: streams.map((stream) => historyAnswer(db, stream, question.knownAt)) };
  });
  return read();
}
