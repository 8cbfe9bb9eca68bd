import { useTranslation } from 'react-i18next';

const MARKS = [
  ...(['promised', 're-promised', 'overdue', 'actual', 'pale', 'fuzzy', 'before', 'possible'] as const),
  ...(['open', 'moment', 'held', 'validOn'] as const),
];

/** What the marks of the picture mean. */
export function Legend() {
  const { t } = useTranslation('timeline');
  return (
    <ul className="legend tl-legend" aria-label={t('legend.title')}>
      {MARKS.map((mark) => (
        <li key={mark}>
          <span className="tl-key" data-mark={mark} data-overdue={mark === 'overdue'} aria-hidden="true" />
          {t(`legend.${mark}`)}
        </li>
      ))}
    </ul>
  );
}
