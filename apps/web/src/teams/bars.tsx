import { useId } from 'react';
import { useTranslation } from 'react-i18next';
import type { PromiseSummary, WindowAnswer } from '../api/client';
import { dayNumber } from '../dates/civil-date';
import { useWindowWords } from '../dates/window-words';
import { type Axis, between, extentOf, isLater, later, xOf } from './axis';

const STANDING = 16;
const PROMISE = 12;
/** About the width of a letter at 12 px; only decides whether a label fits inside a bar. */
const LETTER = 6.6;

interface StandingBarProps {
  readonly axis: Axis;
  readonly top: number;
  readonly stoodUp: WindowAnswer;
  readonly stoodDown: WindowAnswer | null;
  readonly validOn: string;
}

/** From the first day it may have stood up, ever more solid to the last, then solid; pale where that lies after the day asked for. */
export function StandingBar({ axis, top, stoodUp, stoodDown, validOn }: StandingBarProps) {
  const { t } = useTranslation('teams');
  const id = useId();
  const label = useWindowWords()(stoodUp);
  const { start, end: sure } = extentOf(axis, stoodUp);
  const now = xOf(axis, dayNumber(validOn) + 1);
  const ended = stoodDown ? extentOf(axis, stoodDown).start : now;
  const last = isLater(axis, now, ended) ? ended : now;
  const isThere = isLater(axis, last, start);
  const end = isThere ? last : start;
  const fits = isLater(axis, end, sure) && Math.abs(end - sure) > label.length * LETTER + 12;
  const after = isLater(axis, end, sure) ? end : sure;
  return (
    <g className="standing">
      <title>{t('timeline.stoodUp', { when: label })}</title>
      <defs>
        <linearGradient
          id={id}
          gradientUnits="userSpaceOnUse"
          x1={start}
          x2={start === sure ? later(axis, start, 1) : sure}
        >
          <stop offset="0" stopOpacity="0.08" />
          <stop offset="1" stopOpacity="1" />
        </linearGradient>
      </defs>
      {isThere && <rect {...between(start, end)} y={top} height={STANDING} rx={3} fill={`url(#${id})`} />}
      {isLater(axis, sure, now) && (
        <rect className="standing-later" {...between(start, sure)} y={top} height={STANDING} rx={3} />
      )}
      <text className={fits ? 'standing-inside' : undefined} x={later(axis, fits ? sure : after, 6)} y={top + 12}>
        {label}
      </text>
    </g>
  );
}

interface PromiseBarProps {
  readonly axis: Axis;
  readonly top: number;
  readonly promise: PromiseSummary;
}

/** The window something is promised for: an outline, hatched, for it has not happened. */
export function PromiseBar({ axis, top, promise }: PromiseBarProps) {
  const { t } = useTranslation('teams');
  const id = useId();
  const when = useWindowWords()(promise.due);
  const { start, end } = extentOf(axis, promise.due);
  const label = promise.overdue ? t('timeline.overdue', { when }) : when;
  const wanted = label.length * LETTER + 8;
  const isAfter = Math.abs(xOf(axis, axis.to) - end) > wanted;
  const isBefore = !isAfter && Math.abs(start - xOf(axis, axis.from)) > wanted;
  const { x, width } = between(start, end);
  return (
    <g className="promised" data-overdue={promise.overdue}>
      <title>{t('timeline.promised', { what: promise.what, when })}</title>
      <defs>
        <pattern id={id} width={5} height={5} patternUnits="userSpaceOnUse" patternTransform="rotate(45)">
          <line y2={5} />
        </pattern>
      </defs>
      <rect x={x + 0.5} y={top + 0.5} width={Math.max(width - 1, 3)} height={PROMISE} rx={2} fill={`url(#${id})`} />
      <text
        x={isAfter ? later(axis, end, 6) : later(axis, start, isBefore ? -6 : 6)}
        y={top + 10.5}
        textAnchor={isBefore ? 'end' : 'start'}
      >
        {label}
      </text>
    </g>
  );
}
