import { useTranslation } from 'react-i18next';

/** Says in words, with a sign before them, that something promised is late; colour only underlines it. */
export function OverdueMark({ overdue }: { overdue: 'yes' | 'possibly' }) {
  const { t } = useTranslation('commitments');
  return <strong className={`overdue overdue-${overdue}`}>{t(`overdueMark.${overdue}`)}</strong>;
}
