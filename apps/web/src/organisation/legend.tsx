import { useTranslation } from 'react-i18next';
import { useCountWords } from '../lineage/count-words';
import { countedMarks } from './marks';
import type { UnitChange } from './organisation.queries';
import { ChangeTag } from './tags';

const LINES = ['certain', 'possible', 'former'] as const;
const BOXES = ['sure', 'planned', 'uncertain'] as const;

/** What boxes, lines and colours mean, in words; colours only while something is compared. */
export function Legend({ changes }: { changes: readonly UnitChange[] }) {
  const { t } = useTranslation('organisation');
  const countInWords = useCountWords();
  const counted = countedMarks(changes);
  return (
    <ul className="legend org-legend" aria-label={t('legend.label')}>
      {BOXES.map((box) => (
        <li key={box}>
          <span className="org-box org-sample" data-standing={box} />
          {t(`legend.${box}`)}
        </li>
      ))}
      {LINES.filter((line) => line !== 'former' || counted.some(({ what }) => what === 'moved')).map((line) => (
        <li key={line}>
          <svg width="32" height="10" aria-hidden="true">
            <path className="org-edge" data-kind={line} d="M0,5H32" />
          </svg>
          {t(`legend.${line}`)}
        </li>
      ))}
      {counted.map(({ what, surely, possibly }) => (
        <li key={what}>
          <ChangeTag what={what} certainty="surely" />
          {countInWords({ atLeast: surely, atMost: possibly, notReported: false })}
        </li>
      ))}
    </ul>
  );
}
