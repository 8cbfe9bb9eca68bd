import type { PossibleState } from '../api/client';
import { apart } from './apart';
import type { Detail } from './events';
import { type Means, rangeInWords, valueInWords, windowAsTold } from './values';

const PARTS = /_(at_least|at_most|wording|earliest|latest|phrase)$/;

/** The label of a column, or of several joined, as in "due"; the column's own name where it is not known here. */
export function columnInWords(name: string, { t, language }: Means): string {
  const part = PARTS.exec(name)?.[1];
  const joined = name.replace(PARTS, '');
  const column = t(`columns.${joined}`, { defaultValue: '' }) || apart(joined, language.dir);
  return part === undefined ? column : t(`columnParts.${part}`, { column });
}

/**
 * The columns of a state in words, what belongs together joined: `x_at_least`, `x_at_most` and `x_wording` become the
 * number `x`, `x_earliest`, `x_latest` and `x_phrase` the window `x`. In the order of the columns.
 */
export function rowInWords(
  { values, windows }: Pick<PossibleState, 'values' | 'windows'>,
  table: string,
  means: Means,
): readonly Detail[] {
  const names = [...new Set(Object.keys(values).map((name) => name.replace(PARTS, '')))];
  return names.map((name) => {
    const window = windows[name];
    const isJoined = !Object.hasOwn(values, name);
    const text = window
      ? windowAsTold(window, means)
      : isJoined
        ? numberInWords(name, values, means)
        : valueInWords(name, values[name], means, { table });
    return { name, label: columnInWords(name, means), text };
  });
}

/** A number of several columns: its range, the source's words for it, or both. */
function numberInWords(name: string, values: PossibleState['values'], means: Means): string {
  const { t, language } = means;
  const [atLeast, atMost] = ['at_least', 'at_most'].map((end) => (values[`${name}_${end}`] ?? null) as number | null);
  const wording = (values[`${name}_wording`] ?? null) as string | null;
  const quoted = wording === null ? null : apart(wording, language.dir);
  if (typeof atLeast !== 'number') return quoted === null ? t('words.notReported') : t('quoted', { wording: quoted });
  const range = rangeInWords({ atLeast, atMost: atMost ?? null }, means);
  return quoted === null ? range : t('rangeAsTold', { range, wording: quoted });
}
