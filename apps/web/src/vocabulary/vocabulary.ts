import type { PossibleState } from '../api/client';
import type { Problems } from '../problems/use-problems';
import { apart } from './apart';
import { columnInWords, rowInWords } from './columns';
import { type Detail, detailsInWords, eventInWords, fieldInWords, type Told } from './events';
import { figureInWords, type Means, type ValueContext, valueInWords } from './values';
import { wordingInWords } from './wordings';

/** The words of the record in the page's language. What has no word there comes back as recorded, never as a key. */
export interface Vocabulary extends Problems {
  /** An entry as one sentence. */
  event(told: Told): string;
  /** What an entry says beyond its sentence. */
  details(told: Told): readonly Detail[];
  /** The label of a field of an entry's data. */
  field(name: string): string;
  /** A value of an entry's data or a table's column. */
  value(name: string, value: unknown, context?: ValueContext): string;
  /** What stands beside a number: how it was derived, or the source's own words for it. */
  wording(wording: string): string;
  /** A figure of a statement, as in "more than 65%". */
  figure(figure: { readonly value: number; readonly unit: string; readonly qualifier: string }): string;
  /** What a thing is at a moment, as in "partly approved"; the table tells words apart that agree with what they say. */
  state(word: string, table?: string): string;
  /** A stage of a recruitment case. */
  stage(word: string): string;
  /** How far posts of a block have come. */
  progress(word: string): string;
  /** A kind of stream, as in "post". */
  kind(category: string): string;
  table(name: string): string;
  column(name: string): string;
  /** The columns of a state, what belongs together joined. */
  row(state: Pick<PossibleState, 'values' | 'windows'>, table: string): readonly Detail[];
}

/** Tables in the order in which a word is looked for when nobody says whose it is. */
const TABLES = ['posts', 'blocks', 'commitments', 'teams', 'units', 'evaluations', 'incumbency', 'sources', 'names'];

/** The vocabulary of a language. */
export function vocabularyIn(means: Means, problems: Problems): Vocabulary {
  const { t, language } = means;
  const orRecorded = (said: string, word: string): string => said || apart(word, language.dir);
  const nothing = { defaultValue: '' };
  const stateOf = (word: string, tables: readonly string[]): string =>
    tables.map((table) => t(`states.${table}.${word}`, nothing)).find(Boolean) ?? '';
  return {
    ...problems,
    event: (told) => eventInWords(told, means),
    details: (told) => detailsInWords(told, means),
    field: (name) => fieldInWords(name, means),
    value: (name, value, context) => valueInWords(name, value, means, context),
    wording: (wording) => wordingInWords(wording, means),
    figure: (figure) => figureInWords(figure, means),
    state: (word, table) => orRecorded(stateOf(word, table === undefined ? TABLES : [table]), word),
    stage: (word) => orRecorded(t(`stages.${word}`, nothing), word),
    progress: (word) => orRecorded(t(`progress.${word}`, nothing), word),
    kind: (category) => orRecorded(t(`kinds.${category}`, nothing), category),
    table: (name) => orRecorded(t(`tables.${name}`, nothing), name),
    column: (name) => columnInWords(name, means),
    row: (state, table) => rowInWords(state, table, means),
  };
}
