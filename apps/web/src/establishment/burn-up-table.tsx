import { useTranslation } from 'react-i18next';
import { useLanguage } from '../language/use-language';
import { useCountWords } from '../lineage/count-words';
import { pointBy, SERIES } from './burn-up-series';
import type { BurnUpPoint } from './establishment.queries';

interface BurnUpTableProps {
  readonly points: readonly BurnUpPoint[];
  readonly validOn: string;
  readonly onChoose: (day: string) => void;
}

/** The picture in numbers: a row per day, which a press on the day makes the day of the page. */
export function BurnUpTable({ points, validOn, onChoose }: BurnUpTableProps) {
  const { t } = useTranslation('establishment');
  const { day } = useLanguage();
  const inWords = useCountWords();
  const shown = pointBy(points, validOn);
  return (
    // A table that scrolls is reached with the keyboard.
    // oxlint-disable-next-line jsx-a11y/no-noninteractive-tabindex
    <div className="scroll burn-up-table" role="region" tabIndex={0} aria-label={t('burnUp.table')}>
      <table>
        <thead>
          <tr>
            <th scope="col">{t('burnUp.day')}</th>
            {SERIES.map((series) => (
              <th key={series} scope="col">
                {t(`stages.${series}`)}
              </th>
            ))}
          </tr>
        </thead>
        <tbody>
          {points.map((point) => (
            <tr key={point.on} aria-current={point === shown ? 'date' : undefined}>
              <th scope="row">
                <button type="button" className="link-button" onClick={() => onChoose(point.on)}>
                  {day(point.on)}
                </button>
              </th>
              {SERIES.map((series) => (
                <td key={series} data-silent={point[series].notReported}>
                  {inWords(point[series])}
                </td>
              ))}
            </tr>
          ))}
        </tbody>
      </table>
    </div>
  );
}
