import { narrativeAnswer } from '@cadre/read-models';
import { type Run } from '../command-shape.js';
import { datesOf, reading } from '../data-folder.js';
import { sayAsOf } from '../words/day.js';
import { saySources } from '../words/source.js';

/** The answers as sentences, each with its sources. */
export const narrative: Run = async ({ options }, surroundings) => {
  const { output } = surroundings;
  const answer = await reading(options, surroundings, async (cadre) =>
    narrativeAnswer(cadre.tables, datesOf(cadre, options)),
  );
  if (options.json) {
    output.json(answer);
    return 0;
  }
  output.line(sayAsOf(answer.asOf));
  output.line();
  for (const { sentence, because } of answer.sentences) {
    output.line(because.length === 0 ? sentence : `${sentence} [${saySources(because)}]`);
  }
  return 0;
};
