import { useTranslation } from 'react-i18next';
import type { ComparedAnswer } from '../api/client';

/** What a large number counts, in words: "Posts approved: Team specialists". */
export function useAnswerName(): (answer: Pick<ComparedAnswer, 'name' | 'subject'>) => string {
  const { t } = useTranslation('audit');
  return ({ name, subject }) => t(`names.${name}`, { subject });
}
