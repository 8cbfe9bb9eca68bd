import { memo, useId } from 'react';
import type { TimelineBar, TimelinePromise } from './timeline.queries';
import { type BarShape, barShape, near, promiseShape } from './shapes';
import { BAR, LANE } from './sizes';
import { toneOf } from './tones';
import { type Axis, leftOf, offsetOf, placed } from './view';

/** About the width of a letter at 11 px, wide scripts included; only decides whether a word fits into a bar. */
const LETTER = 7;
const PROMISE = 10;

interface BarProps {
  readonly axis: Axis;
  readonly bar: TimelineBar;
  readonly top: number;
  /** The state in the page's language. */
  readonly word: string;
  /** Day number of the day asked for: what has no end is paler after it. */
  readonly now: number;
}

/** What was so: solid where it surely was, fading over the days that leave it open, dashed where it only may have been. */
export const ActualBar = memo(function ActualBar({ axis, bar, top, word, now }: BarProps) {
  const shape = barShape(axis, bar);
  if (!shape) return null;
  const isThin = bar.state === 'frozen';
  const [y, height] = isThin ? [top + BAR + 1, 4] : [top, BAR];
  if (bar.moment) return <Moment axis={axis} shape={shape} bar={bar} top={top} />;
  const { start, end, sure, isOpenStart, isOpenEnd } = shape;
  const inside = sure ?? shape;
  const turn = sure && isOpenEnd ? Math.min(Math.max(offsetOf(axis, now + 1), sure.start), sure.end) : inside.end;
  return (
    <g className="tl-bar" data-tone={toneOf(bar.state)} data-possible={sure === null}>
      {sure === null && !isOpenStart && <Box axis={axis} start={start} end={end} y={y} height={height} />}
      {sure === null && isOpenStart && <Fade axis={axis} from={start} to={end} y={y} height={height} />}
      {sure && start < sure.start && <Fade axis={axis} from={start} to={sure.start} y={y} height={height} />}
      {sure && <Box axis={axis} start={sure.start} end={turn} y={y} height={height} />}
      {sure && turn < sure.end && <Box axis={axis} start={turn} end={sure.end} y={y} height={height} later />}
      {sure && end > sure.end && <Fade axis={axis} from={end} to={sure.end} y={y} height={height} />}
      {isOpenStart && <Before axis={axis} end={start} y={y + height / 2} />}
      {isOpenEnd && <Onwards axis={axis} y={y} height={height} />}
      {!isThin && <Inside {...{ axis, word, turn }} start={inside.start} end={inside.end} y={y + BAR - 3.5} />}
    </g>
  );
});

/** A happening: a diamond on its day; hollow at the end of the days that it may have been on. */
function Moment({ axis, shape, bar, top }: { axis: Axis; shape: BarShape; bar: TimelineBar; top: number }) {
  const isExact = bar.from.earliest !== null && bar.from.earliest === bar.from.latest;
  const middle = leftOf(axis, near(axis, isExact ? (shape.start + shape.end) / 2 : shape.end));
  const y = top + BAR / 2;
  return (
    <g className="tl-bar" data-tone={toneOf(bar.state)} data-possible={!bar.certain}>
      {!isExact && <Fade axis={axis} from={shape.start} to={shape.end} y={y - 3} height={6} />}
      {shape.isOpenStart && <Before axis={axis} end={shape.start} y={y} />}
      <path className="tl-moment" data-exact={isExact} d={`M${middle},${y - 7}l7,7l-7,7l-7,-7z`} />
    </g>
  );
}

interface PieceProps {
  readonly axis: Axis;
  readonly y: number;
  readonly height: number;
}

interface BoxProps extends PieceProps {
  readonly start: number;
  readonly end: number;
  readonly later?: boolean;
}

function Box({ axis, start, end, y, height, later = false }: BoxProps) {
  const { x, width } = placed(axis, near(axis, start), near(axis, end));
  return <rect className="tl-sure" data-later={later} x={x} y={y} width={Math.max(width, 2)} height={height} />;
}

/** From hardly to be seen at `from` to solid at `to`, the days between being all that is known. */
function Fade({ axis, from, to, y, height }: PieceProps & { readonly from: number; readonly to: number }) {
  const id = useId();
  const { x, width } = placed(axis, near(axis, Math.min(from, to)), near(axis, Math.max(from, to)));
  return (
    <>
      <linearGradient id={id} gradientUnits="userSpaceOnUse" x1={leftOf(axis, from)} x2={leftOf(axis, to)}>
        <stop offset="0" stopColor="currentColor" stopOpacity="0.1" />
        <stop offset="1" stopColor="currentColor" stopOpacity="0.95" />
      </linearGradient>
      <rect className="tl-fuzzy" x={x} y={y} width={Math.max(width, 2)} height={height} fill={`url(#${id})`} />
    </>
  );
}

/** An arrow at the edge of the picture where no last day is told. */
function Onwards({ axis, y, height }: PieceProps) {
  const way = axis.isRtl ? -6 : 6;
  const foot = leftOf(axis, axis.width) - way;
  return <path className="tl-tip" d={`M${foot},${y - 2}l${way},${height / 2 + 2}l${-way},${height / 2 + 2}z`} />;
}

/** A dotted line through all the days before, on any of which it may have begun; its arrow points back. */
function Before({ axis, end, y }: { readonly axis: Axis; readonly end: number; readonly y: number }) {
  const to = Math.min(end, axis.width);
  if (to < 8) return null;
  const way = axis.isRtl ? -6 : 6;
  const foot = leftOf(axis, 0);
  return (
    <>
      <line className="tl-before" x1={foot + way} x2={leftOf(axis, to)} y1={y} y2={y} />
      <path className="tl-tip" d={`M${foot},${y}l${way},-3.5v7z`} />
    </>
  );
}

interface InsideProps {
  readonly axis: Axis;
  readonly start: number;
  readonly end: number;
  /** Where the bar becomes paler. */
  readonly turn: number;
  readonly y: number;
  readonly word: string;
}

/** A word within a bar, as far as the bar can be seen and has room. */
function Inside({ axis, start, end, turn, y, word }: InsideProps) {
  const from = Math.max(start, 0);
  const room = word.length * LETTER + 14;
  if (Math.min(end, axis.width) - from < room) return null;
  const isSplit = turn > from && turn - from < room;
  const at = isSplit && end - turn >= room ? turn : from;
  return (
    <text data-later={at >= turn} x={leftOf(axis, at + 6)} y={y}>
      {word}
    </text>
  );
}

interface PromiseProps {
  readonly axis: Axis;
  readonly promise: TimelinePromise;
  readonly top: number;
  /** What is written beside it. */
  readonly label: string;
}

/** A promise: a ring or dot where it was given, a line from there, and a hatched box over the days it was given for. */
export const PromiseBar = memo(function PromiseBar({ axis, promise, top, label }: PromiseProps) {
  const shape = promiseShape(axis, promise);
  if (!shape) return null;
  const { given, isOpenStart, isOpenEnd } = shape;
  const [start, end] = [near(axis, shape.start), near(axis, shape.end)];
  const { x, width } = placed(axis, start, end);
  const [y, middle] = [top + (LANE - PROMISE) / 2, top + LANE / 2];
  const isLate = promise.overdue !== 'no';
  const isBefore = end + 5 + label.length * LETTER > axis.width && end <= axis.width;
  const hatch = isLate ? `${promise.role}-overdue` : promise.role;
  const near0 = given === null ? null : near(axis, given);
  return (
    <g className="tl-promise" data-role={promise.role} data-overdue={promise.overdue}>
      {near0 !== null && near0 < start && (
        <line x1={leftOf(axis, near0)} x2={leftOf(axis, start)} y1={middle} y2={middle} />
      )}
      {near0 !== null && <circle cx={leftOf(axis, near0)} cy={middle} r={3} />}
      <rect className="tl-hatch" x={x} y={y} width={width} height={PROMISE} fill={`url(#tl-${hatch})`} />
      <path d={outline(axis, start, end, y, isOpenStart, isOpenEnd)} />
      <text
        x={leftOf(axis, isBefore ? start - 5 : end + 5)}
        y={top + LANE - 3.5}
        textAnchor={isBefore ? 'end' : 'start'}
      >
        {label}
      </text>
    </g>
  );
});

/** A box without the sides on which no day is told. */
function outline(axis: Axis, start: number, end: number, y: number, isOpenStart: boolean, isOpenEnd: boolean): string {
  const [a, b] = [leftOf(axis, start), leftOf(axis, end)];
  const sides = [
    ...(isOpenStart ? [] : [`M${a},${y}V${y + PROMISE}`]),
    ...(isOpenEnd ? [] : [`M${b},${y}V${y + PROMISE}`]),
  ];
  return [`M${a},${y}H${b}`, `M${a},${y + PROMISE}H${b}`, ...sides].join('');
}

/** The hatches of promises and of what is held, once for all pictures of the page. */
export function Hatches() {
  const roles = ['promised', 're-promised', 'promised-overdue', 're-promised-overdue'] as const;
  return (
    <svg className="tl-hatches" width="0" height="0" aria-hidden="true">
      {roles.map((role) => (
        <pattern
          key={role}
          id={`tl-${role}`}
          className="tl-pattern"
          data-role={role}
          width={5}
          height={5}
          patternUnits="userSpaceOnUse"
          patternTransform={role.startsWith('re-') ? 'rotate(-45)' : 'rotate(45)'}
        >
          <line y2={5} />
          {role.startsWith('re-') && <line x2={5} />}
        </pattern>
      ))}
    </svg>
  );
}
