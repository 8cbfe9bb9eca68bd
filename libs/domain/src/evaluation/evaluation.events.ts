import { type Window } from '@cadre/kernel';

/** An evaluation is to be made; `subject` null when not named. */
export interface EvaluationPlanned {
  readonly type: 'EvaluationPlanned';
  readonly data: { readonly subject: string | null; readonly evaluator: string | null; readonly due: Window | null };
}

/** The evaluation began. */
export interface EvaluationStarted {
  readonly type: 'EvaluationStarted';
  readonly data: Record<string, never>;
}

/** The evaluation's work is done; `subject` names it when it was never planned here. */
export interface EvaluationCompleted {
  readonly type: 'EvaluationCompleted';
  readonly data: { readonly subject: string | null };
}

/** The evaluation's report was issued. */
export interface EvaluationReported {
  readonly type: 'EvaluationReported';
  readonly data: { readonly reference: string | null };
}

/** The evaluation was put off to a later window. */
export interface EvaluationDeferred {
  readonly type: 'EvaluationDeferred';
  readonly data: { readonly due: Window | null };
}

/** The evaluation will not be made. */
export interface EvaluationCancelled {
  readonly type: 'EvaluationCancelled';
  readonly data: Record<string, never>;
}

export type EvaluationEvent =
  | EvaluationPlanned
  | EvaluationStarted
  | EvaluationCompleted
  | EvaluationReported
  | EvaluationDeferred
  | EvaluationCancelled;
