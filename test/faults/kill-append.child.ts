// A process that appends until it is killed. Arguments: the log's folder, and a name that sets its entries apart.
// It prints the event ids of each append in one line, after the log has acknowledged it and not before.
import { randomUUID } from 'node:crypto';
import { writeSync } from 'node:fs';
import { type Entry, type EventLog, type NewEntry, NO_STREAM } from '@cadre/kernel';
import { openSqliteLog } from '@cadre/log';

const WRITERS = 8;
const STANDARD_OUTPUT = 1;

const [folder, name] = process.argv.slice(2) as [string, string];
const log = openSqliteLog({ folder });
await Promise.all(Array.from({ length: WRITERS }, (_, i) => appendForEver(log, `post-${i}`)));

async function appendForEver(to: EventLog, stream: string): Promise<void> {
  const standing: readonly Entry[] = await to.readStream(stream);
  for (let revision = standing.at(-1)?.revision ?? NO_STREAM, count = 1; ; count = (count % 4) + 1) {
    const appendId = randomUUID();
    const entries = Array.from({ length: count }, () => newEntry(appendId, count));
    revision = (await to.append(stream, revision, entries)).revision;
    // Straight to the pipe: a line that is out is out, however this process ends.
    writeSync(STANDARD_OUTPUT, `${entries.map(({ eventId }) => eventId).join(' ')}\n`);
  }
}

/** `correlationId` and `outOf` tell a reader which entries were appended together, and how many. */
function newEntry(appendId: string, outOf: number): NewEntry {
  const id = randomUUID();
  return {
    eventId: id,
    schemaVersion: 1,
    event: { type: 'PostFilled', data: { personId: id, outOf, note: name } },
    effective: { earliest: '2024-01-01', latest: '2024-01-01', phrase: null },
    recordedAt: '2024-01-01T00:00:00.000Z',
    enteredAt: null,
    actor: { id: 'a-1', role: 'hr-officer' },
    source: { kind: 'local-knowledge', who: 'a-1' },
    reason: null,
    commandId: id,
    commandHash: 'a'.repeat(64),
    correlationId: appendId,
    causationId: null,
    precedes: [],
    retells: null,
    fact: null,
  };
}
