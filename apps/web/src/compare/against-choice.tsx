import { useId } from 'react';
import { useTranslation } from 'react-i18next';
import { useAllMoments } from '../audit/audit.queries';
import { TypedFilter } from '../audit/filters';
import { useLanguage } from '../language/use-language';
import { pushUrlQuery } from '../shell/url';

/** Moments offered; earlier ones are typed. */
const OFFERED = 50;

/** The known date to compare with: typed, or one of the moments at which something was recorded. */
export function AgainstChoice({ against }: { against: string | null }) {
  const { t } = useTranslation('compare');
  const { moment } = useLanguage();
  const id = useId();
  const marks = useAllMoments().data?.moments ?? [];
  const offered = marks.slice(-OFFERED).map(({ knownAt }) => knownAt);
  return (
    <div className="filters">
      <TypedFilter name="against" label={t('against')} type="date" />
      {offered.length > 0 && (
        <div className="filter">
          <label htmlFor={id}>{t('recordedAt')}</label>
          <select
            id={id}
            value={against !== null && offered.includes(against) ? against : ''}
            onChange={({ target }) => pushUrlQuery({ against: target.value || null, offset: null })}
          >
            <option value="">{t('chooseMoment')}</option>
            {offered.toReversed().map((it) => (
              <option key={it} value={it}>
                {moment(it)}
              </option>
            ))}
          </select>
        </div>
      )}
    </div>
  );
}
