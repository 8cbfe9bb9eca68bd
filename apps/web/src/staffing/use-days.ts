import type { TFunction } from 'i18next';
import { useTranslation } from 'react-i18next';
import type { DaysAnswer } from './staffing.queries';

/** Says how many days have gone by. */
export type DaysWords = (days: DaysAnswer | null) => string;

/** Words days in the page's language, as in "between 30 and 40 days". */
export function useDays(): DaysWords {
  const { t } = useTranslation('staffing');
  return (days) => daysInWords(days, t);
}

/** Days as people say them: "30 days", "at least 30 days", "between 30 and 40 days". What nobody reports is no number. */
export function daysInWords(days: DaysAnswer | null, t: TFunction<'staffing'>): string {
  if (days === null) return t('days.notReported');
  const { atLeast, atMost } = days;
  if (atMost === null && atLeast === 0) return t('days.open');
  if (atMost === null) return t('days.atLeast', { count: atLeast });
  return atLeast === atMost
    ? t('days.exactly', { count: atMost })
    : t('days.between', { least: atLeast, count: atMost });
}
