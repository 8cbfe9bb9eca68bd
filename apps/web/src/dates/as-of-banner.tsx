import { useTranslation } from 'react-i18next';
import { useLanguage } from '../language/use-language';
import { type AsOfDates, unreadable, useAsOfDates } from './as-of';
import { today } from './civil-date';

/** Says in plain words which day and whose knowledge the page shows; set apart whenever either is not now. */
export function AsOfBanner() {
  const { t } = useTranslation('dates');
  const { moment } = useLanguage();
  const dates = useAsOfDates();
  const { validOn, knownAt } = dates;
  const later = unreadable(dates).size === 0 && knownAt && (validOn ?? today()) > knownAt.slice(0, 10);
  return (
    <div className="banner" role="status" data-past={validOn !== null || knownAt !== null}>
      <strong>{useDatesInWords()(dates)}</strong>
      {later && <span> {t('banner.notYetKnown', { day: moment(knownAt) })}</span>}
    </div>
  );
}

/** Two dates in plain words: "As of 15 October 2007, as known on 31 December 2007". */
export function useDatesInWords(): (dates: AsOfDates) => string {
  const { t } = useTranslation('dates');
  const { day, moment } = useLanguage();
  const truth = ({ validOn }: AsOfDates, isAmiss: boolean): string => {
    if (validOn === null) return t('banner.today');
    if (isAmiss) return t('banner.unreadable', { date: validOn });
    return validOn > today() ? t('banner.ahead', { day: day(validOn) }) : t('banner.asOf', { day: day(validOn) });
  };
  const knowledge = ({ knownAt }: AsOfDates, isAmiss: boolean): string => {
    if (knownAt === null) return t('banner.knownNow');
    if (isAmiss) return t('banner.unreadable', { date: knownAt });
    return knownAt.length > 10
      ? t('banner.knownMoment', { moment: moment(knownAt) })
      : t('banner.known', { day: day(knownAt) });
  };
  return (dates) => {
    const amiss = unreadable(dates);
    return t('banner.joined', {
      truth: truth(dates, amiss.has('validOn')),
      knowledge: knowledge(dates, amiss.has('knownAt')),
    });
  };
}
