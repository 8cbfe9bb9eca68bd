import { partsOf } from '@cadre/kernel';
import { legible, legibleJson } from '../legible.js';
import { type Cell } from '../rows.js';
import { type KnownRow } from './store.js';

/** An entry as a row of the table `entries`, in the order of its columns. */
export function entryCells({ entry, knownAt }: KnownRow): readonly Cell[] {
  const { effective, source, actor, event } = entry;
  const [document, paragraph, localKnowledge] =
    source.kind === 'document' ? [source.document, source.paragraph, null] : [null, null, source.who];
  const cells: readonly Cell[] = [
    ...[entry.position, entry.stream, partsOf(entry.stream).category, entry.revision, entry.eventId, event.type],
    ...[effective.earliest, effective.latest, effective.phrase, document, paragraph, localKnowledge, entry.fact],
    ...[entry.recordedAt, entry.enteredAt, knownAt, actor.id, actor.role, entry.reason, entry.commandId],
    ...[JSON.stringify(entry.precedes), entry.retells, legibleJson(event.data)],
  ];
  return cells.map((cell) => (typeof cell === 'string' ? legible(cell) : cell));
}
