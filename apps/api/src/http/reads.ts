import {
  type ClaimsAnswer,
  type DiffAnswer,
  type EntriesAnswer,
  type EstablishmentAnswer,
  type HealthAnswer,
  type HistoryAnswer,
  type LineageAnswer,
  type MovesAnswer,
  type NarrativeAnswer,
  type PromisesAnswer,
  type TableAnswer,
  type TeamsAnswer,
  type UnitsAnswer,
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
  /** Only entries after this log position. */
  readonly afterPosition: number;
  /** Most entries to answer, the first ones in the log. */
  readonly limit: number;
}

/** What the screens ask the tables; composed by the app. Questions no table can answer end in UnknownQuestion. */
export interface Reads {
  /** True as soon as the tables have reached a log position; false when that takes too long. */
  waitFor(position: number): Promise<boolean>;
  /** The position that tables must have reached before they answer any question; 0 for any. */
  floor(): Promise<number>;
  health(): Promise<HealthAnswer>;
  table(question: TableQuestion): Told<TableAnswer>;
  explain(question: TableQuestion): Told<LineageAnswer>;
  establishment(question: Dates): Told<EstablishmentAnswer>;
  teams(question: Dates & { readonly kind: string | null }): Told<TeamsAnswer>;
  promises(question: PromisesQuestion): Told<PromisesAnswer>;
  units(question: Dates): Told<UnitsAnswer>;
  narrative(question: Dates): Told<NarrativeAnswer>;
  claims(question: Dates): Told<ClaimsAnswer>;
  history(question: { readonly stream: string; readonly knownAt: Instant }): Told<HistoryAnswer>;
  entries(question: EntriesQuestion): Told<EntriesAnswer>;
  moves(question: MovesQuestion): Told<MovesAnswer>;
  diff(question: { readonly validOn: CivilDate; readonly knownA: Instant; readonly knownB: Instant }): Told<DiffAnswer>;
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

/** The questions of the screens by name. */
export type Screen = Exclude<keyof Reads, 'waitFor' | 'floor' | 'health'>;

type Told<Answer> = Answer | Promise<Answer>;

/** The tables have not reached the position asked for in time; asking again later helps. */
export class TablesBehind extends Error {
  override readonly name = 'TablesBehind';
  constructor(readonly position: number) {
    super(`The tables have not reached position ${position} yet; ask again in a moment.`);
  }
}
