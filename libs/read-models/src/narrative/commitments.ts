import type { NarrativeCount, NarrativeSentence, PromiseAnswer, PromisesAnswer } from '@cadre/contract';
import { type AsOfDates } from '../as-of.js';
import { promisesAnswer } from '../promises/promises.query.js';
import { type Snapshot } from '../tables/tables.js';
import { between, listed, say, sayNumber, withoutStop } from './saying.js';

/** What was promised: how much is met, open and overdue, and each by itself, the overdue ones first. */
export async function commitmentSentences(snapshot: Snapshot, dates: AsOfDates): Promise<readonly NarrativeSentence[]> {
  const answer = await promisesAnswer(snapshot, dates);
  const late = answer.promises.filter(({ overdue }) => overdue !== 'no');
  const others = answer.promises.filter(({ overdue }) => overdue === 'no');
  return [
    ...commitmentsTold(answer),
    ...listed('commitments', late.map(overduePromise)),
    ...listed('commitments', others.map(promise)),
  ];
}

function commitmentsTold({ promises, open, overdue }: PromisesAnswer): readonly NarrativeSentence[] {
  if (promises.length === 0) return [];
  const met: NarrativeCount = between(
    promises.filter(({ statuses }) => statuses.every((it) => it === 'met')).length,
    promises.filter(({ statuses }) => statuses.includes('met')).length,
  );
  const counts = { commitments: between(promises.length, promises.length), met, open, overdue };
  return [
    say({
      ...{ section: 'commitments', key: 'commitmentsTold', counts },
      because: promises.flatMap((it) => it.because),
      sentence: `Commitments told of: ${promises.length}; met: ${sayNumber(met)}; open: ${sayNumber(open)}; overdue: ${sayNumber(overdue)}.`,
    }),
  ];
}

function overduePromise({ what, due, overdue, because }: PromiseAnswer): NarrativeSentence {
  const isSure = overdue === 'yes';
  return say({
    section: 'commitments',
    key: isSure ? 'commitmentOverdue' : 'commitmentPossiblyOverdue',
    texts: { what: withoutStop(what) },
    windows: { due },
    because,
    sentence: `${isSure ? 'Overdue' : 'Possibly overdue'}: ${withoutStop(what)} (due ${due.inWords}).`,
  });
}

function promise({ what, due, firstDue, redates, statuses, because }: PromiseAnswer): NarrativeSentence {
  const isRedated = redates > 0;
  const status = statuses.join(' or ');
  const first = isRedated ? `, first ${firstDue.inWords}` : '';
  return say({
    section: 'commitments',
    key: isRedated ? 'commitmentRedated' : 'commitment',
    certain: statuses.length === 1,
    texts: { what: withoutStop(what) },
    words: { status: { table: 'commitments', words: statuses } },
    windows: { due, ...(isRedated ? { first: firstDue } : {}) },
    because,
    sentence: `${status.charAt(0).toUpperCase()}${status.slice(1)}: ${withoutStop(what)} (due ${due.inWords}${first}).`,
  });
}
