import { AsOf, Because, CountAnswer, WindowAnswer } from './answers.js';
import { PromiseAnswer } from './promises.answer.js';

/** A number of days, negative when before; an end nobody can tell is null. */
export class SlipAnswer {
  atLeast: number | null;
  atMost: number | null;
}

/** A new date of a promise. */
export class RedatingAnswer {
  due: WindowAnswer;
  /** Why, in the words of whoever recorded it. */
  reason: string | null;
  /** False when the dates leave open whether it had been re-dated by then. */
  surely: boolean;
  because: Because;
}

/** An end a promise came to, or may have come to. */
export class SettlingAnswer {
  status: 'met' | 'missed' | 'dropped';
  on: WindowAnswer;
  because: Because;
}

/** Something a promise is about; `name` null where it has none. */
export class NamedStream {
  stream: string;
  name: string | null;
}

/** A promise with everything that became of it. */
export class LedgerPromise extends PromiseAnswer {
  ownerName: string | null;
  /** Kind of stream of what it is about, as in "post" or "team"; the one named first of several, null when it names none. */
  kind: string | null;
  /** Where it stands; uncertain when the dates leave it open. */
  stage: 'overdue' | 'open' | 'met' | 'missed' | 'dropped' | 'uncertain';
  aboutNames: NamedStream[];
  /** The entry that made it. */
  made: Because;
  /** Every new date, in order. */
  redatings: RedatingAnswer[];
  /** Every end it possibly came to by that day; empty while it is surely open. */
  settlings: SettlingAnswer[];
  /** Days after the last day first promised; null when nothing can be said. */
  slipped: SlipAnswer | null;
}

/** How many promises of those asked for are what; `dueSoon` within the days asked for. */
export class LedgerCounts {
  overdue: CountAnswer;
  dueSoon: CountAnswer;
  open: CountAnswer;
  redated: CountAnswer;
  met: CountAnswer;
  missed: CountAnswer;
  dropped: CountAnswer;
}

/** The promises that become overdue on one day. */
export class NextOverdue {
  on: string;
  whats: string[];
}

/** A unit that promises something. */
export class OwnerAnswer {
  unitId: string;
  name: string | null;
}

/** A page of the promises asked for, and the counts of all of them. */
export class LedgerAnswer {
  asOf: AsOf;
  /** What `dueSoon` means, in days from that day on. */
  dueWithinDays: number;
  /** No number names more entries than that; every promise names its own. */
  mostTold: number;
  /** Over all owners, stages and pages that the other filters leave. */
  counts: LedgerCounts;
  /** Every unit that owns a promise, by name. */
  owners: OwnerAnswer[];
  /** The first day ahead on which open promises become overdue; null when there is none. */
  next: NextOverdue | null;
  /** How many promises are listed, on whatever page. */
  matching: number;
  promises: LedgerPromise[];
}

/** By how much the promises of one owner, kind or stage slipped. */
export class SlippageGroup {
  /** Unit id, kind of stream or stage; null where a promise names none. */
  key: string | null;
  /** Name of the unit; null for kinds and stages. */
  name: string | null;
  /** All promises of the group. */
  promises: CountAnswer;
  /** Those that had occasion to slip and did. */
  slipped: CountAnswer;
  /** How many had occasion to slip and are known to some extent: what the median is of. */
  sample: number;
  /** Between these lies the middle of the slips; null when there are too few to say. */
  median: SlipAnswer | null;
}

/** Slippage by owner, kind or stage. */
export class SlippageAnswer {
  asOf: AsOf;
  by: 'owner' | 'kind' | 'stage';
  /** The least number of promises a median is given for. */
  fewest: number;
  /** No number names more entries than that. */
  mostTold: number;
  all: SlippageGroup;
  /** The greatest slips first, a hundred groups at most. */
  groups: SlippageGroup[];
  groupsInAll: number;
}
