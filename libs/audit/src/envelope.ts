import { createHash } from 'node:crypto';
import { type Entry, type Window } from '@cadre/kernel';
import { jcs } from './jcs.js';

/**
 * What is proven of an entry: its place and its clocks, and digests in place of what it says. Neither the engine's
 * position nor its own clock is in it, so that the same history has the same envelopes wherever it is kept.
 */
export interface Envelope {
  readonly v: 1;
  readonly stream: string;
  readonly revision: number;
  readonly eventId: string;
  readonly type: string;
  readonly schemaVersion: number;
  readonly recordedAt: string;
  readonly effective: Window;
  readonly actorId: string;
  readonly commandId: string;
  readonly correlationId: string;
  /** SHA-256 (hex) of the canonical data, as stored and not upcast. */
  readonly dataHash: string;
  /** SHA-256 (hex) of the canonical metadata that stand nowhere else in the envelope. */
  readonly metaHash: string;
}

/** The envelope of an entry as the log keeps it. @throws NotCanonical */
export function envelopeOf(entry: Entry): Envelope {
  const { stream, revision, eventId, schemaVersion, recordedAt, actor, commandId, correlationId } = entry;
  const { earliest, latest, phrase } = entry.effective;
  return {
    v: 1,
    stream,
    revision,
    eventId,
    type: entry.event.type,
    schemaVersion,
    recordedAt,
    effective: { earliest, latest, phrase },
    actorId: actor.id,
    commandId,
    correlationId,
    dataHash: canonicalHash(entry.event.data),
    metaHash: canonicalHash(metaOf(entry)),
  };
}

/** All that is told along with an entry beside what its envelope says in the clear. */
function metaOf({
  enteredAt,
  actor,
  source,
  reason,
  commandHash,
  causationId,
  precedes,
  retells,
  fact,
}: Entry): object {
  return { enteredAt, actorRole: actor.role, source, reason, commandHash, causationId, precedes, retells, fact };
}

function canonicalHash(value: unknown): string {
  return createHash('sha256').update(jcs(value)).digest('hex');
}
