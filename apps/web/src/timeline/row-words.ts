import { useMemo } from 'react';
import { useTranslation } from 'react-i18next';
import { useLanguage } from '../language/use-language';
import { useVocabulary } from '../vocabulary/use-vocabulary';
import { type Kind, TABLE_OF } from './choice';
import type { TimelineBar, TimelinePromise, TimelineRow } from './timeline.queries';

/** What is said of the rows, in the page's language. Rows come and go by the dozen in a frame, so each word is looked up once. */
export interface RowWords {
  /** Stands for a name where none was told. */
  readonly unnamed: string;
  /** The heading of a group: a unit, empty for none, or a kind. */
  readonly heading: (key: string) => string;
  /** How many rows stand under a heading. */
  readonly number: (rows: number) => string;
  /** What a row is, in parts, under its name. */
  readonly beneath: (row: TimelineRow) => readonly string[];
  /** What was so; as possible where it may not have been. */
  readonly state: (row: TimelineRow, bar: TimelineBar) => string;
  /** The day a promise ends on, beside its box. */
  readonly due: (promise: TimelinePromise) => string;
  readonly overdue: (overdue: 'yes' | 'possibly') => string;
  /** How often something was given another time. */
  readonly redated: (times: number) => string;
  /** What a row's bars say in short, for those who do not see them. */
  readonly aloud: (row: TimelineRow) => string;
}

export function useRowWords(units: ReadonlyMap<string, string | null>, by: 'unit' | 'kind'): RowWords {
  const { t } = useTranslation('timeline');
  const language = useLanguage();
  const vocabulary = useVocabulary();
  // The vocabulary is new each time and says other words only in another language.
  return useMemo(() => {
    const unitOf = (id: string | null): string => (id ? (units.get(id) ?? id) : t('noUnit'));
    const kindOf = remembered((kind) => vocabulary.kind(kind));
    const stateOf = remembered((key) => {
      const [kind, state, certain] = JSON.parse(key) as [Kind, string, boolean];
      const word = vocabulary.state(state, TABLE_OF[kind]);
      return certain ? word : t('possibly', { state: word });
    });
    const state: RowWords['state'] = ({ kind }, bar) => stateOf(JSON.stringify([kind, bar.state, bar.certain]));
    const day = remembered(language.dayShort);
    const redated = remembered((times) => t('row.redated', { count: Number(times) }));
    const late = { yes: t('row.overdue'), possibly: t('row.possiblyOverdue') };
    const [unnamed, noDay] = [t('unnamed'), t('promise.noDay')];
    const beneath: RowWords['beneath'] = ({ kind, grade, unitId }) => [
      kindOf(kind),
      ...(grade ? [grade] : []),
      ...(by === 'kind' && kind !== 'unit' ? [unitOf(unitId)] : []),
    ];
    return {
      unnamed,
      heading: (key) => (by === 'unit' ? unitOf(key) : vocabulary.table(TABLE_OF[key as Kind])),
      number: language.number,
      beneath,
      state,
      due: ({ due }) => (due.latest === null ? noDay : day(due.latest)),
      overdue: (it) => late[it],
      redated: (times) => redated(String(times)),
      aloud: (row) => {
        const states = language.list([...new Set(row.bars.map((bar) => state(row, bar)))]);
        return t('row.aloud', { states, count: row.promised.length });
      },
    };
  }, [t, language, units, by]); // oxlint-disable-line react-hooks/exhaustive-deps
}

function remembered(say: (key: string) => string): (key: string) => string {
  const said = new Map<string, string>();
  return (key) => {
    const known = said.get(key) ?? say(key);
    said.set(key, known);
    return known;
  };
}
