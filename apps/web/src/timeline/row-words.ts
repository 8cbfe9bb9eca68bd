import { useMemo } from 'react';
import { useTranslation } from 'react-i18next';
import { useLanguage } from '../language/use-language';
import { useVocabulary } from '../vocabulary/use-vocabulary';
import { type Kind, TABLE_OF } from './choice';
import type { TimelineBar, TimelineRow } from './timeline.queries';
import { nameOf } from './words-of';

/** What is said of the rows, in the page's language. */
export interface RowWords {
  /** The heading of a group: a unit, empty for none, or a kind. */
  readonly heading: (key: string) => string;
  /** What a row is, in parts, under its name. */
  readonly beneath: (row: TimelineRow) => readonly string[];
  /** What was so; as possible where it may not have been. */
  readonly state: (row: TimelineRow, bar: TimelineBar) => string;
  /** A row in a sentence, for those who do not see it. */
  readonly aloud: (row: TimelineRow) => string;
}

export function useRowWords(units: ReadonlyMap<string, string | null>, by: 'unit' | 'kind'): RowWords {
  const { t } = useTranslation('timeline');
  const language = useLanguage();
  const vocabulary = useVocabulary();
  // The vocabulary is new each time and says other words only in another language.
  return useMemo(() => {
    const unitOf = (id: string | null): string => (id ? (units.get(id) ?? id) : t('noUnit'));
    const state: RowWords['state'] = ({ kind }, bar) => {
      const word = vocabulary.state(bar.state, TABLE_OF[kind]);
      return bar.certain ? word : t('possibly', { state: word });
    };
    const beneath: RowWords['beneath'] = ({ kind, grade, unitId }) => [
      vocabulary.kind(kind),
      ...(grade ? [grade] : []),
      ...(by === 'kind' && kind !== 'unit' ? [unitOf(unitId)] : []),
    ];
    return {
      heading: (key) => (by === 'unit' ? unitOf(key) : vocabulary.table(TABLE_OF[key as Kind])),
      beneath,
      state,
      aloud: (row) => {
        const states = language.list([...new Set(row.bars.map((bar) => state(row, bar)))]);
        const name = nameOf(row) ?? t('unnamed');
        return t('row.aloud', { name, what: language.list(beneath(row)), states, count: row.promised.length });
      },
    };
  }, [t, language, units, by]); // oxlint-disable-line react-hooks/exhaustive-deps
}
