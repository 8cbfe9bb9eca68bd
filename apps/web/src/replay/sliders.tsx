import { useTranslation } from 'react-i18next';
import type { MomentsAnswer } from '../api/client';
import { type AsOfDates, useAsOfDates } from '../dates/as-of';
import { civilDate, dayNumber, today } from '../dates/civil-date';
import { useLanguage } from '../language/use-language';
import { replaceUrlQuery } from '../shell/url';
import { Slider } from './slider';
import { placeOf } from './steps';

interface SlidersProps {
  /** What both reach over. */
  readonly all: MomentsAnswer;
  /** The days as known on the page's date. */
  readonly days: MomentsAnswer['days'];
  /** The hand takes over from the player. */
  readonly onHand: () => void;
}

/** The two dates as sliders: days in proportion, known moments one beside the other. */
export function Sliders({ all, days, onHand }: SlidersProps) {
  const { t } = useTranslation('replay');
  const { day, moment } = useLanguage();
  const dates = useAsOfDates();
  const move = (to: Partial<AsOfDates>) => {
    onHand();
    replaceUrlQuery({ ...to });
  };
  const [first, last] = reachOf(all.days);
  const onDay = dayNumber(dates.validOn ?? today());
  const moments = all.moments.map(({ knownAt }) => knownAt);
  const place = placeOf(dates, 'knownAt');
  const known = moments.findLastIndex((it) => it <= place) + 1;
  return (
    <>
      <Slider
        label={t('sliders.validOn')}
        text={dates.validOn === null ? t('sliders.today') : day(dates.validOn)}
        least={first}
        most={last}
        value={Math.min(Math.max(onDay, first), last)}
        ticks={days.map((it) => ({ at: dayNumber(it.day), weight: it.changes }))}
        onMove={(it) => move({ validOn: civilDate(it) })}
      />
      <Slider
        label={t('sliders.knownAt')}
        text={dates.knownAt === null ? t('sliders.now') : moment(dates.knownAt)}
        least={0}
        most={moments.length}
        value={known}
        ticks={all.moments.map((it, i) => ({ at: i + 1, weight: it.entries }))}
        onMove={(it) => move({ knownAt: moments[it - 1] ?? dayBefore(moments[0]!) })}
      />
    </>
  );
}

/** A day before the first change, so that one can stand before it, to the last one. */
function reachOf(days: MomentsAnswer['days']): readonly [number, number] {
  return [dayNumber(days[0]!.day) - 1, dayNumber(days.at(-1)!.day)];
}

const dayBefore = (moment: string): string => civilDate(dayNumber(moment.slice(0, 10)) - 1);
