import { type CivilDate, type Instant } from './time/civil-date.js';
import { type Window } from './time/window.js';

/** What happened: a type from the event catalogue and plain JSON data. */
export interface DomainEvent {
  readonly type: string;
  readonly data: object;
}

/** Who told us, by opaque id; `role` is the hat worn (HR officer, auditor, importer, policy). */
export interface Actor {
  readonly id: string;
  readonly role: string;
}

/** What a statement rests on: a document and paragraph, or local knowledge and whose it is. */
export type Source =
  | { readonly kind: 'document'; readonly document: string; readonly paragraph: string }
  | { readonly kind: 'local-knowledge'; readonly who: string };

/** What every entry carries beside its event, whichever engine keeps it. */
export interface EntryMeta {
  /** When it became true in the world, as told; never changed afterwards. */
  readonly effective: Window;
  /** When this organisation knew it. For a carried-over record the document's date. */
  readonly recordedAt: Instant;
  /** The real clock at entry when `recordedAt` is a document's date; null for everything recorded live. */
  readonly enteredAt: Instant | null;
  readonly actor: Actor;
  readonly source: Source;
  readonly reason: string | null;
  readonly commandId: string;
  /** SHA-256 (hex) of the canonical command; tells a repeat from another payload under the same id. */
  readonly commandHash: string;
  readonly correlationId: string;
  readonly causationId: string | null;
  /** Event ids of entries of the same stream that this one is told to come before. */
  readonly precedes: readonly string[];
  /** Event id of the retracted entry that this one tells anew, or null. */
  readonly retells: string | null;
  /** Reference of the fact in its source material ("T07"), or null. */
  readonly fact: string | null;
}

/** An entry on its way into the log. */
export interface NewEntry extends EntryMeta {
  readonly eventId: string;
  readonly schemaVersion: number;
  readonly event: DomainEvent;
}

/** An entry as the log keeps it. `position` orders the whole log (from 1, gaps allowed), `revision` its stream (from 0). */
export interface Entry<E extends DomainEvent = DomainEvent> extends NewEntry {
  readonly event: E;
  readonly stream: string;
  readonly revision: number;
  readonly position: number;
}

/** The correction every stream knows: from its recording on, the named entry no longer counts. */
export interface EntryRetracted {
  readonly type: 'EntryRetracted';
  readonly data: { readonly eventId: string };
}

/** True for a retraction. */
export function isRetraction(entry: Entry): entry is Entry<EntryRetracted> {
  return entry.event.type === 'EntryRetracted';
}

/** True for an entry carried over from a document older than its entering. */
export function isCarriedOver(entry: Pick<Entry, 'enteredAt'>): boolean {
  return entry.enteredAt !== null;
}

/** The stream of one thing: its category, a dash, its id. Holds no personal data. */
export function streamOf(category: string, id: string): string {
  return `${category}-${id}`;
}

/** Category and id of a stream name; the category ends at the first dash. */
export function partsOf(stream: string): { readonly category: string; readonly id: string } {
  const dash = stream.indexOf('-');
  return dash < 0 ? { category: stream, id: '' } : { category: stream.slice(0, dash), id: stream.slice(dash + 1) };
}

/** The day an entry was recorded on: the last day an occurrence in it can have happened. */
export function recordingDay(entry: Pick<Entry, 'recordedAt'>): CivilDate {
  return entry.recordedAt.slice(0, 10);
}
