import { between, RecordEvents } from '@cadre/kernel';
import { telling } from '@cadre/kernel/testing';
import type * as Events from './evaluation.events.js';
import { CancelEvaluation, CompleteEvaluation, DeferEvaluation } from './evaluation.js';
import { PlanEvaluation, ReportEvaluation, StartEvaluation } from './evaluation.js';

/** The evaluation every example is about. */
export const EVALUATION = 'mission';

/** When evaluations are due unless the example says otherwise. */
export const DUE = between(null, '2008-06-30', 'before 30 June 2008');

type Said = Parameters<typeof telling>[0];

export const evaluationPlanned = (data: Partial<Events.EvaluationPlanned['data']> = {}): Events.EvaluationPlanned => ({
  type: 'EvaluationPlanned',
  data: { subject: 'a mission', evaluator: null, due: DUE, ...data },
});
export const evaluationStarted = (): Events.EvaluationStarted => ({ type: 'EvaluationStarted', data: {} });
export const evaluationCompleted = (subject: string | null = null): Events.EvaluationCompleted => ({
  type: 'EvaluationCompleted',
  data: { subject },
});
export const evaluationReported = (reference: string | null = null): Events.EvaluationReported => ({
  type: 'EvaluationReported',
  data: { reference },
});
export const evaluationDeferred = (
  due: Events.EvaluationDeferred['data']['due'] = null,
): Events.EvaluationDeferred => ({
  type: 'EvaluationDeferred',
  data: { due },
});
export const evaluationCancelled = (): Events.EvaluationCancelled => ({ type: 'EvaluationCancelled', data: {} });

export const planEvaluation = (data: Partial<PlanEvaluation['data']> = {}, said: Said = {}): PlanEvaluation =>
  new PlanEvaluation(EVALUATION, evaluationPlanned(data).data, telling(said));
export const startEvaluation = (said: Said = {}): StartEvaluation => new StartEvaluation(EVALUATION, {}, telling(said));
export const completeEvaluation = (subject: string | null = null, said: Said = {}): CompleteEvaluation =>
  new CompleteEvaluation(EVALUATION, { subject }, telling(said));
export const reportEvaluation = (reference: string | null = null, said: Said = {}): ReportEvaluation =>
  new ReportEvaluation(EVALUATION, { reference }, telling(said));
export const deferEvaluation = (due: DeferEvaluation['data']['due'] = null, said: Said = {}): DeferEvaluation =>
  new DeferEvaluation(EVALUATION, { due }, telling(said));
export const cancelEvaluation = (said: Said = {}): CancelEvaluation =>
  new CancelEvaluation(EVALUATION, {}, telling(said));
/** The event as a loaded file would bring it: past `decide`. */
export const loadIntoEvaluation = (event: Events.EvaluationEvent, said: Said = {}): RecordEvents =>
  new RecordEvents(EVALUATION, { events: [event] }, telling(said));
