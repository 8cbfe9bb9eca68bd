import { useTranslation } from 'react-i18next';
import { useWindowWords } from '../dates/window-words';
import { useLanguage } from '../language/use-language';
import { useCountWords } from '../lineage/count-words';
import { useProblems } from '../problems/use-problems';
import { type Vocabulary, vocabularyIn } from './vocabulary';

/** The words of the record in the page's language; waits until they are there. */
export function useVocabulary(): Vocabulary {
  const { t } = useTranslation('vocabulary');
  const language = useLanguage();
  const countWords = useCountWords();
  const windowWords = useWindowWords();
  const problems = useProblems();
  return vocabularyIn({ t, language, countWords, windowWords }, problems);
}
