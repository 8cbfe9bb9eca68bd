import {
  type CaseLifeAnswer,
  type CasesAnswer,
  type BreakdownAnswer,
  type BurnUpAnswer,
  type ClaimsAnswer,
  type CompareAnswer,
  type DiffAnswer,
  type EntriesAnswer,
  type EntryAnswer,
  type EstablishmentAnswer,
  type ExceptionsAnswer,
  type HealthAnswer,
  type HistoryAnswer,
  type LedgerAnswer,
  type LineageAnswer,
  type LedgerCounts,
  type OrganisationAnswer,
  type SlippageAnswer,
  type MovesAnswer,
  type MomentsAnswer,
  type NarrativeAnswer,
  type PeopleAnswer,
  type PersonAnswer,
  type PromisesAnswer,
  type StaffingAnswer,
  type StaffingPostAnswer,
  type TableAnswer,
  type TeamReadinessAnswer,
  type TeamsAnswer,
  type UnitAnswer,
  type TimelineAnswer,
  type UnitsAnswer,
  type UnitsChangesAnswer,
} from '@cadre/contract';
import { type CivilDate, type Instant } from '@cadre/kernel';

/** Injection token of the Reads. */
export const READS = Symbol('Reads');

/** True in the world on that day, as known at that moment. */
export interface Dates {
  readonly validOn: CivilDate;
  readonly knownAt: Instant;
}

/** Rows of a table: column = any of the values; `within` "true" takes in the sub-units of the units named. */
export interface TableQuestion extends Dates {
  readonly table: string;
  readonly filters: Readonly<Record<string, string | readonly string[]>>;
  /** Names that contain it, whatever the case or alias; null for all. Only the names can be searched. */
  readonly search: string | null;
}

/** Entries of the log that meet every condition given; null asks for no condition. */
export interface EntriesQuestion {
  readonly knownAt: Instant;
  readonly stream: string | null;
  readonly category: string | null;
  readonly types: readonly string[] | null;
  /** Told for exactly that day. */
  readonly on: CivilDate | null;
  readonly document: string | null;
  /** Rests on that paragraph, whatever others it is cited with. */
  readonly paragraph: string | null;
  readonly fact: string | null;
  /** Told by that actor. */
  readonly actor: string | null;
  /** Recorded on that day or later. */
  readonly recordedFrom: CivilDate | null;
  /** Recorded by the end of that day. */
  readonly recordedTo: CivilDate | null;
  /** Became known after that moment. */
  readonly knownAfter: Instant | null;
  /** Only what counts: neither retractions nor what they took back. */
  readonly standing: boolean;
  /** Only new facts: neither retractions nor what is told in the place of something. */
  readonly learned: boolean;
  /** Only entries after this log position. */
  readonly afterPosition: number;
  readonly offset: number;
  /** Most entries to answer. */
  readonly limit: number;
  /** The last ones in the log come first. */
  readonly newest: boolean;
}

/** What the screens ask the tables; composed by the app. Questions no table can answer end in UnknownQuestion. */
export interface Reads {
  /** True as soon as the tables have reached a log position; false when that takes too long. */
  waitFor(position: number): Promise<boolean>;
  /** The position that tables must have reached before they answer any question; 0 for any. */
  floor(): Promise<number>;
  health(): Promise<HealthAnswer>;
  /** The log position that every share of the tables has reached, at this moment. */
  reached(): Promise<number>;
  table(question: TableQuestion): Told<TableAnswer>;
  explain(question: TableQuestion & { readonly offset: number; readonly limit: number }): Told<LineageAnswer>;
  establishment(question: Dates): Told<EstablishmentAnswer>;
  burnUp(question: BurnUpQuestion): Told<BurnUpAnswer>;
  breakdown(question: Dates & { readonly block: string; readonly by: BreakdownAnswer['by'] }): Told<BreakdownAnswer>;
  teamReadiness(question: Dates & { readonly kind: string | null }): Told<TeamReadinessAnswer>;
  teams(question: Dates & { readonly kind: string | null }): Told<TeamsAnswer>;
  promises(question: PromisesQuestion): Told<PromisesAnswer>;
  promiseLedger(question: LedgerQuestion): Told<LedgerAnswer>;
  slippage(question: PromiseFilters & { readonly by: SlippageAnswer['by'] }): Told<SlippageAnswer>;
  organisation(question: Dates): Told<OrganisationAnswer>;
  unit(question: Dates & { readonly unitId: string }): Told<UnitAnswer>;
  unitsChanges(question: UnitsChangesQuestion): Told<UnitsChangesAnswer>;
  timeline(question: TimelineQuestion): Told<TimelineAnswer>;
  units(question: Dates): Told<UnitsAnswer>;
  narrative(question: Dates): Told<NarrativeAnswer>;
  claims(question: Dates): Told<ClaimsAnswer>;
  history(question: { readonly stream: string; readonly knownAt: Instant }): Told<HistoryAnswer>;
  entries(question: EntriesQuestion): Told<EntriesAnswer>;
  moves(question: MovesQuestion): Told<MovesAnswer>;
  entry(question: { readonly eventId: string; readonly knownAt: Instant }): Told<EntryAnswer>;
  exceptions(question: ExceptionsQuestion): Told<ExceptionsAnswer>;
  moments(question: MomentsQuestion): Told<MomentsAnswer>;
  compare(question: CompareQuestion): Told<CompareAnswer>;
  diff(question: { readonly validOn: CivilDate; readonly knownA: Instant; readonly knownB: Instant }): Told<DiffAnswer>;
  staffing(question: StaffingQuestion): Told<StaffingAnswer>;
  staffingPost(question: Dates & { readonly postId: string }): Told<StaffingPostAnswer>;
  cases(question: CasesQuestion): Told<CasesAnswer>;
  caseLife(question: Dates & { readonly caseId: string }): Told<CaseLifeAnswer>;
  people(question: Dates & Part & { readonly search: string | null }): Told<PeopleAnswer>;
  person(question: Dates & { readonly personId: string }): Told<PersonAnswer>;
}

/** What can be recorded next of a thing, or of a kind of thing that is not there yet; one of the two is named. */
export interface MovesQuestion {
  readonly stream: string | null;
  readonly category: string | null;
  readonly validOn: CivilDate;
}

/** `overdue` true leaves out what is not; `about` one stream; `dueWithinDays` counts from validOn on. */
export interface PromisesQuestion extends Dates {
  readonly overdue: boolean;
  readonly about: string | null;
  readonly dueWithinDays: number | null;
}

/** Whose promises, about which stream or kind of it, worded how; null asks for no condition. */
export interface PromiseFilters extends Dates {
  readonly owner: string | null;
  readonly subUnits: boolean;
  readonly about: string | null;
  readonly kind: string | null;
  readonly text: string | null;
}

/** Which promises of the ledger, in which order, and which page; `show` null for all. */
export interface LedgerQuestion extends PromiseFilters, Part {
  readonly show: readonly (keyof LedgerCounts)[] | null;
  readonly dueWithinDays: number;
  readonly sort: 'due' | 'firstDue' | 'slipped' | 'owner' | 'what';
  readonly descending: boolean;
  readonly group: 'owner' | 'kind' | 'stage' | 'month' | null;
}

/** Part of a long list. */
export interface Part {
  readonly offset: number;
  readonly limit: number;
}

/** Posts that meet every condition given; null asks for no condition. */
export interface StaffingQuestion extends Dates, Part {
  /** Of these units, their sub-units included. */
  readonly units: readonly string[] | null;
  readonly grades: readonly string[] | null;
  /** In any of these states; standing ones when null. */
  readonly states: readonly ('vacant' | 'filled' | 'not reported' | 'frozen' | 'lapsed' | 'abolished')[] | null;
  readonly block: string | null;
  readonly text: string | null;
  readonly sort: 'number' | 'title' | 'grade' | 'unit' | 'state' | 'vacancy';
  readonly descending: boolean;
}

/** Recruitment cases that meet every condition given; null asks for no condition. */
export interface CasesQuestion extends Dates, Part {
  readonly stages: readonly string[] | null;
  /** Those that are over as well. */
  readonly all: boolean;
  readonly block: string | null;
  readonly post: string | null;
  readonly text: string | null;
  readonly sort: 'opened' | 'stage' | 'name';
}

/** Which exceptions to list; null asks for no condition. */
export interface ExceptionsQuestion extends Dates {
  readonly kinds: readonly string[] | null;
  readonly stream: string | null;
  readonly unit: string | null;
  readonly within: boolean;
  readonly live: boolean;
  readonly backDatedDays: number;
  readonly knownAfter: Instant | null;
  readonly offset: number;
  readonly limit: number;
}

/** Marks for two sliders; null leaves an end open. */
export interface MomentsQuestion {
  readonly knownAt: Instant;
  readonly from: CivilDate | null;
  readonly to: CivilDate | null;
  readonly most: number;
}

/** Two pairs of dates. */
export interface CompareQuestion {
  readonly validA: CivilDate;
  readonly knownA: Instant;
  readonly validB: CivilDate;
  readonly knownB: Instant;
  readonly tables: readonly string[] | null;
  readonly offset: number;
  readonly limit: number;
}

/** Things over all days: of some kinds, of a unit, one alone, or what has a bar between two days; null asks for no condition. */
export interface TimelineQuestion extends Dates {
  readonly kinds: readonly string[] | null;
  readonly unit: string | null;
  readonly subUnits: boolean;
  readonly stream: string | null;
  readonly from: CivilDate | null;
  readonly to: CivilDate | null;
  /** Leaves out what the bars rest on. */
  readonly bare: boolean;
  readonly offset: number;
  readonly limit: number;
}

/** Two days of the organisation; `knownFrom` null: both as known at one moment. */
export interface UnitsChangesQuestion {
  readonly from: CivilDate;
  readonly knownFrom: Instant | null;
  readonly to: CivilDate;
  readonly knownAt: Instant;
}

/** A block over time; null leaves the days or the step to the answer. */
export interface BurnUpQuestion extends Dates {
  readonly block: string;
  readonly from: CivilDate | null;
  readonly to: CivilDate | null;
  readonly step: BurnUpAnswer['step'] | null;
}

/** The questions of the screens by name. */
export type Screen = Exclude<keyof Reads, 'waitFor' | 'floor' | 'health' | 'reached'>;

type Told<Answer> = Answer | Promise<Answer>;

/** The tables have not reached the position asked for in time; asking again later helps. */
export class TablesBehind extends Error {
  override readonly name = 'TablesBehind';
  constructor(readonly position: number) {
    super(`The tables have not reached position ${position} yet; ask again in a moment.`);
  }
}
