import type { Because, CountAnswer } from '@cadre/contract';
import { type CountRange } from '@cadre/kernel';
import { type Thing } from './possible.js';

/** A number over thousands of things names so many entries, and no more; each thing names its own. */
export const MOST_TOLD = 100;

/** A number nothing is told of. */
export function notReported(because: Because[] = [], wording: string | null = null): CountAnswer {
  return { atLeast: null, atMost: null, certain: false, notReported: true, wording, because };
}

/** A number known to lie in a range; `atMost` null when nothing bounds it. */
export function reported(
  atLeast: number,
  atMost: number | null,
  because: Because[] = [],
  wording: string | null = null,
): CountAnswer {
  return { atLeast, atMost, certain: atLeast === atMost, notReported: false, wording, because };
}

/** How many things surely and possibly meet a condition. */
export function countOf(things: readonly Thing[], because: Because[] = []): CountAnswer {
  return reported(
    things.filter(({ surely }) => surely).length,
    things.filter(({ possibly }) => possibly).length,
    because,
  );
}

/**
 * A number as the possible states of a thing give it, null where a state says nothing of it. Such numbers only grow, so
 * a state that says nothing adds nothing to the lower end; when no state says anything it is not reported.
 */
export function countOver(
  ranges: readonly (CountRange | null)[],
  because: Because[] = [],
  wording: string | null = null,
): CountAnswer {
  const told = ranges.filter((range) => range !== null);
  if (told.length === 0) return notReported(because, wording);
  const atLeast = Math.min(...ranges.map((range) => range?.atLeast ?? 0));
  const ends = told.map(({ atMost }) => atMost);
  return reported(atLeast, ends.includes(null) ? null : Math.max(...(ends as number[])), because, wording);
}

/** A reported answer as a range, or null. */
export function rangeOf({ atLeast, atMost }: CountAnswer): CountRange | null {
  return atLeast === null ? null : { atLeast, atMost };
}

/** What is left of a number when another is taken from it; null when either is not told. */
export function less(from: CountRange | null, taken: CountRange | null): CountRange | null {
  if (from === null || taken === null) return null;
  return {
    atLeast: taken.atMost === null ? 0 : Math.max(0, from.atLeast - taken.atMost),
    atMost: from.atMost === null ? null : Math.max(0, from.atMost - taken.atLeast),
  };
}

/** Two numbers added up. */
export function plus(a: CountRange, b: CountRange): CountRange {
  return {
    atLeast: a.atLeast + b.atLeast,
    atMost: a.atMost === null || b.atMost === null ? null : a.atMost + b.atMost,
  };
}

/** A sum of like things, named in words; with no upper end when a part of it is not reported. */
export function totalOf(parts: readonly CountAnswer[], things: 'blocks' | 'teams'): CountAnswer {
  const told = parts.filter((part) => !part.notReported);
  const because = told.flatMap((part) => part.because);
  if (told.length === 0) return notReported();
  const sum = told.map((part) => rangeOf(part)!).reduce(plus);
  return told.length === parts.length
    ? reported(sum.atLeast, sum.atMost, because, `sum of ${parts.length} ${things}`)
    : reported(
        sum.atLeast,
        null,
        because,
        `not reported for ${parts.length - told.length} of ${parts.length} ${things}`,
      );
}
