import { type StoredShapes, text, v1, window } from '../shapes.wire.js';
import type * as Events from './evaluation.events.js';

/** How the events of an evaluation are stored. A stored shape is never edited: add a version and an upcaster. */
export const evaluationShapes: StoredShapes<Events.EvaluationEvent> = {
  EvaluationPlanned: v1<Events.EvaluationPlanned['data']>({
    subject: text.nullable(),
    evaluator: text.nullable(),
    due: window.nullable(),
  }),
  EvaluationStarted: v1<Events.EvaluationStarted['data']>({}),
  EvaluationCompleted: v1<Events.EvaluationCompleted['data']>({ subject: text.nullable() }),
  EvaluationReported: v1<Events.EvaluationReported['data']>({ reference: text.nullable() }),
  EvaluationDeferred: v1<Events.EvaluationDeferred['data']>({ due: window.nullable() }),
  EvaluationCancelled: v1<Events.EvaluationCancelled['data']>({}),
};
