// What a persistent subscription reads from: a stream, or the whole log through a filter.
import { filterBy, type FilterRule, visible } from './filters.js';
import { type ResolvedEvent, type Resolve, unresolved } from './links.js';
import { type Readers } from './readers.js';
import { type StreamStates } from './stream-states.js';

/** Where an event stands in what is read from: its revision in a stream, its commit position in the whole log. */
export type Place = number;

export interface Fed {
  readonly place: Place;
  /** Null for an event the filter passes over. */
  readonly resolved: ResolvedEvent | null;
}

export interface Feed {
  /** What follows a place, in order; empty at the end. */
  after(place: Place, count: number): readonly Fed[];
  /** The place of the last event there is now; -1 when there is none. */
  last(): Place;
  /** As the protocol words places: a number for a stream, `C:…/P:…` for the whole log. */
  textOf(place: Place): string;
  placeIn(text: string): Place;
}

export const WHOLE_LOG = '$all';

export interface FeedSource {
  readonly readers: Readers;
  readonly states: StreamStates;
  readonly resolve: Resolve;
  readonly lastPosition: () => number;
}

export function createFeed(node: FeedSource, source: string, rule: FilterRule | null, resolveLinks: boolean): Feed {
  const resolve = resolveLinks ? node.resolve : unresolved;
  if (source === WHOLE_LOG) {
    const filter = rule === null ? visible : filterBy(rule);
    return {
      after: (place, count) =>
        node.readers
          .after(place, count)
          .map((event) => ({ place: event.position, resolved: filter(event) ? resolve(event) : null })),
      last: node.lastPosition,
      textOf: (place) => `C:${place}/P:${place}`,
      placeIn: (text) => Number(/^C:(-?\d+)/.exec(text)![1]),
    };
  }
  return {
    after(place, count) {
      const page = node.readers.streamForwards(source, place + 1, count);
      if (page.kind !== 'page') return [];
      return page.events.map((event) => ({ place: event.revision, resolved: resolve(event) }));
    },
    last: () => node.states.lastRevision(source),
    textOf: String,
    placeIn: Number,
  };
}
