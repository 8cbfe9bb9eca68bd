import { NO_STREAM, type ProposedEvent } from './records.js';
import { type Writer } from './writer.js';

/**
 * What a server writes into a log it begins, so that no client finds its own event at position 0 or believes it is alone:
 * a note of the epoch, which nobody sees, and the first users, which every reader of the whole log meets.
 */
export async function writeFirstRecords(writer: Writer): Promise<void> {
  await writer.append('$epoch-information', NO_STREAM, [event(1, '$EpochInformation', { epochNumber: 0 })]);
  for (const [i, name] of ['admin', 'ops'].entries()) {
    await writer.append(`$user-${name}`, NO_STREAM, [event(2 + 2 * i, '$UserCreated', { loginName: name })]);
    await writer.append('$users', i - 1, [event(3 + 2 * i, '$User', name)]);
  }
}

function event(number: number, type: string, data: unknown): ProposedEvent {
  const eventId = `00000000-0000-4000-8000-${String(number).padStart(12, '0')}`;
  return { eventId, type, isJson: true, data: Buffer.from(JSON.stringify(data)), metadata: new Uint8Array() };
}
