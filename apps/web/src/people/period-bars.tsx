import { useLanguage } from '../language/use-language';
import type { Period } from './people.queries';
import { barOf, type Scale, scaleOf, type Stretch } from './spans';

interface PeriodBarsProps {
  readonly periods: readonly Period[];
  /** The day up to which things are told. */
  readonly validOn: string;
}

/** The stretches of a person's life as bars, sure days solid and possible ones hatched; the list beneath says the same in words. */
export function PeriodBars({ periods, validOn }: PeriodBarsProps) {
  const { year, dayShort } = useLanguage();
  const scale = scaleOf(periods, validOn);
  return (
    <div className="period-bars" aria-hidden="true">
      <div className="period-years">
        {scale.years.map(({ day, at }) => (
          <span key={day} style={{ insetInlineStart: percent(at) }}>
            {year(day)}
          </span>
        ))}
        <span className="period-today">{dayShort(validOn)}</span>
      </div>
      {periods.map((period) => (
        <PeriodBar key={period.because[0]!.eventId} period={period} scale={scale} />
      ))}
    </div>
  );
}

function PeriodBar({ period, scale }: { period: Period; scale: Scale }) {
  const { possibly, surely, isOpen } = barOf(period, scale);
  return (
    <div className="period-row" data-kind={period.kind}>
      <bdi className="period-name">{period.name ?? period.id}</bdi>
      <span className="period-track">
        <span className="period-possible" data-open={isOpen} style={placeOf(possibly)} />
        {surely && <span className="period-sure" style={placeOf(surely)} />}
      </span>
    </div>
  );
}

const percent = (share: number): string => `${100 * share}%`;
const placeOf = ({ from, to }: Stretch) => ({ insetInlineStart: percent(from), inlineSize: percent(to - from) });
