import {
  type CivilDate,
  type DomainEvent,
  type Entry,
  type Environment,
  type Fold,
  historyOf,
  typed,
} from '@cadre/kernel';
import { post, type PostEvent, unit, type UnitEvent } from '@cadre/domain';
import { type Surroundings } from '../application.js';

/** The surroundings as the log itself tells them, read from end to end: for a file being loaded, before tables know of it. */
export function surroundingsOfLog(environment: Environment): Surroundings {
  return {
    livePosts: (unitId, from) =>
      countThings<typeof post.initial, PostEvent>(
        environment,
        post,
        from,
        (state) => state.unitId === unitId && (state.standing === 'live' || state.standing === 'frozen'),
      ),
    childUnits: (unitId, from) =>
      countThings<typeof unit.initial, UnitEvent>(
        environment,
        unit,
        from,
        (state) => state.parentId === unitId && (state.standing === 'planned' || state.standing === 'established'),
      ),
  };
}

async function countThings<State, E extends DomainEvent>(
  { log, codec }: Environment,
  fold: Fold<State, E> & { readonly category: string },
  from: CivilDate,
  matches: (state: State) => boolean,
): Promise<number> {
  const streams = new Map<string, Entry<E>[]>();
  for await (const entry of log.readAll(0)) {
    if (!entry.stream.startsWith(`${fold.category}-`)) continue;
    streams.set(entry.stream, [...(streams.get(entry.stream) ?? []), typed<E>(codec, entry)]);
  }
  return [...streams.values()].filter((entries) => {
    const { segments, states } = historyOf(fold, entries, null);
    return segments.some(({ to, surely, possibly }) => to > from && states.slice(surely, possibly + 1).some(matches));
  }).length;
}
