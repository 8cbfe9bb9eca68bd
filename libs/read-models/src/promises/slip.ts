import { type CivilDate, type DayRange, daysAfter } from '@cadre/kernel';
import { type State, type Thing } from '../table/possible.js';

/**
 * How many days after the last day first promised a promise is met, or is promised for now; negative when before it. An
 * end that nobody can tell yet is null: a promise that is open past its date has slipped so far, and who knows how far.
 * Null when nothing can be said: no last day was ever promised, or the promise was given up.
 */
export function slipOf(thing: Thing, validOn: CivilDate): DayRange | null {
  const slips = thing.states.filter(({ present }) => present).map(({ values }) => slipIn(values, validOn));
  const told = slips.filter((slip) => slip !== null);
  if (told.length === 0 || told.length < slips.length) return null;
  return knownIn({
    atLeast: endOf(told, 'atLeast', Math.min),
    atMost: endOf(told, 'atMost', Math.max),
  });
}

type Values = State['values'];

const dayIn = (values: Values, column: string): CivilDate | null => (values[column] ?? null) as CivilDate | null;

function slipIn(values: Values, validOn: CivilDate): DayRange | null {
  const first = dayIn(values, 'first_due_latest');
  if (first === null) return null;
  switch (values['status']) {
    case 'met': {
      const [earliest, latest] = [dayIn(values, 'settled_earliest'), dayIn(values, 'settled_latest')];
      return knownIn(daysAfter(first, { earliest, latest }));
    }
    case 'missed':
      return unfinished(first, [dayIn(values, 'due_latest'), dayIn(values, 'settled_earliest')]);
    case 'open':
      return openSlip(first, dayIn(values, 'due_latest'), validOn);
    default:
      return null;
  }
}

/** An open promise has slipped as far as it was re-dated, or, once it is late, at least until the day asked for. */
function openSlip(first: CivilDate, due: CivilDate | null, validOn: CivilDate): DayRange | null {
  if (due !== null && validOn <= due) return daysAfter(first, { earliest: due, latest: due });
  return validOn > first ? unfinished(first, [due, validOn]) : null;
}

/** Not done by the latest of some days. */
function unfinished(first: CivilDate, days: readonly (CivilDate | null)[]): DayRange | null {
  const earliest =
    days
      .filter((day) => day !== null)
      .toSorted()
      .at(-1) ?? null;
  return knownIn(daysAfter(first, { earliest, latest: null }));
}

const knownIn = (slip: DayRange): DayRange | null => (slip.atLeast === null && slip.atMost === null ? null : slip);

function endOf(
  slips: readonly DayRange[],
  end: keyof DayRange,
  outermost: (...days: readonly number[]) => number,
): number | null {
  const days = slips.map((slip) => slip[end]).filter((day) => day !== null);
  return days.length < slips.length ? null : outermost(...days);
}

/** True once a promise had occasion to slip: its first date has passed, it was re-dated, met or missed. */
export function hasComeDue({ states }: Thing, validOn: CivilDate): boolean {
  return states.some(({ present, values }) => {
    if (!present || values['status'] === 'dropped') return false;
    const first = dayIn(values, 'first_due_latest');
    return (first !== null && first < validOn) || (values['redates'] as number) > 0 || values['status'] !== 'open';
  });
}

/** Fewer promises than that say nothing of the others. */
export const FEWEST = 3;

/**
 * The middle of some numbers of days, each known as a range: the true median lies between the medians of their ends. An
 * unknown end counts as without limit. Null when there are too few to say.
 */
export function medianOf(slips: readonly DayRange[]): DayRange | null {
  if (slips.length < FEWEST) return null;
  const ends = (end: keyof DayRange, unknown: number): number | null => {
    const middle = middleOf(slips.map((slip) => slip[end] ?? unknown));
    return Number.isFinite(middle) ? middle : null;
  };
  return knownIn({ atLeast: ends('atLeast', -Infinity), atMost: ends('atMost', Infinity) });
}

function middleOf(numbers: readonly number[]): number {
  const sorted = numbers.toSorted((a, b) => (a < b ? -1 : a > b ? 1 : 0));
  const middle = sorted.length / 2;
  return sorted.length % 2 === 1 ? sorted[Math.floor(middle)]! : (sorted[middle - 1]! + sorted[middle]!) / 2;
}
