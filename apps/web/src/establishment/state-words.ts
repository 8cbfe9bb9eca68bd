import { useTranslation } from 'react-i18next';
import { useLanguage } from '../language/use-language';
import { useVocabulary } from '../vocabulary/use-vocabulary';

/** Words the states a block may be in; a single one that is not certain may also not be there at all. */
export function useStateWords(): (states: readonly string[], certain: boolean) => string {
  const { t } = useTranslation('establishment');
  const vocabulary = useVocabulary();
  const { code } = useLanguage();
  const either = new Intl.ListFormat(code, { type: 'disjunction' });
  return (states, certain) => {
    const worded = states.map((it) => vocabulary.state(it, 'blocks'));
    return worded.length === 1 && !certain ? t('possibly', { state: worded[0] }) : either.format(worded);
  };
}
