import { useTranslation } from 'react-i18next';
import { useLanguage } from '../language/use-language';

/** Words the states a thing may be in; a single one that is not certain may also not be there at all. */
export function useStateWords(): (
  table: 'blocks' | 'teams',
  states: readonly string[],
  certain: boolean,
) => string {
  const { t } = useTranslation('vocabulary');
  const { t: own } = useTranslation('establishment');
  const { either } = useEither();
  return (table, states, certain) => {
    const worded = states.map((state) => t(`states.${table}.${state}`));
    return worded.length === 1 && !certain ? own('possibly', { state: worded[0] }) : either(worded);
  };
}

/** "a, b or c", as the language says it. */
function useEither(): { readonly either: (items: readonly string[]) => string } {
  const { code } = useLanguage();
  const format = new Intl.ListFormat(code, { type: 'disjunction' });
  return { either: (items) => format.format(items) };
}
