import { isRefusal, refuse, type Refusal } from './refusal.js';

/** A reported number of whole things: exact when both ends are equal, `atMost` null when the source sets no upper end. */
export interface CountRange {
  readonly atLeast: number;
  readonly atMost: number | null;
}

/** An exact count. */
export function exactCount(count: number): CountRange {
  return { atLeast: count, atMost: count };
}

/** Says what is wrong with a count range, or null: whole numbers from 0, not reversed. */
export function checkCount(count: CountRange, pointer: string): Refusal | null {
  const ends = [count.atLeast, count.atMost].filter((end) => end !== null);
  if (ends.some((end) => !Number.isSafeInteger(end)))
    return refuse('COUNT_NOT_WHOLE', 'A count is a whole number.', { pointer });
  if (ends.some((end) => end < 0)) return refuse('COUNT_NEGATIVE', 'A count cannot be below zero.', { pointer });
  if (count.atMost !== null && count.atLeast > count.atMost)
    return refuse('COUNT_REVERSED', 'The lower end of the count lies above the upper end.', { pointer });
  return null;
}

/**
 * Reads a count as people write it ("152", "10-12", "at least 77"). Blank is "not reported", never 0; a percentage
 * is never a head count; anything else unreadable is refused.
 */
export function readCount(text: string, pointer: string): CountRange | Refusal {
  const trimmed = text.trim();
  if (trimmed === '')
    return refuse('BLANK_IS_NOT_ZERO', 'A blank is not zero, and no number: write the number as the source gives it.', {
      pointer,
    });
  if (/[%％]|percent/i.test(trimmed))
    return refuse('PERCENTAGE_IS_NOT_A_COUNT', 'A percentage is not a head count: record it as a statement.', {
      pointer,
    });
  const range = /^(\d{1,9})(?:\s*(?:-|–|to)\s*(\d{1,9}))?$/.exec(trimmed);
  const least = /^at least (\d{1,9})$/i.exec(trimmed);
  if (least) return { atLeast: Number(least[1]), atMost: null };
  if (/^-\d/.test(trimmed)) return refuse('COUNT_NEGATIVE', 'A count cannot be below zero.', { pointer });
  if (!range)
    return refuse('COUNT_NOT_READABLE', `"${trimmed}" is not a count; write 152, 10-12 or "at least 77".`, { pointer });
  const count = { atLeast: Number(range[1]), atMost: Number(range[2] ?? range[1]) };
  const wrong = checkCount(count, pointer);
  return isRefusal(wrong) ? wrong : count;
}
