import { Conflict, type EventLog, type NewEntry, Rejected, Unavailable } from '@cadre/kernel';
import { MemoryLog, testSource } from '@cadre/kernel/testing';
import { overlayLog } from './overlay-log.js';

function entry(eventId: string, recordedAt = '2008-01-15T09:00:00.000Z'): NewEntry {
  return {
    eventId,
    schemaVersion: 1,
    event: { type: 'Noted', data: {} },
    effective: { earliest: '2008-01-01', latest: '2008-01-01', phrase: null },
    recordedAt,
    enteredAt: null,
    actor: { id: 'a', role: 'r' },
    source: testSource,
    reason: null,
    commandId: eventId,
    commandHash: '0',
    correlationId: eventId,
    causationId: null,
    precedes: [],
    retells: null,
    fact: null,
  };
}

async function idsIn(log: EventLog, after = 0): Promise<readonly string[]> {
  const ids: string[] = [];
  for await (const { eventId } of log.readAll(after)) ids.push(eventId);
  return ids;
}

describe('a log laid over another', () => {
  let below: MemoryLog;
  let overlay: EventLog;

  beforeEach(async () => {
    below = new MemoryLog();
    await below.append('team-a', -1, [entry('1')]);
    overlay = overlayLog(below);
  });

  it('reads through, and keeps appends to itself', async () => {
    expect(await overlay.append('team-a', 0, [entry('2')])).toEqual({ revision: 1, position: 2 });
    expect(await overlay.append('team-b', -1, [entry('3'), entry('4')])).toEqual({ revision: 1, position: 4 });
    expect((await overlay.readStream('team-a')).map(({ eventId, revision }) => [eventId, revision])).toEqual([
      ['1', 0],
      ['2', 1],
    ]);
    expect(await idsIn(overlay)).toEqual(['1', '2', '3', '4']);
    expect(await idsIn(overlay, 2)).toEqual(['3', '4']);
    expect(await idsIn(below)).toEqual(['1']);
  });

  it('has the head of what it shows', async () => {
    expect(await overlay.head()).toEqual({ position: 1, recordedAt: '2008-01-15T09:00:00.000Z' });
    await overlay.append('team-b', -1, [entry('2', '2007-12-31T00:00:00.000Z')]);
    expect(await overlay.head()).toEqual({ position: 2, recordedAt: '2008-01-15T09:00:00.000Z' });
    expect(await overlayLog(new MemoryLog()).head()).toBeNull();
  });

  it('answers a repeated append as the first time, and refuses a stale, an empty and a taken one', async () => {
    const first = await overlay.append('team-a', 0, [entry('2')]);
    expect(await overlay.append('team-a', 0, [entry('2')])).toEqual(first);
    await expect(overlay.append('team-a', 0, [entry('3')])).rejects.toThrow(Conflict);
    await expect(overlay.append('team-a', 1, [])).rejects.toThrow(Rejected);
    await expect(overlay.append('team-b', -1, [entry('2')])).rejects.toThrow(Rejected);
  });

  it('goes on from the history it began with when others append below', async () => {
    await overlay.append('team-a', 0, [entry('2')]);
    await below.append('team-a', 0, [entry('other')]);
    expect((await overlay.readStream('team-a')).map(({ eventId }) => eventId)).toEqual(['1', '2']);
    expect(await idsIn(overlay)).toEqual(['1', '2']);
  });

  it('cannot be followed, and leaves the log below open when closed', async () => {
    expect(() => overlay.subscribeAll(0, new AbortController().signal)).toThrow(Unavailable);
    await overlay.close();
    expect(await idsIn(below)).toEqual(['1']);
  });
});
