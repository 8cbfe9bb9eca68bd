import { type Entry, type Instant, partsOf } from '@cadre/kernel';
import type Database from 'better-sqlite3';

/** Keeps an entry where answers can point at it. */
export type WriteEntry = (entry: Entry, knownAt: Instant) => void;

/** The writer of the table `entries`, its statement prepared once. */
export function createEntryWriter(db: Database.Database): WriteEntry {
  const insert = db.prepare(`INSERT INTO entries VALUES (${'?, '.repeat(22)}?)`);
  return (entry, knownAt) => {
    const { effective, source, actor, event } = entry;
    const [document, paragraph, localKnowledge] =
      source.kind === 'document' ? [source.document, source.paragraph, null] : [null, null, source.who];
    insert.run(
      ...[entry.position, entry.stream, partsOf(entry.stream).category, entry.revision, entry.eventId, event.type],
      ...[effective.earliest, effective.latest, effective.phrase, document, paragraph, localKnowledge, entry.fact],
      ...[entry.recordedAt, entry.enteredAt, knownAt, actor.id, actor.role, entry.reason, entry.commandId],
      ...[JSON.stringify(entry.precedes), entry.retells, JSON.stringify(event.data)],
    );
  };
}
