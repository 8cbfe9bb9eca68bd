import createClient from 'openapi-fetch';
import type { components, paths } from './schema';

type Schemas = components['schemas'];
export type Because = Schemas['Because'];
export type BlockAnswer = Schemas['BlockAnswer'];
export type CellRun = Schemas['CellRun'];
export type CountAnswer = Schemas['CountAnswer'];
export type ChangedRow = Schemas['ChangedRow'];
export type CompareAnswer = Schemas['CompareAnswer'];
export type ComparedAnswer = Schemas['ComparedAnswer'];
export type EntriesAnswer = Schemas['EntriesAnswer'];
export type EntryAnswer = Schemas['EntryAnswer'];
export type EstablishmentAnswer = Schemas['EstablishmentAnswer'];
export type ExceptionAnswer = Schemas['ExceptionAnswer'];
export type ExceptionsAnswer = Schemas['ExceptionsAnswer'];
export type HealthAnswer = Schemas['HealthAnswer'];
export type HistoryAnswer = Schemas['HistoryAnswer'];
export type HistoryEntry = Schemas['HistoryEntry'];
export type LineageAnswer = Schemas['LineageAnswer'];
export type MomentsAnswer = Schemas['MomentsAnswer'];
export type NarrativeAnswer = Schemas['NarrativeAnswer'];
export type NarrativeSentence = Schemas['NarrativeSentence'];
export type PossibleState = Schemas['PossibleState'];
export type PromiseAnswer = Schemas['PromiseAnswer'];
export type PromisesAnswer = Schemas['PromisesAnswer'];
export type PromiseSummary = Schemas['PromiseSummary'];
export type TableAnswer = Schemas['TableAnswer'];
export type TeamAnswer = Schemas['TeamAnswer'];
export type TeamsAnswer = Schemas['TeamsAnswer'];
export type TeamsByUnit = Schemas['TeamsByUnit'];
export type WindowAnswer = Schemas['WindowAnswer'];

export const client = createClient<paths>({ baseUrl: window.location.origin });

/** The API answered, but with a problem: a title, and a sentence a person can act on. */
export class ProblemError extends Error {
  constructor(
    readonly title: string,
    readonly detail: string,
    readonly status: number,
    /** Stable code, as in POST_ALREADY_FILLED; empty where the server gave none. */
    readonly code = '',
  ) {
    super(`${title}: ${detail}`);
  }
}

interface Asked<T> {
  readonly data?: T;
  readonly error?: unknown;
  readonly response: Response;
}

/** The answer, or a ProblemError made from problem+json. A network failure passes through as it is. */
export async function answerOf<T>(asked: Promise<Asked<T>>): Promise<T> {
  const { data, error, response } = await asked;
  if (data !== undefined) return data;
  const told = (typeof error === 'object' && error !== null ? error : {}) as Partial<Schemas['Problem']>;
  throw new ProblemError(told.title ?? response.statusText, told.detail ?? '', response.status, told.code);
}
