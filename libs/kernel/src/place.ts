import { type Decider } from './decider.js';
import { type DomainEvent, type Entry } from './entry.js';
import { refuse, type Refusal, type Warning } from './refusal.js';
import { knownAt, type KnownEntry } from './time/known.js';
import { sayWindow } from './time/say-window.js';
import { canonicalOrder } from './time/timeline.js';

type AnyDecider<State, E extends DomainEvent> = Pick<
  Decider<State, never, E>,
  'initial' | 'natures' | 'permits' | 'evolve' | 'warn'
>;

/** An entry that cannot stand at its place in the canonical order, and why. */
export interface Breach<E extends DomainEvent = DomainEvent> {
  readonly entry: Entry<E>;
  readonly refusal: Refusal;
}

/** Walks a whole order and names every entry that is not legal at its place; an illegal one does not move the state. */
export function walk<State, E extends DomainEvent>(
  decider: AnyDecider<State, E>,
  order: readonly KnownEntry<E>[],
): readonly Breach<E>[] {
  const breaches: Breach<E>[] = [];
  let state = decider.initial;
  for (const { entry } of order) {
    const refusal = decider.permits(state, entry);
    if (refusal) breaches.push({ entry, refusal });
    else state = decider.evolve(state, entry);
  }
  return breaches;
}

/** The state just before an entry's place among the known ones; null when its told precedences contradict the windows. */
export function stateBefore<State, E extends DomainEvent>(
  decider: AnyDecider<State, E>,
  entries: readonly Entry<E>[],
  eventId: string,
): { readonly state: State } | null {
  const order = canonicalOrder(knownAt(entries, decider.natures, null));
  if (order === null) return null;
  let state = decider.initial;
  for (const { entry } of order) {
    if (entry.eventId === eventId) break;
    if (!decider.permits(state, entry)) state = decider.evolve(state, entry);
  }
  return { state };
}

/**
 * Judges a history with new entries at its end: each must be legal where it belongs in effective time, and no fact
 * already recorded may become illegal by it. The impact report names those facts, by whom and from which source.
 */
export function judge<State, E extends DomainEvent>(
  decider: AnyDecider<State, E>,
  standing: readonly Entry<E>[],
  added: readonly Entry<E>[],
): Refusal | null {
  const known = knownAt([...standing, ...added], decider.natures, null);
  const order = canonicalOrder(known);
  if (order === null) return precedenceContradicted();
  const twice = toldTwice(known);
  if (twice) return twice;
  const addedIds = new Set(added.map((entry) => entry.eventId));
  const before = canonicalOrder(knownAt(standing, decider.natures, null)) ?? [];
  const alreadyIllegal = new Set(walk(decider, before).map((breach) => breach.entry.eventId));
  const breaches = walk(decider, order).filter((breach) => !alreadyIllegal.has(breach.entry.eventId));
  const own = breaches.find((breach) => addedIds.has(breach.entry.eventId));
  if (own) return own.refusal;
  return breaches.length === 0 ? null : contradicts(breaches);
}

/** Warnings raised by new entries at their places. */
export function warningsOf<State, E extends DomainEvent>(
  decider: AnyDecider<State, E>,
  all: readonly Entry<E>[],
  addedIds: ReadonlySet<string>,
): readonly Warning[] {
  const warnings: Warning[] = [];
  let state = decider.initial;
  for (const { entry } of canonicalOrder(knownAt(all, decider.natures, null)) ?? []) {
    if (addedIds.has(entry.eventId)) warnings.push(...(decider.warn?.(state, entry) ?? []));
    if (!decider.permits(state, entry)) state = decider.evolve(state, entry);
  }
  return warnings;
}

/** Event ids of recorded facts that refused new entries could have come before, dates allowing. */
export function couldPrecede<State, E extends DomainEvent>(
  decider: AnyDecider<State, E>,
  standing: readonly Entry<E>[],
  isLegalBefore: (eventId: string) => boolean,
): readonly string[] {
  return knownAt(standing, decider.natures, null)
    .map((known) => known.id)
    .filter(isLegalBefore);
}

/** The windows, or another told precedence, say that an entry did not come before the one it was told to precede. */
export function precedenceContradicted(): Refusal {
  return refuse(
    'PRECEDENCE_CONTRADICTED',
    'The dates recorded already say which of these came first; drop "precedes" or correct a date.',
    { pointer: '/precedes' },
  );
}

/** One fact counts once: bringing an entry back while its retelling stands, or retelling it twice, would double it. */
function toldTwice(known: readonly KnownEntry[]): Refusal | null {
  const telling = new Map<number, string>();
  for (const { ordinal, id } of known) {
    const other = telling.get(ordinal);
    if (other !== undefined) {
      return refuse('FACT_TOLD_TWICE', 'One fact would count twice; withdraw its other telling in the same command.', {
        pointer: '/corrections',
        details: { eventIds: [other, id] },
      });
    }
    telling.set(ordinal, id);
  }
  return null;
}

function contradicts(breaches: readonly Breach[]): Refusal {
  const contradicted = breaches.map(({ entry, refusal }) => ({
    eventId: entry.eventId,
    type: entry.event.type,
    effective: entry.effective,
    recordedAt: entry.recordedAt,
    recordedBy: entry.actor,
    source: entry.source,
    because: refusal.code,
    sentence: refusal.sentence,
  }));
  const told = breaches.slice(0, FACTS_NAMED).map(contradiction);
  const more = breaches.length > FACTS_NAMED ? ` And ${breaches.length - FACTS_NAMED} more.` : '';
  const them = breaches.length === 1 ? 'it' : 'them';
  return refuse(
    'CONTRADICTS_LATER_FACT',
    `${told.join(' ')}${more} Correct ${them} in the same command, or this date.`,
    { details: { contradicted } },
  );
}

/** The sentence names so many facts; the details name all. */
const FACTS_NAMED = 2;

/** "PostVacated of 1 August 2008 (A/62/627 para. 8) could no longer stand: Nobody holds this post on that date." */
function contradiction({ entry: { event, effective, source }, refusal }: Breach): string {
  const said = sayWindow(effective);
  const when = /^(?:between|by|from) /.test(said) ? said : said === 'date not given' ? `(${said})` : `of ${said}`;
  const ground = source.kind === 'document' ? `${source.document} para. ${source.paragraph}` : `known by ${source.who}`;
  return `${event.type} ${when} (${ground}) could no longer stand: ${refusal.sentence}`;
}
