import { type Decider, type Told } from '../decider.js';
import { type DomainEvent, type Entry } from '../entry.js';
import { type CivilDate, type Instant } from './civil-date.js';
import { inCanonicalOrder, knownAt, type KnownEntry, type Natures } from './known.js';
import { happenedBy, type Segment, segments, tighten } from './timeline.js';

/** What a fold needs of a decider. */
export type Fold<State, E extends DomainEvent> = {
  readonly initial: State;
  readonly natures: Natures;
  evolve(state: State, told: Told<E>): State;
};

/** A stream's history at one known moment: entries in canonical order, and the state after each prefix of them. */
export interface History<State, E extends DomainEvent> {
  readonly order: readonly KnownEntry<E>[];
  /** `states[n]` is the fold of the first n entries; `states[0]` the initial state. */
  readonly states: readonly State[];
  /** Effective time cut where the possible numbers of entries change. */
  readonly segments: readonly Segment[];
}

/** Lays out what a stream says at a known moment (null = all of it). */
export function historyOf<State, E extends DomainEvent>(
  fold: Fold<State, E>,
  entries: readonly Entry<E>[],
  moment: Instant | null,
): History<State, E> {
  const order = inCanonicalOrder(knownAt(entries, fold.natures, moment));
  return { order, states: prefixStates(fold, order), segments: segments(tighten(order)) };
}

/** The states a stream can have been in on a day, as known at a moment: the folds of n₀ to n₁ entries. Never empty. */
export function possibleStates<State, E extends DomainEvent>(
  fold: Fold<State, E>,
  entries: readonly Entry<E>[],
  question: { readonly validOn: CivilDate; readonly knownAt: Instant },
): readonly State[] {
  const order = inCanonicalOrder(knownAt(entries, fold.natures, question.knownAt));
  const { surely, possibly } = happenedBy(tighten(order), question.validOn);
  return prefixStates(fold, order).slice(surely, possibly + 1);
}

/** States after 0, 1, … n told events. */
export function prefixStates<State, E extends DomainEvent>(
  fold: Pick<Decider<State, never, E>, 'initial' | 'evolve'>,
  order: readonly KnownEntry<E>[],
): readonly State[] {
  const states: State[] = [fold.initial];
  for (const { entry } of order) states.push(fold.evolve(states.at(-1)!, entry));
  return states;
}
