import { Command, decideBy, type Decider, refuse, type Refusal, type Told, type Warning } from '@cadre/kernel';
import { type Window } from '@cadre/kernel';
import type * as Events from './evaluation.events.js';
import { type EvaluationEvent } from './evaluation.events.js';

/** Records that an evaluation is to be made, or more of the plan before it starts. */
export class PlanEvaluation extends Command<Events.EvaluationPlanned['data']> {
  readonly type = 'PlanEvaluation';
}
/** Records that the evaluation began. */
export class StartEvaluation extends Command<Events.EvaluationStarted['data']> {
  readonly type = 'StartEvaluation';
}
/** Records that the evaluation's work is done; names its subject when it was never planned here. */
export class CompleteEvaluation extends Command<Events.EvaluationCompleted['data']> {
  readonly type = 'CompleteEvaluation';
}
/** Records that the evaluation's report was issued. */
export class ReportEvaluation extends Command<Events.EvaluationReported['data']> {
  readonly type = 'ReportEvaluation';
}
/** Puts the evaluation off. */
export class DeferEvaluation extends Command<Events.EvaluationDeferred['data']> {
  readonly type = 'DeferEvaluation';
}
/** Gives the evaluation up. */
export class CancelEvaluation extends Command<Events.EvaluationCancelled['data']> {
  readonly type = 'CancelEvaluation';
}

export type EvaluationCommand =
  PlanEvaluation | StartEvaluation | CompleteEvaluation | ReportEvaluation | DeferEvaluation | CancelEvaluation;

/** Where an evaluation stands in its life. */
export type EvaluationStanding =
  'not told of' | 'planned' | 'deferred' | 'started' | 'completed' | 'reported' | 'cancelled';

export interface Evaluation {
  readonly standing: EvaluationStanding;
  /** What is evaluated; null when not named. */
  readonly subject: string | null;
  readonly evaluator: string | null;
  /** When it was first planned for; kept through every deferral. */
  readonly firstDue: Window | null;
  /** When it is planned, as last told; null when not said. */
  readonly due: Window | null;
}

/** An evaluation's life: planned, perhaps deferred → started → completed → reported; or cancelled. */
export const evaluation: Decider<Evaluation, EvaluationCommand, EvaluationEvent> = {
  category: 'evaluation',
  initial: { standing: 'not told of', subject: null, evaluator: null, firstDue: null, due: null },
  natures: {
    EvaluationPlanned: 'occurrence',
    EvaluationStarted: 'occurrence',
    EvaluationCompleted: 'occurrence',
    EvaluationReported: 'occurrence',
    EvaluationDeferred: 'decision',
    EvaluationCancelled: 'decision',
  },
  decide: decideBy<Evaluation, EvaluationCommand, EvaluationEvent>({
    PlanEvaluation: 'EvaluationPlanned',
    StartEvaluation: 'EvaluationStarted',
    CompleteEvaluation: 'EvaluationCompleted',
    ReportEvaluation: 'EvaluationReported',
    DeferEvaluation: 'EvaluationDeferred',
    CancelEvaluation: 'EvaluationCancelled',
  }),
  permits,
  evolve,
  warn,
};

function permits(state: Evaluation, { event }: Told<EvaluationEvent>): Refusal | null {
  switch (event.type) {
    case 'EvaluationPlanned':
      return permitsWhile(state, ['not told of', 'planned', 'deferred']) ?? permitsPlan(state, event.data.due);
    case 'EvaluationStarted':
      return permitsPlanned(state) ?? permitsWhile(state, ['planned', 'deferred']);
    case 'EvaluationCompleted':
      return (
        permitsWhile(state, ['not told of', 'planned', 'deferred', 'started']) ??
        permitsSubject(state, event.data.subject)
      );
    case 'EvaluationReported':
      return permitsPlanned(state) ?? permitsReporting(state);
    case 'EvaluationDeferred':
      return (
        permitsPlanned(state) ??
        permitsWhile(state, ['planned', 'deferred', 'started']) ??
        permitsLaterDue(state, event.data.due)
      );
    case 'EvaluationCancelled':
      return permitsPlanned(state) ?? permitsWhile(state, ['planned', 'deferred', 'started']);
  }
}

function permitsPlanned({ standing }: Evaluation): Refusal | null {
  return standing === 'not told of'
    ? refuse(
        'EVALUATION_NOT_PLANNED',
        'This evaluation is not planned on that date; record its plan first (undated if no source gives a date) or correct the date.',
      )
    : null;
}

/** Refuses what comes too late: names the step that the evaluation has already taken by that date. */
function permitsWhile({ standing }: Evaluation, allowed: readonly EvaluationStanding[]): Refusal | null {
  if (allowed.includes(standing)) return null;
  switch (standing) {
    case 'not told of':
    case 'planned':
    case 'deferred':
      return null;
    case 'started':
      return refuse('EVALUATION_ALREADY_STARTED', 'This evaluation has already started by that date.');
    case 'completed':
    case 'reported':
      return refuse('EVALUATION_ALREADY_COMPLETED', 'This evaluation is already completed by that date.');
    case 'cancelled':
      return cancelled();
  }
}

function cancelled(): Refusal {
  return refuse('EVALUATION_CANCELLED', 'This evaluation is cancelled on that date; plan another one.');
}

function permitsReporting({ standing }: Evaluation): Refusal | null {
  switch (standing) {
    case 'completed':
      return null;
    case 'not told of':
    case 'planned':
    case 'deferred':
    case 'started':
      return refuse('EVALUATION_NOT_COMPLETED', 'This evaluation is not completed by that date; record that first.');
    case 'reported':
      return refuse('EVALUATION_ALREADY_REPORTED', 'The report on this evaluation was already issued by that date.');
    case 'cancelled':
      return cancelled();
  }
}

/** A plan told again may add what was open; the date once set moves by deferral only, so the first one stays on record. */
function permitsPlan(state: Evaluation, due: Window | null): Refusal | null {
  return state.due === null || due === null || isSameWindow(state.due, due)
    ? null
    : refuse('EVALUATION_ALREADY_DUE', 'This evaluation already has a date; defer it instead.', { pointer: '/due' });
}

function permitsLaterDue(state: Evaluation, due: Window | null): Refusal | null {
  const [before, after] = [state.due?.latest ?? null, due?.latest ?? null];
  return before !== null && after !== null && after <= before
    ? refuse('DUE_NOT_LATER', `This evaluation is due by ${before}; a deferral names a later date.`, {
        pointer: '/due/latest',
      })
    : null;
}

function permitsSubject(state: Evaluation, subject: string | null): Refusal | null {
  return state.standing === 'not told of' && subject === null
    ? refuse('SUBJECT_MISSING', 'This evaluation was never planned here; name what was evaluated.', {
        pointer: '/subject',
      })
    : null;
}

const isSameWindow = (a: Window, b: Window): boolean => a.earliest === b.earliest && a.latest === b.latest;

function evolve(state: Evaluation, { event }: Told<EvaluationEvent>): Evaluation {
  switch (event.type) {
    case 'EvaluationPlanned': {
      const { subject, evaluator, due } = event.data;
      return {
        standing: state.standing === 'deferred' ? 'deferred' : 'planned',
        subject: subject ?? state.subject,
        evaluator: evaluator ?? state.evaluator,
        firstDue: state.firstDue ?? due,
        due: due ?? state.due,
      };
    }
    case 'EvaluationStarted':
      return { ...state, standing: 'started' };
    case 'EvaluationCompleted':
      return { ...state, standing: 'completed', subject: event.data.subject ?? state.subject };
    case 'EvaluationReported':
      return { ...state, standing: 'reported' };
    case 'EvaluationDeferred':
      return { ...state, standing: 'deferred', due: event.data.due };
    case 'EvaluationCancelled':
      return { ...state, standing: 'cancelled' };
  }
}

function warn(state: Evaluation, { event }: Told<EvaluationEvent>): readonly Warning[] {
  if (event.type !== 'EvaluationCompleted' || state.standing !== 'not told of') return [];
  return [
    { code: 'EVALUATION_NEVER_PLANNED', sentence: 'This evaluation is completed, yet no plan of it is recorded.' },
  ];
}
