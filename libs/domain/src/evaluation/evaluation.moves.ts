import { type Samples } from '@cadre/kernel';
import { type Evaluation, type EvaluationCommand } from './evaluation.js';

/** The plainest content of each command on an evaluation. */
export const evaluationSamples: Samples<Evaluation, EvaluationCommand> = {
  PlanEvaluation: () => [{ subject: null, evaluator: null, due: null }],
  StartEvaluation: () => [{}],
  CompleteEvaluation: () => [{ subject: 'subject' }],
  ReportEvaluation: () => [{ reference: null }],
  DeferEvaluation: () => [{ due: null }],
  CancelEvaluation: () => [{}],
};
