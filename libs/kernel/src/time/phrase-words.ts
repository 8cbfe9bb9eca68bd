/**
 * The words one language dates things with, as its documents write them. Read without regard to case, accents, vowel
 * signs and full stops of abbreviations; where a word begins another, the longer one counts.
 */
export interface PhraseWords {
  /** For each of the twelve months, in every form and short form. */
  readonly months: readonly (readonly string[])[];
  /** Fuzzy parts of a month or year. */
  readonly early: readonly string[];
  readonly mid: readonly string[];
  readonly late: readonly string[];
  /** First, second, third, fourth, and last. */
  readonly nth: readonly [
    readonly string[],
    readonly string[],
    readonly string[],
    readonly string[],
    readonly string[],
  ];
  readonly quarter: readonly string[];
  readonly half: readonly string[];
  /** Letters that number quarters and halves, as in Q1 and H2. */
  readonly signs: { readonly quarter: string; readonly half: string };
  /** Budget years named by both calendar years they lie in. */
  readonly budgetYear: readonly string[];
  /** Budget years that are also named by the year they end in, where people do so. */
  readonly budgetYearByItsEnd: readonly string[];
  readonly biennium: readonly string[];
  /** Between two ends: "January to May". */
  readonly to: readonly string[];
  /** Between two ends, or a deadline: "until June". */
  readonly until: readonly string[];
  readonly between: readonly string[];
  readonly and: readonly string[];
  /** Before a date, for the last day possible. */
  readonly by: readonly string[];
  /** Before a date, for the first day possible. */
  readonly since: readonly string[];
  /** After a date, for the first day possible. */
  readonly onwards: readonly string[];
  /** Only at the start: begins a range, says nothing by itself. */
  readonly from: readonly string[];
  /** Only at the start: before a day it says "as at", before anything longer "in". */
  readonly asAt: readonly string[];
  /** Only at the start, without weight: in, on, during. */
  readonly opening: readonly string[];
  /** Anywhere, without weight: of, the, year. */
  readonly fillers: readonly string[];
  /** What ordinal day numbers end in. */
  readonly dayMarks: readonly string[];
}

/** A stem with each of its endings; an underscore stands for none. */
export function forms(stem: string, endings: string): readonly string[] {
  return endings.split(' ').map((ending) => stem + ending.replace('_', ''));
}

/** Words or groups of words that stand for the same, with bars between them. */
export const words = (text: string): readonly string[] => (text === '' ? [] : text.split('|'));
