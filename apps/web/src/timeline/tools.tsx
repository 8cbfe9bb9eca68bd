import { useTranslation } from 'react-i18next';
import { useLanguage } from '../language/use-language';
import { atLevel, centreOf, LEVELS, type Level, moved, type View, zoomed } from './view';

interface ToolsProps {
  readonly view: View;
  readonly onView: (next: (before: View) => View) => void;
  /** Shows everything. */
  readonly onFit: () => void;
  /** Day number of the day asked for. */
  readonly day: number;
}

/** Buttons that move through time, for hands without a wheel. */
export function Tools({ view, onView, onFit, day }: ToolsProps) {
  const { t } = useTranslation('timeline');
  const isRtl = useLanguage().dir === 'rtl';
  const [back, on] = isRtl ? ['→', '←'] : ['←', '→'];
  const days = view.to - view.from;
  return (
    <div className="tl-tools" role="group" aria-label={t('zoom.title')}>
      <button
        type="button"
        aria-label={t('zoom.out')}
        title={t('zoom.out')}
        onClick={() => onView((it) => zoomed(it, 2))}
      >
        −
      </button>
      <button
        type="button"
        aria-label={t('zoom.in')}
        title={t('zoom.in')}
        onClick={() => onView((it) => zoomed(it, 0.5))}
      >
        +
      </button>
      {(Object.keys(LEVELS) as Level[]).map((level) => (
        <button
          key={level}
          type="button"
          aria-pressed={Math.abs(days - LEVELS[level]) < 0.5}
          onClick={() => onView((it) => atLevel(level, centreOf(it, day)))}
        >
          {t(`zoom.levels.${level}`)}
        </button>
      ))}
      <button type="button" onClick={onFit}>
        {t('zoom.all')}
      </button>
      <button
        type="button"
        aria-label={t('zoom.back')}
        title={t('zoom.back')}
        onClick={() => onView((it) => moved(it, -0.5))}
      >
        {back}
      </button>
      <button
        type="button"
        aria-label={t('zoom.on')}
        title={t('zoom.on')}
        onClick={() => onView((it) => moved(it, 0.5))}
      >
        {on}
      </button>
      <button
        type="button"
        onClick={() =>
          onView((it) => ({ from: day + 0.5 - (it.to - it.from) / 2, to: day + 0.5 + (it.to - it.from) / 2 }))
        }
      >
        {t('zoom.day')}
      </button>
    </div>
  );
}
