import { AsOf, Because, WindowAnswer } from './answers.js';

/** A thing shown on the timeline, as the kinds of its rows go by. */
export type TimelineKind = 'unit' | 'post' | 'team' | 'evaluation' | 'commitment';

/** One end of a bar: inclusive civil dates between which it lies, null where that is open. */
export class TimelineEnd {
  earliest: string | null;
  latest: string | null;
}

/** What was so of a thing, and when. */
export class TimelineBar {
  /** In the words of its table, as in "standing" or "vacant". */
  state: string;
  /** True for what happened once, some day between the ends of `from`; false for what lasted. */
  moment: boolean;
  /** False when the dates leave open whether it was so at all. */
  certain: boolean;
  /** The first day. */
  from: TimelineEnd;
  /** The last day; both ends null when no end is told of. */
  to: TimelineEnd;
  /** Event ids of what it rests on, to be looked up in `because` of the answer; empty in a bare answer. */
  because: string[];
}

/** What was promised of a thing: the first promise, or the same promised anew for another time. */
export class TimelinePromise {
  role: 'promised' | 're-promised';
  /** The commitment or evaluation that tells of it. */
  stream: string;
  /** What is promised; null where it is the row itself. */
  what: string | null;
  /** When it was promised. */
  given: TimelineEnd;
  /** When it was promised for. */
  due: WindowAnswer;
  /** Why it got another time, as told. */
  reason: string | null;
  /** Whether it is open past its window on the day asked for; always "no" for one that got another time. */
  overdue: 'yes' | 'possibly' | 'no';
  /** Event ids, as of a bar. */
  because: string[];
}

/** One thing over time. */
export class TimelineRow {
  stream: string;
  id: string;
  kind: TimelineKind;
  /** Name, title, subject or wording as on the day asked for, else the nearest; null when none was told. */
  name: string | null;
  /** The unit it belongs to; a unit's own id for a unit. */
  unitId: string | null;
  grade: string | null;
  promised: TimelinePromise[];
  bars: TimelineBar[];
}

/** A unit that rows belong to. */
export class TimelineUnit {
  id: string;
  name: string | null;
}

/** Things over time, by unit and start, as known at one moment: promised, promised again, and what was so. */
export class TimelineAnswer {
  asOf: AsOf;
  /** How many rows match, whatever the page. */
  count: number;
  rows: TimelineRow[];
  /** The units of the rows shown. */
  units: TimelineUnit[];
  /** What the bars shown rest on, each entry once. */
  because: Because[];
}
