import { useTranslation } from 'react-i18next';
import type { PossibleState } from '../api/client';
import { useWindowWords } from '../dates/window-words';
import { useLanguage } from '../language/use-language';
import { useCountWords } from '../lineage/count-words';
import { useProblems } from '../problems/use-problems';
import { apart } from './apart';
import { columnInWords, rowInWords } from './columns';
import { type Detail, detailsInWords, eventInWords, fieldInWords, type Told } from './events';
import { type Means, type ValueContext, valueInWords } from './values';

/** The words of the record in the page's language. What has no word there comes back as recorded, never as a key. */
export interface Vocabulary {
  /** An entry as one sentence. */
  event(told: Told): string;
  /** What an entry says beyond its sentence. */
  details(told: Told): readonly Detail[];
  /** The label of a field of an entry's data. */
  field(name: string): string;
  /** A value of an entry's data or a table's column. */
  value(name: string, value: unknown, context?: ValueContext): string;
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
  /** A refusal in one sentence; the server's own says more. */
  problem(code: string): string;
  warning(code: string): string;
}

/** Tables in the order in which a word is looked for when nobody says whose it is. */
const TABLES = ['posts', 'blocks', 'commitments', 'teams', 'units', 'evaluations', 'incumbency', 'sources', 'names'];

/** Waits until the words are there. */
export function useVocabulary(): Vocabulary {
  const { t } = useTranslation('vocabulary');
  const language = useLanguage();
  const countWords = useCountWords();
  const windowWords = useWindowWords();
  const problems = useProblems();
  const means: Means = { t, language, countWords, windowWords };
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
    state: (word, table) => orRecorded(stateOf(word, table === undefined ? TABLES : [table]), word),
    stage: (word) => orRecorded(t(`stages.${word}`, nothing), word),
    progress: (word) => orRecorded(t(`progress.${word}`, nothing), word),
    kind: (category) => orRecorded(t(`kinds.${category}`, nothing), category),
    table: (name) => orRecorded(t(`tables.${name}`, nothing), name),
    column: (name) => columnInWords(name, means),
    row: (state, table) => rowInWords(state, table, means),
  };
}
