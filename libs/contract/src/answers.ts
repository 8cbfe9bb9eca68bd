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

/** A run of like cells of a block's grid. */
export class CellRun {
  stage: 'approved' | 'identified' | 'advertised' | 'selected' | 'on duty' | 'not reported';
  certain: boolean;
  count: number;
  /** The identified post a single cell stands for, or null. */
  postId: string | null;
}

/** A promise in short, wherever it concerns something else. */
export class PromiseSummary {
  id: string;
  what: string;
  due: WindowAnswer;
  status: string;
  overdue: boolean;
}

/** A post block with its counts by stage; blocks are only added up within a group. */
export class BlockAnswer {
  stream: string;
  id: string;
  name: string;
  group: string | null;
  grade: string | null;
  /** Every status possible on that day; one when certain. */
  statuses: string[];
  certain: boolean;
  proposed: CountAnswer;
  approved: CountAnswer;
  /** Proposed less approved, derived. */
  notApproved: CountAnswer;
  identified: CountAnswer;
  advertised: CountAnswer;
  selected: CountAnswer;
  onDuty: CountAnswer;
  /** Selected (else approved) less on duty, derived; not reported when either is. */
  stillToReport: CountAnswer;
  /** Approved posts of which nothing says whether anyone is on duty, derived. */
  unreported: CountAnswer;
  cells: CellRun[];
  promises: PromiseSummary[];
  because: Because[];
}

export class GroupTotals {
  group: string;
  proposed: CountAnswer;
  approved: CountAnswer;
}

export class EstablishmentAnswer {
  asOf: AsOf;
  blocks: BlockAnswer[];
  groups: GroupTotals[];
}

export class SubTeamAnswer {
  id: string;
  name: string;
  sharesPool: boolean;
}

export class TeamAnswer {
  stream: string;
  id: string;
  name: string;
  kind: string | null;
  unitId: string | null;
  unitName: string | null;
  statuses: string[];
  certain: boolean;
  /** When it stood up, as told; null when that is not known. */
  stoodUp: WindowAnswer | null;
  stoodDown: WindowAnswer | null;
  composition: { what: string; atLeast: number; atMost: number | null }[];
  /** The source's own word for its strength, never computed with. */
  strengthWording: string | null;
  members: CountAnswer;
  subTeams: SubTeamAnswer[];
  promises: PromiseSummary[];
  because: Because[];
}

export class TeamsByUnit {
  unitId: string | null;
  unitName: string | null;
  /** Planned for it, as known at the moment asked for. */
  teams: CountAnswer;
  subTeams: CountAnswer;
}

export class TeamsAnswer {
  asOf: AsOf;
  /** Teams standing on that day. */
  standing: CountAnswer;
  /** Teams told of by the known moment, planned or standing or stood down, whatever the day asked for. */
  known: CountAnswer;
  byUnit: TeamsByUnit[];
  teams: TeamAnswer[];
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

export class UnitNode {
  stream: string;
  id: string;
  names: string[];
  kind: string | null;
  /** Every parent possible on that day. */
  @ApiProperty({ type: 'array', items: { type: 'string', nullable: true } })
  parentIds: (string | null)[];
  statuses: string[];
  certain: boolean;
  because: Because[];
}

export class UnitsAnswer {
  asOf: AsOf;
  units: UnitNode[];
}

/** A window after the order of events was taken into account. */
export class TightenedAnswer {
  earliest: string;
  latest: string;
}

/** An entry as the log has it, with what became of it later. */
export class HistoryEntry extends Because {
  revision: number;
  position: number;
  actorId: string;
  actorRole: string;
  reason: string | null;
  enteredAt: string | null;
  commandId: string;
  /** Event id of the retraction that took it back as known at the question's moment, or null. */
  retractedBy: string | null;
  retells: string | null;
  /** Its window after the order of events was taken into account; null when it no longer counts. */
  tightened: TightenedAnswer | null;
}

export class HistoryAnswer {
  stream: string;
  knownAt: string;
  /** Log position the tables had reached. */
  position: number;
  /** All entries in order of recording. */
  entries: HistoryEntry[];
  /** Event ids that count, in canonical order. */
  order: string[];
}

export class EntriesAnswer {
  knownAt: string;
  /** Log position the tables had reached. */
  position: number;
  count: number;
  entries: HistoryEntry[];
}

export class LineageAnswer {
  answer: TableAnswer;
  /** For every thing counted, its whole history as known then. */
  histories: HistoryAnswer[];
}

export class ChangedRow {
  table: string;
  stream: string;
  item: string;
  before: PossibleState[];
  after: PossibleState[];
}

export class DiffAnswer {
  validOn: string;
  knownA: string;
  knownB: string;
  /** Log position the tables had reached. */
  position: number;
  changes: ChangedRow[];
  /** What was recorded between the two moments. */
  recorded: HistoryEntry[];
}

/** What several sources, or several paragraphs of one, say on a topic; shown side by side and never resolved. */
export class ClaimTopic {
  topic: string;
  /** True when they give different figures for the same thing, or say it in other words. */
  disagree: boolean;
  statements: RowAnswer[];
}

export class ClaimsAnswer {
  asOf: AsOf;
  topics: ClaimTopic[];
}

/** A stream that the tables cannot take since a position; its rows stay as they were. */
export class ParkedStreamAnswer {
  stream: string;
  position: number;
  reason: string;
}

/** Something a policy could not finish by itself and a person should look at. */
export class PolicyAlarmAnswer {
  policy: string;
  /** Log position of the entry it reacted to. */
  position: number;
  sentence: string;
}

/** A process that keeps tables and policies for some shares of the log. */
export class ProjectorAnswer {
  holder: string;
  shares: number[];
  /** UTC instant of its last heartbeat. */
  seen: string;
}

/** Whether log and tables answer, and how far the tables have come. */
export class HealthAnswer {
  /** "unavailable" when the log or the tables cannot answer; what is not known then is null. */
  status: 'ok' | 'unavailable';
  /** Kind of log: "sqlite" or "eventstoredb". */
  engine: string;
  /** What keeps the tables: "sqlite" or "postgres". */
  tablesEngine: string;
  /** Log position of the last entry, 0 for an empty log; null when the log cannot be reached. */
  position: number | null;
  /** Log position the tables have reached; null when they cannot be asked. */
  tablesPosition: number | null;
  /** Entries of the log not yet told in the tables, counted up to 1,000; null unless both sides can be asked. */
  behind: number | null;
  /** How long the oldest of them has been waiting, in seconds; null unless both sides can be asked. */
  behindSeconds: number | null;
  /** Streams that cannot be told; null when the tables cannot be asked. */
  parked: ParkedStreamAnswer[] | null;
  /** Processes that keep tables and policies, none where the server does so itself; null when that cannot be asked. */
  projectors: ProjectorAnswer[] | null;
  /** What policies could not do; null when that cannot be asked. */
  alarms: PolicyAlarmAnswer[] | null;
  /** What is in the way at the moment, in a sentence; null when nothing is. */
  trouble: string | null;
}

/** An error in the form of RFC 9457 (application/problem+json). */
export class Problem {
  type: string;
  title: string;
  status: number;
  /** Stable code, as in POST_ALREADY_FILLED. */
  code: string;
  /** A sentence a person can act on. */
  detail: string;
  /** JSON pointer to the field at fault, or null. */
  pointer: string | null;
  details: Record<string, unknown>;
}
