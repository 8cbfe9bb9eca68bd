import { historyAnswer } from '@cadre/read-models';
import { type Run } from '../command-shape.js';
import { datesOf, reading, Refused } from '../data-folder.js';
import { sayHistory } from '../words/history.js';

/** Every entry of a stream as known at a moment, also what was taken back. */
export const history: Run = async ({ words, options }, surroundings) => {
  const { output } = surroundings;
  const stream = words[0]!;
  const answer = await reading(options, surroundings, async (cadre) => {
    const { knownAt } = datesOf(cadre, options);
    return historyAnswer(cadre.tables, stream, knownAt);
  });
  if (answer === null || answer.entries.length === 0) {
    throw new Refused(
      `Nothing was recorded of "${stream}" by then; a stream is a kind, a dash and an id, as in team-darfur.`,
    );
  }
  if (options.json) {
    output.json(answer);
    return 0;
  }
  output.line(`${stream}, as known at ${answer.knownAt}, in order of recording:`);
  output.line();
  for (const line of sayHistory(answer)) output.line(line);
  return 0;
};
