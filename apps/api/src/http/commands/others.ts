import {
  CompleteEvaluationRequest,
  DeferEvaluationRequest,
  MakeCommitmentRequest,
  PlanEvaluationRequest,
  RecordAliasRequest,
  RecordStatementRequest,
  RedateCommitmentRequest,
  RegisterSourceRequest,
  ReportEvaluationRequest,
  TellingRequest,
} from '@cadre/contract';
import {
  CancelEvaluation,
  CompleteEvaluation,
  DeferEvaluation,
  DropCommitment,
  ErasePerson,
  MakeCommitment,
  MeetCommitment,
  MissCommitment,
  PlanEvaluation,
  RecordAlias,
  RecordStatement,
  RedateCommitment,
  RegisterSource,
  ReportEvaluation,
  StartEvaluation,
} from '@cadre/domain';
import { type CommandRoute, routesOf } from '../command-route.js';
import { asGiven, day, listed, maybe, orNull, span } from '../readers.js';

const evaluation = routesOf('evaluations');
const commitment = routesOf('commitments');
const source = routesOf('sources');

/** Ways to tell of evaluations. */
export const evaluationRoutes: readonly CommandRoute[] = [
  evaluation(['plan', 'Record that an evaluation is to be made'], PlanEvaluation, PlanEvaluationRequest, {
    subject: orNull,
    evaluator: orNull,
    due: maybe(span),
  }),
  evaluation(['start', 'Record that the evaluation began'], StartEvaluation, TellingRequest, {}),
  evaluation(['complete', 'Record that its work is done'], CompleteEvaluation, CompleteEvaluationRequest, {
    subject: orNull,
  }),
  evaluation(['report', 'Record that its report was issued'], ReportEvaluation, ReportEvaluationRequest, {
    reference: orNull,
  }),
  evaluation(['defer', 'Put it off to a later window'], DeferEvaluation, DeferEvaluationRequest, { due: maybe(span) }),
  evaluation(['cancel', 'Record that it will not be made'], CancelEvaluation, TellingRequest, {}),
];

/** Ways to tell of promises. */
export const commitmentRoutes: readonly CommandRoute[] = [
  commitment(
    ['make', 'Record a promise with its original window'],
    MakeCommitment,
    MakeCommitmentRequest,
    { what: asGiven, ownerUnitId: orNull, due: span, about: listed, measure: orNull },
    { what: 'All teams stand up', due: { phrase: 'early 2008' }, about: ['team-darfur'] },
  ),
  commitment(['redate', 'Give a promise a new date, with a reason'], RedateCommitment, RedateCommitmentRequest, {
    due: span,
  }),
  commitment(['meet', 'Record that what was promised is done'], MeetCommitment, TellingRequest, {}),
  commitment(['miss', 'Record that it was not done in time'], MissCommitment, TellingRequest, {}),
  commitment(['drop', 'Give a promise up, with a reason'], DropCommitment, TellingRequest, {}),
];

/** Ways to tell of documents and what they say. */
export const sourceRoutes: readonly CommandRoute[] = [
  source(
    ['register', 'Record a document that is used as a source'],
    RegisterSource,
    RegisterSourceRequest,
    { document: asGiven, title: orNull, dated: maybe(day), datedHow: orNull, language: orNull },
    { document: 'A/62/627', dated: '2008-01-14', datedHow: 'stated' },
  ),
  source(['statements', 'Record what a source says that fits nowhere else'], RecordStatement, RecordStatementRequest, {
    statementId: asGiven,
    category: asGiven,
    text: asGiven,
    about: listed,
    topic: orNull,
    figures: listed,
  }),
  source(['aliases', 'Record another name a source uses'], RecordAlias, RecordAliasRequest, {
    alias: asGiven,
    about: asGiven,
    note: orNull,
  }),
];

/** Steps of filling are taken by policies; what is left to tell of a person is erasure. */
export const personRoutes: readonly CommandRoute[] = [
  routesOf('persons')(
    ['erase', "Record that the person's data were erased: nothing more can be taken up; counts and timelines stay"],
    ErasePerson,
    TellingRequest,
    {},
  ),
];
