import {
  type BlockEvent,
  type CaseEvent,
  type CommitmentEvent,
  type EvaluationEvent,
  type PersonEvent,
  type PostEvent,
  type SourceEvent,
  type TeamEvent,
  type UnitEvent,
} from '@cadre/domain';
import { type EntryRetracted, partsOf, sayWindow, type Span } from '@cadre/kernel';
import { blockClauses, caseClauses, personClauses, postClauses } from './post-clauses.js';
import { commitmentClauses, evaluationClauses, sourceClauses, teamClauses, unitClauses } from './unit-clauses.js';
import { type Clauses } from './words.js';

type AnyEvent =
  | BlockEvent
  | CaseEvent
  | CommitmentEvent
  | EvaluationEvent
  | PersonEvent
  | PostEvent
  | SourceEvent
  | TeamEvent
  | UnitEvent
  | EntryRetracted;

/** One clause per event type there is; the compiler refuses a missing one. */
const clauses: Clauses<AnyEvent> = {
  ...blockClauses,
  ...postClauses,
  ...caseClauses,
  ...personClauses,
  ...unitClauses,
  ...teamClauses,
  ...evaluationClauses,
  ...commitmentClauses,
  ...sourceClauses,
  EntryRetracted: ({ eventId }) => `Entry ${eventId} retracted`,
};

/** Types whose window says when it was told, not when something happened. */
const UNDATED: ReadonlySet<string> = new Set([
  'EntryRetracted',
  'SourceRegistered',
  'AliasRecorded',
  'StatementRecorded',
]);

/** An entry in one plain English sentence: what happened to what, and when as told. An entry no schema fits is named and no more. */
export function sentenceOf(entry: {
  readonly stream: string;
  readonly type: string;
  readonly data: object;
  readonly effective: Span;
}): string {
  const { stream, type, data, effective } = entry;
  try {
    const clause = clauses[type as AnyEvent['type']] as (data: object, id: string) => string;
    return `${clause(data, partsOf(stream).id)}${UNDATED.has(type) ? '' : ` (${sayWindow(effective)})`}.`;
  } catch {
    return `${type} in ${stream}, which cannot be read.`;
  }
}
