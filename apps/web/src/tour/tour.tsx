import { useEffect, useRef } from 'react';
import { useTranslation } from 'react-i18next';
import { useLanguage } from '../language/use-language';
import { ScreenLink } from '../shell/screen-link';
import { pushUrlQuery, useUrlQuery } from '../shell/url';
import { type Stop, stopsOf } from './steps';
import { useTold } from './tour.queries';
import './tour.css';

/** A guided walk through the views, over whatever this log tells; its place stands in the address (`tour`). */
export default function Tour() {
  const told = useTold();
  const place = Number(useUrlQuery().get('tour')) - 1;
  const stops = told ? stopsOf(told) : [];
  const stop = stops[place];
  return stop ? <Card stop={stop} place={place} stops={stops} /> : null;
}

interface CardProps {
  readonly stop: Stop;
  readonly place: number;
  readonly stops: readonly Stop[];
}

function Card({ stop, place, stops }: CardProps) {
  const { t } = useTranslation('tour');
  const { day, number } = useLanguage();
  const card = useRef<HTMLElement>(null);
  useEffect(() => card.current?.focus(), [place]);
  const end = () => pushUrlQuery({ tour: null });
  return (
    <aside
      ref={card}
      tabIndex={-1}
      className="tour"
      aria-labelledby="tour-title"
      onKeyDown={({ key }) => key === 'Escape' && end()}
    >
      <p className="muted">{t('place', { place: number(place + 1), all: number(stops.length) })}</p>
      <h2 id="tour-title">{t(`stops.${stop.id}.title`)}</h2>
      <p>{t(`stops.${stop.id}.text`, { team: stop.team, phrase: stop.phrase, day: stop.day ? day(stop.day) : '' })}</p>
      <div className="tour-ways">
        <Way to={stops[place - 1]} place={place - 1}>
          {t('back')}
        </Way>
        <Way to={stops[place + 1]} place={place + 1}>
          {t('next')}
        </Way>
        <button type="button" className="link" onClick={end}>
          {t('end')}
        </button>
      </div>
    </aside>
  );
}

function Way({ to, place, children }: { to: Stop | undefined; place: number; children: string }) {
  return to ? (
    <ScreenLink to={to.to} with={{ ...to.dates, tour: String(place + 1) }}>
      {children}
    </ScreenLink>
  ) : null;
}
