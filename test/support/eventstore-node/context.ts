import { type Access } from './access.js';
import { type Groups } from './groups.js';
import { type Resolve } from './links.js';
import { type Readers } from './readers.js';
import { type Writer } from './writer.js';

/** What every service of the node works on. */
export interface NodeContext {
  readonly writer: Writer;
  readonly readers: Readers;
  readonly resolve: Resolve;
  readonly access: Access;
  readonly groups: Groups;
  /** Most bytes in one append. */
  readonly maxAppendSize: number;
  /** Revision of a stream's last event, NO_STREAM, or TOMBSTONE. */
  lastRevision(stream: string): number;
  /** Where the last record begins; -1 on an empty log. */
  lastPosition(): number;
  /** Where the next record will begin. */
  end(): number;
  countAfter(position: number): number;
  /** After a commit, before its answer. True when a fault cut the connection of that peer: there is nobody to answer. */
  committed(peer: string): boolean;
}
