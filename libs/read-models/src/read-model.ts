import { type Category, streams } from '@cadre/domain';
import { type DomainEvent, type Natures, type Told } from '@cadre/kernel';

/** How a column is kept: text, whole numbers, a JSON list of texts, or JSON of objects, which is shown and never asked for. */
export type ColumnType = 'text' | 'int' | 'json' | 'objects';

/** True for what is kept as JSON. */
export const isJson = (type: ColumnType): boolean => type === 'json' || type === 'objects';

/** The columns of a table in order; flat, so that a screen can filter by any of them. */
export type Columns = Readonly<Record<string, ColumnType>>;

/** What a fold gives for the columns: null where nothing is said. */
export type Values<C extends Columns> = {
  readonly [K in keyof C]: C[K] extends 'int' ? number | null : C[K] extends 'text' ? string | null : unknown;
};

/** Nothing said of any column. */
export function blank<C extends Columns>(columns: C): Values<C> {
  return Object.fromEntries(Object.keys(columns).map((name) => [name, null])) as unknown as Values<C>;
}

/** One row of a state: `item` tells several rows of one stream apart, empty when there is one. */
export type ItemRow<C extends Columns> = { readonly item: string } & Values<C>;

/**
 * A table as a pure fold of one stream. It never sees a question's dates: the runner lays its states out over both
 * clocks. A state nothing is told of yet has no rows.
 */
export interface ReadModel<State = unknown, E extends DomainEvent = DomainEvent, C extends Columns = Columns> {
  /** Name of the table; several kinds of stream may fill one. */
  readonly table: string;
  readonly category: Category;
  readonly columns: C;
  /** Columns that change as things move on; the others say what kind of thing it is. */
  readonly progress: readonly (keyof C & string)[];
  /** Every word a column can say, for those that say one of a few; FLAG for whole numbers that are yes or no. */
  readonly words?: { readonly [K in keyof C & string]?: readonly string[] };
  readonly initial: State;
  evolve(state: State, told: Told<E>): State;
  rows(state: State): readonly ItemRow<C>[];
  /** For facts that stand beside one another in a stream: the key of the fact an event is about, null to leave it out. Each key has a history of its own. */
  readonly apart?: (event: E) => string | null;
}

/** Words of a column of 0 and 1. */
export const FLAG: readonly string[] = ['no', 'yes'];

/** How the events of a kind of stream sit in time; as their decider has it. */
export function naturesOf(category: Category): Natures {
  return streams[category].natures;
}

/** Declares a read model; the list of all of them forgets its types. */
export function readModel<State, E extends DomainEvent, const C extends Columns>(
  model: ReadModel<State, E, C>,
): ReadModel {
  return model as unknown as ReadModel;
}
