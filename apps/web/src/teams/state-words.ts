import { useLanguage } from '../language/use-language';
import { useVocabulary } from '../vocabulary/use-vocabulary';

/** Words the states a team may be in, as in "planned or standing". */
export function useStateWords(): (states: readonly string[]) => string {
  const vocabulary = useVocabulary();
  const { code } = useLanguage();
  const either = new Intl.ListFormat(code, { type: 'disjunction' });
  return (states) => either.format(states.map((it) => vocabulary.state(it, 'teams')));
}
