import type { NarrativeSentence } from '@cadre/contract';
import { type Window } from '@cadre/kernel';
import { type AsOfDates } from '../as-of.js';
import { becauseOf, windowAnswer } from '../history/entry-rows.js';
import { causesOf, type Thing, thingsOf, valuesIn } from '../table/possible.js';
import { type Snapshot } from '../tables/tables.js';
import { between, listed, say, sayNumber, sayWhen } from './saying.js';

const SHOWN = ['name', 'stage', 'candidate_id'];

/** Where each recruitment stands, and how many ended with somebody reporting for duty. */
export async function recruitmentSentences(
  snapshot: Snapshot,
  dates: AsOfDates,
): Promise<readonly NarrativeSentence[]> {
  const cases = await thingsOf(snapshot, 'recruitment', dates);
  if (cases.length === 0) return [];
  const causes = await becauseOf(snapshot, causesOf(cases, SHOWN));
  const rests = (of: readonly Thing[]) => causesOf(of, SHOWN).map((cause) => causes.get(cause)!);
  const done = cases.filter((it) => valuesIn(it, 'stage').includes('reported'));
  const surely = done.filter((it) => it.certain).length;
  const counts = { cases: between(cases.length, cases.length), done: between(surely, done.length) };
  const summary = say({
    ...{ section: 'recruitment', key: 'casesTold', counts, because: rests(cases) },
    sentence: `Recruitments told of: ${cases.length}; ended with somebody reporting for duty: ${sayNumber(counts.done)}.`,
  });
  const each = cases.map((it) => caseSentence(it, rests([it])));
  return [summary, ...listed('recruitment', each)];
}

function caseSentence(thing: Thing, because: NarrativeSentence['because']): NarrativeSentence {
  const name = valuesIn<string | null>(thing, 'name').at(-1) ?? thing.id;
  const stages = [...valuesIn<string>(thing, 'stage')];
  const { values } = thing.states.at(-1)!;
  const when = windowAnswer({
    earliest: values['since_earliest'] ?? null,
    latest: values['since_latest'] ?? null,
    phrase: values['since_phrase'] ?? null,
  } as Window);
  return say({
    section: 'recruitment',
    key: 'caseStage',
    certain: stages.length === 1,
    texts: { name },
    words: { stage: { table: 'recruitment', words: stages } },
    windows: { when },
    because,
    sentence: `${name}: ${stages.join(' or ')}${sayWhen(when)}.`,
  });
}
