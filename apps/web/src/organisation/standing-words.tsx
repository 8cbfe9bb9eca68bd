import { useTranslation } from 'react-i18next';
import { useLanguage } from '../language/use-language';
import { Sentence } from '../vocabulary/event-sentence';
import { apart } from '../vocabulary/apart';
import { useVocabulary } from '../vocabulary/use-vocabulary';

/** Says every standing a unit possibly has on a day, that it is not there among them. */
export function useStandingWords(): (statuses: readonly string[], mayBeAbsent: boolean) => string {
  const { t } = useTranslation('organisation');
  const vocabulary = useVocabulary();
  return (statuses, mayBeAbsent) => {
    const said = statuses.map((status) => vocabulary.state(status, 'units'));
    return [...(mayBeAbsent ? [t('changes.notThere')] : []), ...said].join(` ${t('or')} `);
  };
}

/** Several recorded names as one list in the page's language. */
export function AllOf({ names }: { names: readonly string[] }) {
  const { list, dir } = useLanguage();
  return <Sentence>{list(names.map((name) => apart(name, dir)))}</Sentence>;
}
