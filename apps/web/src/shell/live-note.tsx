import { useTranslation } from 'react-i18next';
import type { useLive } from '../api/queries';

/** The server counts entries it is behind up to this many. */
const MOST_COUNTED = 1_000;

/** How fresh the page is. A server that answers what is in the way has said it above. */
export function LiveNote({ live: { data, isError } }: { live: ReturnType<typeof useLive> }) {
  const { t } = useTranslation('shell');
  if (isError) return <p>{t('live.lost')}</p>;
  if (!data) return <p>{t('live.waiting')}</p>;
  const { behind, tablesPosition } = data;
  if (behind === null || tablesPosition === null) return <p>{t('live.away')}</p>;
  if (behind >= MOST_COUNTED) return <p>{t('live.farBehind', { least: MOST_COUNTED })}</p>;
  return <p>{behind > 0 ? t('live.behind', { count: behind }) : t('live.watching', { position: tablesPosition })}</p>;
}
