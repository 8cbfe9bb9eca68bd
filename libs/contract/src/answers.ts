import { ApiProperty, getSchemaPath } from '@nestjs/swagger';

/** The two dates an answer is for, and how much of the log it rests on. */
export class AsOf {
  /** Civil date (YYYY-MM-DD): true in the world on that day. */
  validOn: string;
  /** UTC instant: as known at that moment. */
  knownAt: string;
  /** Log position the tables had reached. */
  position: number;
}

/** How people would name a window, so that it can be worded in any language; what does not apply is null. */
export class WindowShapeAnswer {
  /** "by" has an open start, "from" an open end, "none" says that no date was given. */
  form: 'day' | 'month' | 'year' | 'quarter' | 'partOfMonth' | 'partOfYear' | 'by' | 'from' | 'between' | 'none';
  year: number | null;
  /** 1 to 12 */
  month: number | null;
  /** 1 to 4 */
  quarter: number | null;
  part: 'first' | 'middle' | 'last' | null;
}

/** When something became true, as told: inclusive civil dates, null for an open end, and the source's own wording. */
export class WindowAnswer {
  earliest: string | null;
  latest: string | null;
  phrase: string | null;
  /** The same in plain English, as in "end of October 2007". */
  inWords: string;
  shape: WindowShapeAnswer;
}

const BY_NAME = { type: 'object', additionalProperties: { $ref: getSchemaPath(WindowAnswer) } } as const;

/** One entry an answer rests on, down to document and paragraph. */
export class Because {
  eventId: string;
  stream: string;
  /** What the thing of the stream was called, as known when the entry became known; null where no name was known. */
  name: string | null;
  type: string;
  /** The entry in one plain English sentence. */
  sentence: string;
  /** What the entry says, in today's shape of its event, so that it can be said in any language. */
  data: Record<string, unknown>;
  /** The windows among the data, by field, with their form. */
  @ApiProperty(BY_NAME)
  windows: Record<string, WindowAnswer>;
  document: string | null;
  paragraph: string | null;
  /** Whose local knowledge it is, when it rests on no document. */
  localKnowledge: string | null;
  effective: WindowAnswer;
  recordedAt: string;
  /** True for a record carried over from a document older than its entering. */
  carriedOver: boolean;
  /** Reference of the fact in its source material, as in "T07". */
  fact: string | null;
}

/** A number as a range: `atLeast` is sure, `atMost` possible; both null when nothing is reported. */
export class CountAnswer {
  atLeast: number | null;
  atMost: number | null;
  /** True when both ends are equal and reported. */
  certain: boolean;
  /** True when no entry speaks of it. Never the same as zero. */
  notReported: boolean;
  /** The source's own words for a number it does not give, or how a derived number was reached. */
  wording: string | null;
  because: Because[];
}

/** One state a thing can have been in on that day: the columns of its table. `present` false: it may not have been there at all. */
export class PossibleState {
  present: boolean;
  values: Record<string, unknown>;
  /** The windows among the columns, by what their names share: "due" for `due_earliest`, `due_latest`, `due_phrase`. */
  @ApiProperty(BY_NAME)
  windows: Record<string, WindowAnswer>;
  because: Because;
}

/** A thing of a table: one state when it is certain, several when the dates leave it open. */
export class RowAnswer {
  stream: string;
  id: string;
  /** Tells several rows of one stream apart; empty when there is one. */
  item: string;
  certain: boolean;
  states: PossibleState[];
}

/** A stream whose entries cannot be read since a position: its rows stay as they were before. */
export class StaleStream {
  stream: string;
  sincePosition: number;
}

/** Rows of a table that possibly match the question, and how many do. */
export class TableAnswer {
  asOf: AsOf;
  count: CountAnswer;
  rows: RowAnswer[];
  /** Streams of this table whose rows are stale; absent when there is none. */
  stale?: StaleStream[];
}
