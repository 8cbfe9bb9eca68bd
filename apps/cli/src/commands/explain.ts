import { lineageAnswer } from '@cadre/read-models';
import { type Run } from '../command-shape.js';
import { datesOf, reading } from '../data-folder.js';
import { checkTable } from '../tables.js';
import { sayCount } from '../words/count.js';
import { sayAsOf } from '../words/day.js';
import { sayInOrder } from '../words/history.js';
import { sayStates } from '../words/states.js';
import { whatCounts } from '../words/table.js';
import { filtersOf } from './as-of.js';

/** A number, and for everything counted its possible states and its whole history. */
export const explain: Run = async ({ words, options }, surroundings) => {
  const { output } = surroundings;
  const table = words[0]!;
  checkTable(table);
  const lineage = await reading(options, surroundings, async (cadre) =>
    lineageAnswer(cadre.tables, table, { ...datesOf(cadre, options), filters: filtersOf(options) }),
  );
  if (options.json) {
    output.json(lineage);
    return 0;
  }
  const { answer, histories } = lineage;
  output.line(sayAsOf(answer.asOf));
  output.line();
  const count = { ...answer.count, because: whatCounts(answer.count, answer.rows, options.where ?? {}) };
  output.line(`${table}: ${sayCount(count, answer.asOf.validOn)}`);
  if (answer.count.notReported) output.line('No entry in the log speaks of this. That is not the same as none.');
  for (const history of histories) {
    const rows = answer.rows.filter(({ stream }) => stream === history.stream);
    output.line();
    for (const { stream, item, states } of rows) {
      output.line(item === '' ? stream : `${stream}, ${item}`);
      for (const line of sayStates(states)) output.line(`  ${line}`);
    }
    output.line('  history, in order of events:');
    for (const line of sayInOrder(history)) output.line(`    ${line}`);
  }
  return 0;
};
