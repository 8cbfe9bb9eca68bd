import type { BlockAnswer, CountAnswer, NarrativeSentence } from '@cadre/contract';
import { type AsOfDates } from '../as-of.js';
import { establishmentAnswer } from '../establishment/establishment.query.js';
import { type Snapshot } from '../tables/tables.js';
import { listed, say, sayNumber } from './saying.js';

/** How far the posts of every block have come. */
export async function blockSentences(snapshot: Snapshot, dates: AsOfDates): Promise<readonly NarrativeSentence[]> {
  const { blocks } = await establishmentAnswer(snapshot, dates);
  return [...listed('posts', blocks.map(blockSentence)), ...notReportedOnDuty(blocks)];
}

function blockSentence(block: BlockAnswer): NarrativeSentence {
  const { name, approved, proposed, advertised, selected, onDuty, stillToReport, because } = block;
  const [texts, words] = [{ name }, { status: { table: 'blocks', words: block.statuses } }];
  const common = { section: 'posts' as const, texts, words, because };
  if (approved.notReported) {
    const sentence = `${name}: ${sayNumber(proposed)} proposed; ${block.statuses.join(' or ')}, not approved so far.`;
    return say({ ...common, key: 'blockNotApproved', counts: { proposed }, sentence });
  }
  const parts = [
    `${sayNumber(approved)} approved${proposed.notReported ? '' : ` of ${sayNumber(proposed)} proposed`}`,
    ...(advertised.notReported ? [] : [`${sayNumber(advertised)} advertised`]),
    ...(selected.notReported ? [] : [`${sayNumber(selected)} selected`]),
    onDuty.notReported ? 'number on duty not reported' : `${sayNumber(onDuty)} on duty`,
    ...(stillToReport.notReported ? [] : [`${sayNumber(stillToReport)} still to report`]),
  ];
  const told = Object.entries({ proposed, approved, advertised, selected, onDuty, stillToReport });
  const counts = Object.fromEntries(told.filter(([stage, it]) => stage === 'onDuty' || !it.notReported));
  return say({
    ...common,
    key: 'block',
    counts,
    because: restingOn(because, counts),
    sentence: `${name}: ${parts.join(', ')}.`,
  });
}

/** The block's own entries first, then those of its counts. */
const restingOn = (because: BlockAnswer['because'], counts: Readonly<Record<string, CountAnswer>>) => [
  ...because,
  ...Object.values(counts).flatMap((count) => count.because),
];

/** Approved blocks of which nobody says how many are on duty. */
function notReportedOnDuty(blocks: readonly BlockAnswer[]): readonly NarrativeSentence[] {
  const silent = blocks.filter(({ approved, onDuty }) => !approved.notReported && onDuty.notReported);
  if (silent.length === 0) return [];
  const names = silent.map(({ name }) => name);
  const because = silent.flatMap((block) => block.approved.because);
  const sentence = `How many are on duty is not reported for: ${names.join('; ')}.`;
  return [say({ section: 'not reported', key: 'onDutyNotReported', lists: { blocks: names }, because, sentence })];
}
