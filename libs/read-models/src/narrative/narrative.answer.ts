import { type AsOf, type Because, type WindowAnswer } from '../answers.js';

// The shapes of libs/contract/src/narrative.answer.ts.

/** The parts of the report, in order. */
export type NarrativeSection =
  | 'structure'
  | 'posts'
  | 'teams'
  | 'recruitment'
  | 'evaluations'
  | 'commitments'
  | 'indicators'
  | 'disagreements'
  | 'not reported';

/** A number in a sentence, as a range; both ends null when it is not reported. */
export interface NarrativeCount {
  atLeast: number | null;
  atMost: number | null;
  notReported: boolean;
}

/** Words that a column of a table can say, all that are possible on that day. */
export interface NarrativeWords {
  table: string;
  words: string[];
}

/** What a source says of a figure. */
export interface NarrativeFigure {
  value: number;
  unit: string;
  qualifier: string;
}

/** One thing of which sources give different figures. */
export interface NarrativeFigures {
  what: string;
  said: NarrativeFigure[];
}

/** One sentence of the report: which it is, what fills its holes in any language, and the same in English. */
export interface NarrativeSentence {
  section: NarrativeSection;
  /** Names the sentence, as in "teamsStanding"; the holes of its words are the names of the values. */
  key: string;
  /** False where the dates leave open whether it was so by that day. */
  certain: boolean;
  counts: Record<string, NarrativeCount>;
  windows: Record<string, WindowAnswer>;
  /** Names and wordings as recorded. */
  texts: Record<string, string>;
  lists: Record<string, string[]>;
  words: Record<string, NarrativeWords>;
  figures: NarrativeFigures[];
  sentence: string;
  because: Because[];
  /** How many entries it rests on; more than are given where there are very many. */
  restsOn: number;
}

/** A document that sentences of the report rest on. */
export interface NarrativeSource {
  document: string;
  title: string | null;
  dated: string | null;
  datedHow: string | null;
  language: string | null;
}

export interface NarrativeAnswer {
  asOf: AsOf;
  sentences: NarrativeSentence[];
  /** Every document cited, in order. */
  sources: NarrativeSource[];
}
