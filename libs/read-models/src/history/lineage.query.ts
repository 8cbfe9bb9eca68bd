import type { HistoryAnswer, LineageAnswer } from '@cadre/contract';
import { tableAnswer, type TableQuestion } from '../table/table.query.js';
import { type Tables } from '../tables/tables.js';
import { historyAnswer } from './history.query.js';

/** Which of the things counted to show; all when left out. */
interface Page {
  readonly offset?: number;
  readonly limit?: number;
}

/** A number and all it rests on: the things counted, or a page of them, and the whole history of each. */
export function lineageAnswer(
  tables: Tables,
  table: string,
  { offset = 0, limit = Infinity, ...question }: TableQuestion & Page,
): Promise<LineageAnswer> {
  return tables.read(async (snapshot) => {
    const counted = await tableAnswer(snapshot, table, question);
    const answer = { ...counted, rows: counted.rows.slice(offset, offset + limit) };
    const streams = [...new Set(answer.rows.map(({ stream }) => stream))];
    const histories: HistoryAnswer[] = [];
    for (const stream of streams) histories.push(await historyAnswer(snapshot, stream, question.knownAt));
    return { answer, histories };
  });
}
