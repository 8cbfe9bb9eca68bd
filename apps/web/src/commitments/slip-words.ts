import type { TFunction } from 'i18next';
import { useTranslation } from 'react-i18next';
import type { SlipAnswer } from './commitments.queries';

/** A number of days as a range, in words; null is never zero. */
export function slipInWords(t: TFunction<'commitments'>, slipped: SlipAnswer | null): string {
  const { atLeast = null, atMost = null } = slipped ?? {};
  if (atLeast === null && atMost === null) return t('slip.unknown');
  if (atMost === null) return t('slip.atLeast', { count: atLeast! });
  if (atLeast === null) return t('slip.atMost', { count: atMost });
  if (atLeast !== atMost) return t('slip.between', { atLeast, atMost, count: atMost });
  if (atLeast === 0) return t('slip.none');
  return atLeast > 0 ? t('slip.late', { count: atLeast }) : t('slip.early', { count: -atLeast });
}

export function useSlipWords(): (slipped: SlipAnswer | null) => string {
  const { t } = useTranslation('commitments');
  return (slipped) => slipInWords(t, slipped);
}
