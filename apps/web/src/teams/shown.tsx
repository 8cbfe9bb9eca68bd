import { useTranslation } from 'react-i18next';
import { pushUrlQuery, useUrlQuery } from '../shell/url';

const STEP = 60;

/** How many teams the address asks to see; some dozens unless it says otherwise. */
export function useShown(): number {
  const wanted = Number(useUrlQuery().get('shown'));
  return Number.isInteger(wanted) && wanted > STEP ? wanted : STEP;
}

/** Shows more teams where there are more than a reader takes in at once. */
export function MoreTeams({ total }: { total: number }) {
  const { t } = useTranslation('teams');
  const shown = useShown();
  if (total <= shown) return null;
  const more = Math.min(STEP, total - shown);
  return (
    <p>
      <button type="button" className="more-button" onClick={() => pushUrlQuery({ shown: String(shown + more) })}>
        {t('more', { count: more })}
      </button>
    </p>
  );
}
