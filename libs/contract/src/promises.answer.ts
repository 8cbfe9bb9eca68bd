import { AsOf, Because, CountAnswer, WindowAnswer } from './answers.js';

/** A promise in short, wherever it concerns something else. */
export class PromiseSummary {
  id: string;
  what: string;
  due: WindowAnswer;
  status: string;
  overdue: boolean;
}

/** A share in words with its arithmetic minimum beside it; never a head count. */
export class MeasureAnswer {
  wording: string;
  of: number;
  arithmeticMinimum: number;
}

export class PromiseAnswer {
  stream: string;
  id: string;
  what: string;
  ownerUnitId: string | null;
  about: string[];
  statuses: string[];
  certain: boolean;
  due: WindowAnswer;
  firstDue: WindowAnswer;
  redates: number;
  /** The first day it counts as overdue if nothing more is recorded; null when its end is open. */
  overdueFrom: string | null;
  /** 'yes' when surely open past its due window, 'possibly' when it may have been met, 'no'. */
  overdue: 'yes' | 'possibly' | 'no';
  measure: MeasureAnswer | null;
  because: Because[];
}

export class PromisesAnswer {
  asOf: AsOf;
  overdue: CountAnswer;
  open: CountAnswer;
  promises: PromiseAnswer[];
}
