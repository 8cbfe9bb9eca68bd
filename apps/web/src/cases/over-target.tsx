import { useTranslation } from 'react-i18next';
import type { Verdict } from './cases.queries';

/** Says in words, with a sign before them, that something takes longer than it should. */
export function OverTarget({ over }: { over: Verdict }) {
  const { t } = useTranslation('cases');
  if (over === 'no') return null;
  return <strong className={`overdue overdue-${over}`}>{over === 'yes' ? t('over.yes') : t('over.possibly')}</strong>;
}
