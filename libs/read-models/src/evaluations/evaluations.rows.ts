import { type EvaluationEvent } from '@cadre/domain';
import { type Told, type Window } from '@cadre/kernel';
import { blank, type Columns, readModel, type Values } from '../read-model.js';

const columns = {
  /** What is evaluated; null when not named. */
  subject: 'text',
  evaluator: 'text',
  /** planned, deferred, started, completed, reported or cancelled */
  status: 'text',
  due_earliest: 'text',
  due_latest: 'text',
  due_phrase: 'text',
  first_due_earliest: 'text',
  first_due_latest: 'text',
  first_due_phrase: 'text',
  completed_earliest: 'text',
  completed_latest: 'text',
  completed_phrase: 'text',
  reference: 'text',
} as const satisfies Columns;

type Evaluation = Values<typeof columns>;

const initial: Evaluation = blank(columns);

/** Evaluations: planned, made, reported. */
export const evaluations = readModel<Evaluation, EvaluationEvent, typeof columns>({
  table: 'evaluations',
  category: 'evaluation',
  columns,
  progress: ['status', 'due_earliest', 'due_latest', 'due_phrase', 'reference'],
  words: { status: ['planned', 'deferred', 'started', 'completed', 'reported', 'cancelled'] },
  initial,
  evolve,
  rows: (evaluation) => (evaluation.status === null ? [] : [{ item: '', ...evaluation }]),
});

function evolve(evaluation: Evaluation, { event, effective }: Told<EvaluationEvent>): Evaluation {
  switch (event.type) {
    case 'EvaluationPlanned': {
      const { subject, evaluator, due } = event.data;
      const isFirst = evaluation.first_due_phrase === null && evaluation.first_due_latest === null;
      return {
        ...evaluation,
        status: evaluation.status === 'deferred' ? 'deferred' : 'planned',
        subject: subject ?? evaluation.subject,
        evaluator: evaluator ?? evaluation.evaluator,
        ...(due === null ? {} : windowColumns('due', due)),
        ...(due === null || !isFirst ? {} : windowColumns('first_due', due)),
      };
    }
    case 'EvaluationStarted':
      return { ...evaluation, status: 'started' };
    case 'EvaluationCompleted': {
      const subject = event.data.subject ?? evaluation.subject;
      return { ...evaluation, status: 'completed', subject, ...windowColumns('completed', effective) };
    }
    case 'EvaluationReported':
      return { ...evaluation, status: 'reported', reference: event.data.reference };
    case 'EvaluationDeferred': {
      const due = event.data.due ?? { earliest: null, latest: null, phrase: null };
      return { ...evaluation, status: 'deferred', ...windowColumns('due', due) };
    }
    case 'EvaluationCancelled':
      return { ...evaluation, status: 'cancelled' };
  }
}

function windowColumns(
  name: 'due' | 'first_due' | 'completed',
  { earliest, latest, phrase }: Window,
): Partial<Evaluation> {
  return { [`${name}_earliest`]: earliest, [`${name}_latest`]: latest, [`${name}_phrase`]: phrase };
}
