import { useTranslation } from 'react-i18next';
import { When } from '../dates/when';
import { useWindowWords } from '../dates/window-words';
import { useLanguage } from '../language/use-language';
import { Recorded } from '../lineage/recorded';
import { WhyButton } from '../lineage/why';
import { ScreenLink } from '../shell/screen-link';
import { useDays } from '../staffing/use-days';
import type { Period } from './people.queries';

const WHOLE = 100;

/** The stretches of a person's life in words, in the order of their beginning. */
export function PeriodList({ periods }: { periods: readonly Period[] }) {
  return (
    <ol className="periods">
      {periods.map((period) => (
        <li key={period.because[0]!.eventId} data-kind={period.kind} data-uncertain={!period.begun}>
          <PeriodItem period={period} />
        </li>
      ))}
    </ol>
  );
}

function PeriodItem({ period }: { period: Period }) {
  const { t } = useTranslation('people');
  const { percent } = useLanguage();
  const inWords = useDays();
  const windowWords = useWindowWords();
  const { kind, id, name, share, detail, from, to, begun, ended, days, because } = period;
  const label = name ?? id;
  return (
    <>
      <p className="period-head">
        {begun ? t(`periods.${kind}`) : t(`possiblePeriods.${kind}`)}{' '}
        <ScreenLink to={kind === 'member' ? '/teams' : `/staffing/${id}`}>
          <Recorded>{label}</Recorded>
        </ScreenLink>{' '}
        <WhyButton question={{ label, text: windowWords(from), wording: null, because }} />
      </p>
      <p className="small-note">
        {t('from')} <When of={from} />
      </p>
      <p className="small-note">
        {to === null ? (
          t('goesOn')
        ) : (
          <>
            {ended ? t('until') : t('untilPossibly')} <When of={to} />
          </>
        )}
      </p>
      <p className="small-note">{t('lasting', { days: inWords(days) })}</p>
      {share !== null && share < WHOLE && <p className="small-note">{t('share', { share: percent(share / WHOLE) })}</p>}
      {detail !== null && (
        <p className="small-note">
          {kind === 'acts' ? t('ownGrade') : t('function')} <Recorded>{detail}</Recorded>
        </p>
      )}
    </>
  );
}
