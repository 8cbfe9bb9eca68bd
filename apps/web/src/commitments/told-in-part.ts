import { useTranslation } from 'react-i18next';
import type { CountAnswer } from '../api/client';

/** Says of a number over very many things that it names only the first entries it rests on. */
export function useToldInPart(mostTold: number): (count: CountAnswer) => CountAnswer {
  const { t } = useTranslation('commitments');
  return (count) =>
    count.because.length < mostTold ? count : { ...count, wording: t('toldInPart', { count: mostTold }) };
}
