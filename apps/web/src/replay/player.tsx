import { Button } from 'antd';
import { useEffect, useEffectEvent, useId } from 'react';
import { useTranslation } from 'react-i18next';
import { useAsOfDates } from '../dates/as-of';
import { useLanguage } from '../language/use-language';
import { pushUrlQuery, replaceUrlQuery, useUrlQuery } from '../shell/url';
import '../audit/audit.css';
import { type Move, movedTo, MOVES, nextMark, placeOf, previousMark } from './steps';

/** How long a step is shown at normal speed, in ms. */
const STEP_MS = 1_600;
const SPEEDS = [0.5, 1, 2, 4];

/** Which date moves, and how fast; both part of the address. */
export function useMove(): { readonly move: Move; readonly speed: number } {
  const query = useUrlQuery();
  const move = MOVES.find((it) => it === query.get('move')) ?? 'validOn';
  return { move, speed: SPEEDS.find((it) => String(it) === query.get('speed')) ?? 1 };
}

interface PlayerProps {
  readonly marks: readonly string[];
  readonly isPlaying: boolean;
  readonly setPlaying: (isPlaying: boolean) => void;
  /** The present step is not shown yet: the next one waits. */
  readonly isBusy: boolean;
}

/** Goes from change to change: by itself, or a step at a time. */
export function Player({ marks, isPlaying, setPlaying, isBusy }: PlayerProps) {
  const { t } = useTranslation('replay');
  const { move, speed } = useMove();
  const dates = useAsOfDates();
  const place = placeOf(dates, move);
  const [next, previous] = [nextMark(marks, place), previousMark(marks, place)];
  const step = (mark: string | null) => mark !== null && pushUrlQuery({ ...movedTo(mark, dates, move) });
  const goOn = useEffectEvent(() => {
    if (next === null) setPlaying(false);
    else replaceUrlQuery({ ...movedTo(next, dates, move) });
  });
  useEffect(() => {
    if (!isPlaying || isBusy) return;
    const timer = setTimeout(() => goOn(), STEP_MS / speed);
    return () => clearTimeout(timer);
  }, [isPlaying, isBusy, speed, place]);
  const play = () => {
    // From the end it begins again.
    if (!isPlaying && next === null && marks.length > 0) pushUrlQuery({ ...movedTo(marks[0]!, dates, move) });
    setPlaying(!isPlaying);
  };
  const byHand = (mark: string | null) => {
    setPlaying(false);
    step(mark);
  };
  return (
    <div className="player" role="group" aria-label={t('player.title')}>
      <Button onClick={() => byHand(previous)} disabled={previous === null}>
        {t('player.previous')}
      </Button>
      <Button onClick={play} disabled={marks.length === 0} aria-pressed={isPlaying}>
        {isPlaying ? t('player.pause') : t('player.play')}
      </Button>
      <Button onClick={() => byHand(next)} disabled={next === null}>
        {t('player.next')}
      </Button>
      <MoveChoice move={move} />
      <SpeedChoice speed={speed} />
    </div>
  );
}

function MoveChoice({ move }: { move: Move }) {
  const { t } = useTranslation('replay');
  const id = useId();
  return (
    <div className="filter">
      <label htmlFor={id}>{t('player.move')}</label>
      <select id={id} value={move} onChange={({ target }) => pushUrlQuery({ move: target.value })}>
        {MOVES.map((it) => (
          <option key={it} value={it}>
            {t(`moves.${it}`)}
          </option>
        ))}
      </select>
    </div>
  );
}

function SpeedChoice({ speed }: { speed: number }) {
  const { t } = useTranslation('replay');
  const { number } = useLanguage();
  const id = useId();
  return (
    <div className="filter">
      <label htmlFor={id}>{t('player.speed')}</label>
      <select id={id} value={speed} onChange={({ target }) => pushUrlQuery({ speed: target.value })}>
        {SPEEDS.map((it) => (
          <option key={it} value={it}>
            {t('player.times', { speed: number(it) })}
          </option>
        ))}
      </select>
    </div>
  );
}
