import { useTranslation } from 'react-i18next';
import { Count } from '../lineage/count';
import { pushUrlQuery } from '../shell/url';
import type { LedgerAnswer } from './commitments.queries';
import { type LedgerView, STANDINGS, toggled } from './ledger-view';
import { useToldInPart } from './told-in-part';

/** How many promises are what; each number narrows the list to them, and says why it is what it is. */
export function Tiles({
  answer: { counts, dueWithinDays, mostTold },
  view,
}: {
  answer: LedgerAnswer;
  view: LedgerView;
}) {
  const { t } = useTranslation('commitments');
  const told = useToldInPart(mostTold);
  return (
    <ul className="tiles" aria-label={t('tiles.label')}>
      {STANDINGS.map((standing) => {
        const label =
          standing === 'dueSoon' ? t('tiles.dueSoon', { count: dueWithinDays }) : t(`standings.${standing}`);
        return (
          <li key={standing} data-standing={standing} data-on={view.show.includes(standing)}>
            <Count big of={told(counts[standing])} label={label} />
            <button
              type="button"
              className="link"
              aria-pressed={view.show.includes(standing)}
              onClick={() => pushUrlQuery({ show: toggled(view.show, standing), page: null })}
            >
              {label}
            </button>
          </li>
        );
      })}
    </ul>
  );
}
