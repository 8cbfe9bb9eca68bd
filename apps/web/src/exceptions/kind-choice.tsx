import { useTranslation } from 'react-i18next';
import type { ExceptionsAnswer } from '../api/client';
import { isUncertain, useCountWords } from '../lineage/count-words';
import '../lineage/lineage.css';
import { pushUrlQuery, useUrlQuery } from '../shell/url';

/** How many exceptions there are of each kind; pressed ones are listed, all when none is. */
export function KindChoice({ counts }: { counts: ExceptionsAnswer['counts'] }) {
  const { t } = useTranslation('exceptions');
  const inWords = useCountWords();
  const chosen = (useUrlQuery().get('kinds') ?? '').split(',').filter(Boolean);
  const toggle = (kind: string) => {
    const kinds = chosen.includes(kind) ? chosen.filter((it) => it !== kind) : [...chosen, kind];
    pushUrlQuery({ kinds: kinds.join(',') || null, offset: null });
  };
  return (
    <div className="kinds" role="group" aria-label={t('kindsTitle')}>
      {counts.map(({ kind, count, carriedOver }) => (
        <button
          key={kind}
          type="button"
          className="kind"
          aria-pressed={chosen.includes(kind)}
          onClick={() => toggle(kind)}
        >
          <span className="kind-count count-value" data-uncertain={isUncertain(count)} data-silent={count.notReported}>
            {inWords(count)}
          </span>
          <span>{t(`kinds.${kind}`)}</span>
          {carriedOver > 0 && <small className="muted">{t('ofThemCarried', { number: carriedOver })}</small>}
        </button>
      ))}
    </div>
  );
}
