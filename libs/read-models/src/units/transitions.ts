import type { UnitChange } from '@cadre/contract';
import { type State, type Thing } from '../table/possible.js';

/** A unit on two days; null where it surely was not there. */
export interface TwoSides {
  readonly before: Thing | null;
  readonly after: Thing | null;
  /** True when both are as known at one moment and in order of days: events then only go forward. */
  readonly isForward: boolean;
}

/** What one kind of change is: in which column, and from what to what. */
export interface Transition {
  readonly what: UnitChange['what'];
  readonly column: string;
  /** True when going from the one value to the other is such a change; ABSENT stands for not being there. */
  readonly is: (from: unknown, to: unknown) => boolean;
}

/** Stands for the value of a column of what is not there. */
export const ABSENT = 'absent';

const isOther = (from: unknown, to: unknown): boolean => from !== ABSENT && to !== ABSENT && from !== to;
const hasMore = (from: unknown, to: unknown): boolean => newIn(from, to).length > 0;

/** The kinds of change there are. */
export const TRANSITIONS: readonly Transition[] = [
  { what: 'planned', column: 'status', is: (from, to) => from === ABSENT && to === 'planned' },
  {
    what: 'established',
    column: 'status',
    is: (from, to) => (from === ABSENT || from === 'planned') && to === 'established',
  },
  { what: 'renamed', column: 'name', is: isOther },
  { what: 'moved', column: 'parent_id', is: isOther },
  { what: 'relocated', column: 'place', is: isOther },
  { what: 'merged', column: 'absorbed', is: hasMore },
  { what: 'split', column: 'successor_ids', is: hasMore },
  { what: 'abolished', column: 'status', is: (from, to) => from !== 'abolished' && to === 'abolished' },
  { what: 'unrecorded', column: 'status', is: (from, to) => from !== ABSENT && to === ABSENT },
];

/** What a later list has and an earlier one has not. */
export function newIn(from: unknown, to: unknown): readonly string[] {
  const listed = (value: unknown): readonly string[] =>
    value === ABSENT ? [] : (JSON.parse(value as string) as readonly string[]);
  return listed(to).filter((it) => !listed(from).includes(it));
}

/** How sure such a change is between the two days; null when it surely did not happen. */
export function certaintyOf(sides: TwoSides, change: Transition): UnitChange['certainty'] | null {
  const [from, to] = daysOf(sides, change);
  if (from.every((a) => to.every((b) => change.is(a, b)))) return 'surely';
  if (!to.some((b) => isReached(sides, change, b))) return null;
  return from.length === to.length && from.every((a) => to.includes(a)) ? 'not excluded' : 'possibly';
}

/** The states after such a change: what it rests on. */
export function statesAfter(sides: TwoSides, change: Transition): readonly State[] {
  return (sides.after?.states ?? []).filter((state) => isReached(sides, change, valueIn(state, change.column)));
}

const daysOf = ({ before, after }: TwoSides, { column }: Transition) =>
  [valuesOf(before, column), valuesOf(after, column)] as const;

/** Such a change can have led to that value. */
function isReached(sides: TwoSides, change: Transition, b: unknown): boolean {
  const days = daysOf(sides, change);
  return days[0].some((a) => change.is(a, b) && (!sides.isForward || follows(a, b, days)));
}

/** The distinct values of a column in the order of events; objects and lists as JSON. */
export function valuesOf(thing: Thing | null, column: string): readonly unknown[] {
  return thing === null ? [ABSENT] : [...new Set(thing.states.map((state) => valueIn(state, column)))];
}

function valueIn({ present, values }: State, column: string): unknown {
  if (!present) return ABSENT;
  const value = values[column];
  return typeof value === 'object' && value !== null ? JSON.stringify(value) : value;
}

/** Nothing happens backwards: where both values are possible on one day, the later one has to come later. */
function follows(a: unknown, b: unknown, days: readonly (readonly unknown[])[]): boolean {
  return days.every((values) => !values.includes(a) || !values.includes(b) || values.indexOf(a) < values.indexOf(b));
}
