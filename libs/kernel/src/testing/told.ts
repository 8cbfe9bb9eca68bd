import { type Command, type Telling } from '../decider.js';
import { type DomainEvent, type Source } from '../entry.js';
import { derivedId } from '../ids.js';
import { type CivilDate, dayOf, type Instant } from '../time/civil-date.js';
import { between, exactly, type Window } from '../time/window.js';
import { TEST_NOW } from './fixed-clock.js';

/** When something is told to have become true: at most one of `on`, `between`, `from`, `by`, `undated`, `effective`. */
export interface WhenTold {
  /** That very day. */
  readonly on?: CivilDate;
  /** Some day from the first to the second, both inclusive. */
  readonly between?: readonly [CivilDate, CivilDate];
  /** That day or any later one. */
  readonly from?: CivilDate;
  /** That day or any earlier one. */
  readonly by?: CivilDate;
  readonly undated?: true;
  readonly effective?: Window;
  /** The source's wording; made up where a window needs one. */
  readonly phrase?: string;
}

/** An event of the past, with what the rule under test is about; see `told`. */
export interface ToldFact<E extends DomainEvent = DomainEvent> {
  readonly event: E;
  readonly effective: Window;
  readonly recordedAt: Instant | null;
  readonly precedes: readonly string[];
}

/** What a test gives: a bare event (told for FACT_DAY), an event with its window, or a whole command, such as a correction. */
export type Fact<E extends DomainEvent> = E | ToldFact<E> | Command;

/** The day a given fact became true unless the test says otherwise. */
export const FACT_DAY: CivilDate = '2007-07-01';

/** A document every test may rest on. */
export const testSource: Source = { kind: 'document', document: 'TEST/1', paragraph: '1' };

/** An event with its window, recording time and told precedence: `told(postFilled(), { between: ['2007-10-21', '2007-10-31'] })`. */
export function told<E extends DomainEvent>(
  event: E,
  more: WhenTold & { readonly recordedAt?: Instant; readonly precedes?: readonly string[] } = {},
): ToldFact<E> {
  return {
    event,
    effective: windowToldBy(more, FACT_DAY),
    recordedAt: more.recordedAt ?? null,
    precedes: more.precedes ?? [],
  };
}

/** Event id of the nth given fact, counted from 1: for `precedes` and corrections. Whole commands keep their own ids. */
export function factId(n: number): string {
  return derivedId(`fact-${n}`, 0);
}

let commands = 0;

/** A telling with everything filled in but what the rule is about: a fresh command id, today, an HR officer, a document. */
export function telling(more: WhenTold & Partial<Telling> = {}): Telling {
  const { on: _on, between: _between, from: _from, by: _by, undated: _undated, phrase: _phrase, ...given } = more;
  return {
    commandId: `command-${++commands}`,
    actor: { id: 'officer-1', role: 'hr-officer' },
    source: testSource,
    reason: null,
    precedes: [],
    expectedRevision: null,
    corrections: [],
    correlationId: null,
    causationId: null,
    fact: null,
    carriedOverFrom: null,
    ...given,
    effective: windowToldBy(more, dayOf(TEST_NOW)),
  };
}

function windowToldBy(more: WhenTold, otherwise: CivilDate): Window {
  if (more.effective) return more.effective;
  if (more.between)
    return between(
      more.between[0],
      more.between[1],
      more.phrase ?? `between ${more.between[0]} and ${more.between[1]}`,
    );
  if (more.from) return between(more.from, null, more.phrase ?? `since ${more.from}`);
  if (more.by) return between(null, more.by, more.phrase ?? `by ${more.by}`);
  if (more.undated) return between(null, null, more.phrase ?? 'undated');
  return exactly(more.on ?? otherwise, more.phrase ?? null);
}
