import { type HistoryAnswer, type LineageAnswer } from '../answers.js';
import { tableAnswer, type TableQuestion } from '../table/table.query.js';
import { type Tables } from '../tables/tables.js';
import { historyAnswer } from './history.query.js';

/** A number and all it rests on: the things counted, and the whole history of each. */
export function lineageAnswer(tables: Tables, table: string, question: TableQuestion): Promise<LineageAnswer> {
  return tables.read(async (snapshot) => {
    const answer = await tableAnswer(snapshot, table, question);
    const streams = [...new Set(answer.rows.map(({ stream }) => stream))];
    const histories: HistoryAnswer[] = [];
    for (const stream of streams) histories.push(await historyAnswer(snapshot, stream, question.knownAt));
    return { answer, histories };
  });
}
