import { ApiExtraModels, ApiProperty, getSchemaPath } from '@nestjs/swagger';
import { AsOf, Because, WindowAnswer } from './answers.js';

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
export class NarrativeCount {
  atLeast: number | null;
  atMost: number | null;
  notReported: boolean;
}

/** Words that a column of a table can say, all that are possible on that day. */
export class NarrativeWords {
  table: string;
  words: string[];
}

/** What a source says of a figure. */
export class NarrativeFigure {
  value: number;
  unit: string;
  qualifier: string;
}

/** One thing of which sources give different figures. */
export class NarrativeFigures {
  what: string;
  said: NarrativeFigure[];
}

/** An object whose members are the holes of a sentence, each filled by one of a kind of value. */
const HOLES = { type: 'object' } as const;

/** One sentence of the report: which it is, what fills its holes in any language, and the same in English. */
@ApiExtraModels(NarrativeCount, NarrativeWords)
export class NarrativeSentence {
  section: NarrativeSection;
  /** Names the sentence, as in "teamsStanding"; the holes of its words are the names of the values. */
  key: string;
  /** False where the dates leave open whether it was so by that day. */
  certain: boolean;
  @ApiProperty({ ...HOLES, additionalProperties: { $ref: getSchemaPath(NarrativeCount) } })
  counts: Record<string, NarrativeCount>;
  @ApiProperty({ ...HOLES, additionalProperties: { $ref: getSchemaPath(WindowAnswer) } })
  windows: Record<string, WindowAnswer>;
  /** Names and wordings as recorded. */
  @ApiProperty({ ...HOLES, additionalProperties: { type: 'string' } })
  texts: Record<string, string>;
  @ApiProperty({ ...HOLES, additionalProperties: { type: 'array', items: { type: 'string' } } })
  lists: Record<string, string[]>;
  @ApiProperty({ ...HOLES, additionalProperties: { $ref: getSchemaPath(NarrativeWords) } })
  words: Record<string, NarrativeWords>;
  figures: NarrativeFigures[];
  sentence: string;
  because: Because[];
  /** How many entries it rests on; more than are given where there are very many. */
  restsOn: number;
}

/** A document that sentences of the report rest on. */
export class NarrativeSource {
  document: string;
  title: string | null;
  dated: string | null;
  datedHow: string | null;
  language: string | null;
}

export class NarrativeAnswer {
  asOf: AsOf;
  sentences: NarrativeSentence[];
  /** Every document cited, in order. */
  sources: NarrativeSource[];
}
