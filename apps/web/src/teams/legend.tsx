import { useTranslation } from 'react-i18next';

const MARKS = ['fuzzy', 'standing', 'promised', 'overdue', 'validOn'] as const;

/** What the marks of the timeline mean. */
export function Legend() {
  const { t } = useTranslation('teams');
  return (
    <figcaption>
      <ul className="legend">
        {MARKS.map((mark) => (
          <li key={mark}>
            <span className="legend-mark" data-mark={mark} aria-hidden="true" />
            {t(`timeline.legend.${mark}`)}
          </li>
        ))}
      </ul>
    </figcaption>
  );
}
