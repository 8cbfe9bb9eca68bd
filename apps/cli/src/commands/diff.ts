import type { ChangedRow, DiffAnswer } from '@cadre/contract';
import { diffAnswer } from '@cadre/read-models';
import { BadArgument } from '../arguments/bad-argument.js';
import { readMoment } from '../arguments/dates.js';
import { type Call } from '../arguments/call.js';
import { type Run } from '../command-shape.js';
import { datesOf, reading } from '../data-folder.js';
import { sayDay } from '../words/day.js';
import { sayEntry } from '../words/history.js';
import { sayState } from '../words/states.js';

/** What changed in the answers for one day between two known moments, and what was recorded in between. */
export const diff: Run = async (call, surroundings) => {
  const { output } = surroundings;
  const [knownA, knownB] = momentsOf(call);
  const answer = await reading(call.options, surroundings, async (cadre) => {
    const { validOn } = datesOf(cadre, call.options);
    return diffAnswer(cadre.tables, { validOn, knownA, knownB });
  });
  if (call.options.json) output.json(answer);
  else for (const line of sayDiff(answer)) output.line(line);
  return 0;
};

function momentsOf({ words, options }: Call): readonly [string, string] {
  const moments = [...(options.known ?? []), ...words.map((word) => readMoment(word, 'the second moment of --known'))];
  const [a, b] = moments;
  if (!a || !b || moments.length > 2) throw new BadArgument('--known needs two moments: --known DATE DATE.');
  if (a.instant > b.instant) throw new BadArgument(`--known needs the earlier moment first; ${a.written} is later.`);
  return [a.instant, b.instant];
}

function sayDiff({ validOn, knownA, knownB, changes, recorded }: DiffAnswer): readonly string[] {
  return [
    `True on ${sayDay(validOn)}, as known at ${knownA} and at ${knownB}.`,
    '',
    changes.length === 0 ? 'No answer changed.' : `Changed answers: ${changes.length}`,
    ...changes.flatMap(sayChange),
    '',
    recorded.length === 0 ? 'Nothing was recorded in between.' : `Recorded in between: ${recorded.length}`,
    ...recorded.flatMap((entry) => [`  ${entry.stream}`, ...sayEntry(entry, recorded).map((line) => `  ${line}`)]),
  ];
}

function sayChange({ table, stream, item, before, after }: ChangedRow): readonly string[] {
  const say = (states: ChangedRow['before']): string =>
    states.length === 0 ? 'nothing told of' : states.map(sayState).join(' | or ');
  return [
    `  ${table}: ${stream}${item === '' ? '' : `, ${item}`}`,
    `    before  ${say(before)}`,
    `    after   ${say(after)}`,
  ];
}
