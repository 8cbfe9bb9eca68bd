import type { Because } from '../api/client';
import { Recorded } from '../lineage/recorded';

/** What an entry says, in one sentence. */
export function EntrySentence({ of }: { of: Because }) {
  return <Recorded>{of.sentence}</Recorded>;
}
