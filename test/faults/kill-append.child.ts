// A process that appends, and keeps tables of what it appended, until it is killed. Arguments: the data folder, and a
// name that sets its entries apart.
// It prints the event ids of each append in one line, after the log has acknowledged it and not before.
import { randomUUID } from 'node:crypto';
import { writeSync } from 'node:fs';
import { codec } from '@cadre/domain';
import { type DomainEvent, type Entry, type EventLog, type NewEntry, NO_STREAM } from '@cadre/kernel';
import { openSqliteLog } from '@cadre/log';
import { createRunner, openSqliteReadModels } from '@cadre/read-models';

const WRITERS = 8;
const STANDARD_OUTPUT = 1;

const [folder, name] = process.argv.slice(2) as [string, string];
const log = openSqliteLog({ folder });
const tables = openSqliteReadModels(folder);
void createRunner({ log, codec, tables }).start(new AbortController().signal);
await Promise.all(
  Array.from({ length: WRITERS }, (_, i) => appendForEver(log, `post-${name.replaceAll(' ', '-')}-${i}`)),
);

async function appendForEver(to: EventLog, stream: string): Promise<void> {
  const standing: readonly Entry[] = await to.readStream(stream);
  for (let revision = standing.at(-1)?.revision ?? NO_STREAM, count = 1; ; count = (count % 4) + 1) {
    const appendId = randomUUID();
    const entries = Array.from({ length: count }, (_, i) => newEntry(appendId, count, eventAt(revision + 1 + i)));
    revision = (await to.append(stream, revision, entries)).revision;
    // Straight to the pipe: a line that is out is out, however this process ends.
    writeSync(STANDARD_OUTPUT, `${entries.map(({ eventId }) => eventId).join(' ')}\n`);
  }
}

/** A post that stands and is given ever new functions: legal at every revision. */
function eventAt(revision: number): DomainEvent {
  const described = { blockId: null, number: null, title: name, grade: null, unitId: null, seniority: null };
  if (revision === 0) return { type: 'PostEstablished', data: { ...described, occupancy: 'vacant' } };
  return { type: 'PostReassigned', data: { fromTitle: null, toTitle: `${name}, ${revision}` } };
}

/** `correlationId` and `reason` tell a reader which entries were appended together, and how many. */
function newEntry(appendId: string, outOf: number, event: DomainEvent): NewEntry {
  const id = randomUUID();
  return {
    eventId: id,
    schemaVersion: 1,
    event,
    effective: { earliest: '2024-01-01', latest: '2024-01-01', phrase: null },
    recordedAt: '2024-01-01T00:00:00.000Z',
    enteredAt: null,
    actor: { id: 'a-1', role: 'hr-officer' },
    source: { kind: 'local-knowledge', who: 'a-1' },
    reason: String(outOf),
    commandId: id,
    commandHash: 'a'.repeat(64),
    correlationId: appendId,
    causationId: null,
    precedes: [],
    retells: null,
    fact: null,
  };
}
