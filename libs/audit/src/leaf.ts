import { createHash } from 'node:crypto';
import { type Envelope } from './envelope.js';
import { jcs } from './jcs.js';

/** Tells the hash of a leaf from that of a node (RFC 9162, section 2.1.1). */
const LEAF = Uint8Array.of(0);

/** The leaf of an entry in the tree over the log, in hex: SHA-256 of a zero byte and the canonical envelope. */
export function leafHash(envelope: Envelope): string {
  return createHash('sha256').update(LEAF).update(jcs(envelope)).digest('hex');
}
