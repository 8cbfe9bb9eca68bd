import { useId } from 'react';
import type { PromiseSummary, WindowAnswer } from '../api/client';
import { dayNumber } from '../dates/civil-date';
import { words } from '../words';
import { type Axis, extentOf, xOf } from './axis';

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
  const id = useId();
  const { left, right: sure } = extentOf(axis, stoodUp);
  const now = xOf(axis, dayNumber(validOn) + 1);
  const ended = stoodDown ? extentOf(axis, stoodDown).left : now;
  const end = Math.max(Math.min(now, ended), Math.min(left, now));
  const label = stoodUp.inWords;
  const fits = end - sure > label.length * LETTER + 12;
  return (
    <g className="standing">
      <title>{words.timeline.stoodUp(label, stoodUp.phrase)}</title>
      <defs>
        <linearGradient id={id} gradientUnits="userSpaceOnUse" x1={left} x2={Math.max(sure, left + 1)}>
          <stop offset="0" stopOpacity="0.08" />
          <stop offset="1" stopOpacity="1" />
        </linearGradient>
      </defs>
      {end > left && <rect x={left} y={top} width={end - left} height={STANDING} rx={3} fill={`url(#${id})`} />}
      {sure > now && <rect className="standing-later" x={left} y={top} width={sure - left} height={STANDING} rx={3} />}
      <text className={fits ? 'standing-inside' : undefined} x={fits ? sure + 6 : Math.max(end, sure) + 6} y={top + 12}>
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
  const id = useId();
  const { left, right } = extentOf(axis, promise.due);
  const label = promise.overdue ? words.timeline.overdue(promise.due.inWords) : promise.due.inWords;
  const room = axis.width - right;
  const onRight = room > label.length * LETTER + 8;
  return (
    <g className="promised" data-overdue={promise.overdue}>
      <title>{words.timeline.promised(promise.what, promise.due.inWords, promise.due.phrase)}</title>
      <defs>
        <pattern id={id} width={5} height={5} patternUnits="userSpaceOnUse" patternTransform="rotate(45)">
          <line y2={5} />
        </pattern>
      </defs>
      <rect
        x={left + 0.5}
        y={top + 0.5}
        width={Math.max(right - left - 1, 3)}
        height={PROMISE}
        rx={2}
        fill={`url(#${id})`}
      />
      <text x={onRight ? right + 6 : left - 6} y={top + 10.5} textAnchor={onRight ? 'start' : 'end'}>
        {label}
      </text>
    </g>
  );
}
