import { type Because, type CountAnswer } from '../answers.js';
import { type Thing } from './possible.js';

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
