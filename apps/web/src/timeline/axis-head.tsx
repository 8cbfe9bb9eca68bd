import { memo } from 'react';
import { useLanguage } from '../language/use-language';
import { AXIS_HEIGHT } from './sizes';
import { ticksOf } from './ticks';
import { type Axis, leftOf, offsetOf } from './view';

/** The day asked for is named above, then what is coarse, then what is fine. */
const [NOW_BASELINE, COARSE_BASELINE, FINE_BASELINE] = [13, 33, 51];

/** The marks of the axis, and the day asked for: named above, drawn through all rows. */
export const AxisHead = memo(function AxisHead({ axis, day, name }: { axis: Axis; day: number; name: string }) {
  const { fine, coarse } = ticksOf(axis, useLanguage());
  return (
    <svg className="tl-axis" width={axis.width} height={AXIS_HEIGHT} aria-hidden="true">
      {coarse.map((tick) => {
        const at = Math.max(offsetOf(axis, tick.day), 0);
        return (
          <g key={tick.day} className="tl-coarse">
            <line x1={leftOf(axis, at)} x2={leftOf(axis, at)} y1={21} y2={AXIS_HEIGHT} />
            <text x={leftOf(axis, at + 5)} y={COARSE_BASELINE}>
              {tick.label}
            </text>
          </g>
        );
      })}
      {fine.map((tick) => {
        const at = leftOf(axis, offsetOf(axis, tick.day));
        return (
          <g key={tick.day} className="tl-fine">
            <line x1={at} x2={at} y1={40} y2={AXIS_HEIGHT} />
            <text x={at + (axis.isRtl ? -4 : 4)} y={FINE_BASELINE}>
              {tick.label}
            </text>
          </g>
        );
      })}
      <Now axis={axis} at={offsetOf(axis, day + 1)} name={name} />
    </svg>
  );
});

/** Names the day asked for on its line; at the edge beyond which it lies, with an arrow there, when it is not shown. */
function Now({ axis, at, name }: { axis: Axis; at: number; name: string }) {
  const [back, on] = axis.isRtl ? ['→', '←'] : ['←', '→'];
  const edge = (offset: number, anchor: 'start' | 'end', text: string) => (
    <text className="tl-beyond" x={leftOf(axis, offset)} y={NOW_BASELINE} textAnchor={anchor}>
      {text}
    </text>
  );
  if (at < 0) return edge(2, 'start', `${back} ${name}`);
  if (at > axis.width) return edge(axis.width - 2, 'end', `${name} ${on}`);
  const isLate = at > axis.width - name.length * 7 - 20;
  return (
    <g className="tl-now">
      <line x1={leftOf(axis, at)} x2={leftOf(axis, at)} y1={2} y2={AXIS_HEIGHT} />
      <text x={leftOf(axis, at + (isLate ? -5 : 5))} y={NOW_BASELINE} textAnchor={isLate ? 'end' : 'start'}>
        {name}
      </text>
    </g>
  );
}

/** The lines of the axis and of the day asked for, behind the rows that are in sight. */
export const Grid = memo(function Grid({ axis, day, height }: { axis: Axis; day: number; height: number }) {
  const { fine, coarse } = ticksOf(axis, useLanguage());
  const now = offsetOf(axis, day + 1);
  const down = (days: readonly { readonly day: number }[]): string =>
    days.map((tick) => `M${leftOf(axis, offsetOf(axis, tick.day))},0v${height}`).join('');
  return (
    <svg className="tl-grid" width={axis.width} height={height} aria-hidden="true">
      <path className="tl-fine-lines" d={down(fine)} />
      <path className="tl-coarse-lines" d={down(coarse)} />
      {now >= 0 && now <= axis.width && <path className="tl-now-line" d={`M${leftOf(axis, now)},0v${height}`} />}
    </svg>
  );
});
