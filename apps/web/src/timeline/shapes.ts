import { dayNumber } from '../dates/civil-date';
import type { TimelineBar, TimelineEnd, TimelinePromise } from './timeline.queries';
import { type Axis, offsetOf } from './view';

/** How far a bar fades out, in pixels, where no day at all is told for its end. */
const FADE = 44;
/** A promise for a day is drawn at least so wide. */
const LEAST = 6;

/** What lasted, in pixels from where time begins on the axis. */
export interface BarShape {
  readonly start: number;
  readonly end: number;
  /** Where it surely was so; null when that is nowhere. */
  readonly sure: { readonly start: number; readonly end: number } | null;
  /** No first day is told: it fades out at `start`, and may have begun any time before. */
  readonly isOpenStart: boolean;
  /** No last day is told: it reaches the edge of the picture. */
  readonly isOpenEnd: boolean;
}

/** The shape of a bar, a moment's included; null when no part of it is shown. */
export function barShape(axis: Axis, { from, to, moment, certain }: TimelineBar): BarShape | null {
  const sureStart = from.latest === null ? null : startOf(axis, from.latest);
  const isOpenStart = from.earliest === null;
  const isOpenEnd = !moment && to.latest === null;
  const last = to.latest === null ? axis.width : endOf(axis, to.latest);
  const start = from.earliest === null ? (sureStart ?? 0) - FADE : startOf(axis, from.earliest);
  const sureEnd = to.earliest === null ? last : endOf(axis, to.earliest);
  const isSure = certain && !moment && sureStart !== null && sureStart < sureEnd;
  return shown(axis, {
    start,
    end: Math.max(last, start),
    sure: isSure ? { start: sureStart, end: sureEnd } : null,
    isOpenStart,
    isOpenEnd,
  });
}

/** A promise: when it was given, and the box it was given for. */
export interface PromiseShape {
  /** The last day it can have been given on; null when none is told. */
  readonly given: number | null;
  readonly start: number;
  readonly end: number;
  readonly isOpenStart: boolean;
  readonly isOpenEnd: boolean;
}

/** The shape of a promise; null when no part of it is shown. A promise for no day is a box open on both sides, from when it was given. */
export function promiseShape(axis: Axis, { given, due }: TimelinePromise): PromiseShape | null {
  const at = given.latest === null ? null : startOf(axis, given.latest);
  const [first, last] = [due.earliest, due.latest];
  const start = first !== null ? startOf(axis, first) : last !== null ? endOf(axis, last) - FADE : (at ?? 0);
  const end = last !== null ? endOf(axis, last) : start + FADE;
  const box = { start, end: Math.max(end, start + LEAST), isOpenStart: first === null, isOpenEnd: last === null };
  return box.end < 0 && (at ?? 0) < 0
    ? null
    : Math.min(box.start, at ?? Infinity) > axis.width
      ? null
      : { given: at, ...box };
}

function shown(axis: Axis, shape: BarShape): BarShape | null {
  return shape.end < 0 || (shape.start > axis.width && !shape.isOpenStart) ? null : shape;
}

const startOf = (axis: Axis, day: string): number => offsetOf(axis, dayNumber(day));
/** A day counts in to its end. */
const endOf = (axis: Axis, day: string): number => offsetOf(axis, dayNumber(day) + 1);

/** An offset held near the picture: browsers draw badly what is very far away. */
export function near({ width }: Axis, offset: number): number {
  return Math.min(Math.max(offset, -width), 2 * width);
}

/** First and last day of everything a row tells; nulls for open ends are left out. */
export function daysOf(row: { promised: readonly TimelinePromise[]; bars: readonly TimelineBar[] }): readonly string[] {
  const ends: readonly TimelineEnd[] = [
    ...row.promised.flatMap(({ given, due }) => [given, due]),
    ...row.bars.flatMap(({ from, to }) => [from, to]),
  ];
  return ends.flatMap(({ earliest, latest }) => [earliest, latest]).filter((day) => day !== null);
}
