import type { NarrativeSentence, WindowAnswer } from '@cadre/contract';
import { type Window } from '@cadre/kernel';
import { type AsOfDates } from '../as-of.js';
import { becauseOf, windowAnswer } from '../history/entry-rows.js';
import { causesOf, type Thing, thingsOf, valuesIn } from '../table/possible.js';
import { type Snapshot } from '../tables/tables.js';
import { between, listed, say, sayNumber, sayWhen } from './saying.js';

const SHOWN = ['subject', 'status', 'due_earliest', 'due_latest', 'due_phrase'];
const DONE: ReadonlySet<string> = new Set(['completed', 'reported']);

/** Evaluations: how many are made, and how each stands. */
export async function evaluationSentences(snapshot: Snapshot, dates: AsOfDates): Promise<readonly NarrativeSentence[]> {
  const all = await thingsOf(snapshot, 'evaluations', dates);
  if (all.length === 0) return [];
  const causes = await becauseOf(snapshot, causesOf(all, SHOWN));
  const rests = (of: readonly Thing[]) => causesOf(of, SHOWN).map((cause) => causes.get(cause)!);
  const isDone = (thing: Thing): readonly boolean[] =>
    thing.states.map(({ values }) => DONE.has(values['status'] as string));
  const done = between(
    all.filter((it) => isDone(it).every(Boolean)).length,
    all.filter((it) => isDone(it).some(Boolean)).length,
  );
  const summary = say({
    ...{ section: 'evaluations', key: 'evaluationsTold', because: rests(all) },
    counts: { evaluations: between(all.length, all.length), done },
    sentence: `Evaluations told of: ${all.length}; completed: ${sayNumber(done)}.`,
  });
  const unnamed = all.filter((it) => subjectOf(it) === null);
  return [
    summary,
    ...listed(
      'evaluations',
      all.map((it) => evaluation(it, rests([it]))),
    ),
    ...(unnamed.length === 0 ? [] : [notNamed(unnamed.length, rests(unnamed))]),
  ];
}

const subjectOf = (thing: Thing): string | null => valuesIn<string | null>(thing, 'subject').at(-1) ?? null;

/** One evaluation: when it was completed, else by when it is due, as far as that is told. */
function evaluation(thing: Thing, because: NarrativeSentence['because']): NarrativeSentence {
  const subject = subjectOf(thing);
  const statuses = [...valuesIn<string>(thing, 'status')];
  const isDone = statuses.every((status) => DONE.has(status));
  const when = isDone ? windowIn(thing, 'completed') : windowIn(thing, 'due');
  const name = subject ?? 'An evaluation whose subject is not named';
  const ends = when === null ? '' : isDone ? sayWhen(when) : `, due ${when.inWords}`;
  const key =
    subject === null
      ? when === null
        ? 'unnamedEvaluation'
        : isDone
          ? 'unnamedEvaluationDone'
          : 'unnamedEvaluationDue'
      : when === null
        ? 'evaluation'
        : isDone
          ? 'evaluationDone'
          : 'evaluationDue';
  return say({
    section: 'evaluations',
    key,
    certain: statuses.length === 1,
    texts: subject === null ? {} : { subject },
    words: { status: { table: 'evaluations', words: statuses } },
    windows: when === null ? {} : { when },
    because,
    sentence: `${name}: ${statuses.join(' or ')}${ends}.`,
  });
}

function windowIn({ states }: Thing, name: 'completed' | 'due'): WindowAnswer | null {
  const { values } = states.at(-1)!;
  const window = {
    earliest: values[`${name}_earliest`] ?? null,
    latest: values[`${name}_latest`] ?? null,
    phrase: values[`${name}_phrase`] ?? null,
  } as Window;
  return Object.values(window).every((end) => end === null) ? null : windowAnswer(window);
}

function notNamed(count: number, because: NarrativeSentence['because']): NarrativeSentence {
  return say({
    ...{ section: 'not reported', key: 'subjectsNotNamed', because },
    counts: { evaluations: between(count, count) },
    sentence: `Evaluations whose subject is not named: ${count}.`,
  });
}
