import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { type Entry, type LogHead, NO_STREAM, Rejected, Unavailable } from '@cadre/kernel';
import { type EventStoreLog, LogUnusable, openEventStoreLog } from '@cadre/log';
import { BACKWARDS, END, EventStoreDBClient, jsonEvent, NO_STREAM as NONE } from '@eventstore/db-client';
import { makeCertificate } from '../support/eventstore-node/certificate.js';
import { type RunningNode, startNode } from '../support/eventstore-node/node.js';
import { collect, entries, entry, seeded, times } from './event-log.contract.js';
import { eventually } from './eventstore-node.harness.js';

let folder: string;
let node: RunningNode;
let log: EventStoreLog;
let others: EventStoreDBClient; // another program on the same server
const opened: EventStoreLog[] = [];

function open(prefix = 'cadre.'): EventStoreLog {
  const made = openEventStoreLog({ connectionString: node.connectionString, prefix });
  opened.push(made);
  return made;
}
const note = (type = 'Noted') => jsonEvent({ type, data: { by: 'another program' } });
const idsOf = (all: readonly Entry[]): string[] => all.map(({ eventId }) => eventId);

beforeEach(async () => {
  folder = mkdtempSync(join(tmpdir(), 'cadre-esdb-'));
  node = await startNode({ folder, maxAppendSize: 64 * 1024 });
  others = EventStoreDBClient.connectionString(node.connectionString);
  log = open();
});
afterEach(async () => {
  await Promise.all(opened.splice(0).map((it) => it.close()));
  await others.dispose();
  await node.stop();
  rmSync(folder, { recursive: true, force: true });
});

describe('beside other programs on the same server', () => {
  it('their events are passed over by every way of reading', async () => {
    await others.appendToStream('invoice-1', [note(), note()]);
    await log.append('post-1', NO_STREAM, entries(1));
    await others.appendToStream('cadre', [note()]);
    await others.setStreamMetadata('invoice-1', { maxCount: 1 });
    await log.append('post-1', 0, entries(1));
    await others.appendToStream('xcadre.post-1', [note(), note()]);
    const own = await log.readStream('post-1');
    expect(own).toHaveLength(2);
    expect(await collect(log.readAll(0))).toEqual(own);
    expect((await log.head())!.position).toBe(own[1]!.position);
    for await (const { event } of others.readAll()) {
      const position = Number(event!.position.commit);
      expect(await log.entryAt(position)).toEqual(own.find((it) => it.position === position) ?? null);
    }
  });

  it('a position in the middle of an entry, or beyond all numbers, is no entry', async () => {
    const { position } = await log.append('post-1', NO_STREAM, entries(1));
    for (const it of [position + 1, position - 1, 2 ** 60, -1, 0.5, Number.NaN])
      expect(await log.entryAt(it)).toBeNull();
  });

  it('two logs of different prefix on one server know nothing of each other', async () => {
    const [other, told] = [open('other.'), entries(2)];
    await log.append('post-1', NO_STREAM, told);
    expect(await other.head()).toBeNull();
    await other.append('post-2', NO_STREAM, told);
    expect(idsOf(await collect(other.readAll(0)))).toEqual(idsOf(told as Entry[]));
    expect(await log.readStream('post-2')).toEqual([]);
  });

  it('an event another program wrote into one of our streams is unavailable, not misread', async () => {
    await others.appendToStream('cadre.post-1', [note()]);
    await expect(log.readStream('post-1')).rejects.toBeInstanceOf(Unavailable);
    await expect(collect(log.readAll(0))).rejects.toBeInstanceOf(Unavailable);
  });
});

describe('event ids that are claimed', () => {
  it('and then meet a conflict are free for the same stream and for no other', async () => {
    const told = entries(1);
    await log.append('post-1', NO_STREAM, entries(1));
    await expect(log.append('post-1', NO_STREAM, told)).rejects.toMatchObject({ name: 'Conflict', actualRevision: 0 });
    await expect(log.append('post-2', NO_STREAM, told)).rejects.toMatchObject({ code: 'EVENT_ID_TAKEN' });
    expect((await log.append('post-1', 0, told)).revision).toBe(1);
  });

  it('by two logs for two streams at once go to one of them', async () => {
    const rival = open();
    const outcomes = await Promise.allSettled(
      times(16, (i) => [log, rival][i % 2]!.append(`post-${i}`, NO_STREAM, [entry({ eventId: SAME_ID })])),
    );
    expect(outcomes.filter(({ status }) => status === 'fulfilled')).toHaveLength(1);
    expect(await collect(log.readAll(0))).toHaveLength(1);
  });

  it('ahead are used by the append, and tell of an id that is taken', async () => {
    const [told, taken] = [entries(3), entry()];
    await log.append('post-0', NO_STREAM, [taken]);
    log.claimAhead('post-1', idsOf([...told, taken] as Entry[]));
    expect((await log.append('post-1', NO_STREAM, told)).revision).toBe(2);
    await expect(log.append('post-1', 2, [taken])).rejects.toBeInstanceOf(Rejected);
  });
});

describe('an append that somebody else makes at the same time', () => {
  it('with other content under the same command id is not taken for our own, though the server says yes', async () => {
    const [told, rival] = [entries(2), open()];
    log.claimAhead('post-1', idsOf(told as Entry[]));
    const claimsStanding = async (): Promise<number> =>
      (await collect(others.readAll())).filter(({ event }) => event?.type === 'EventIdClaimed').length;
    await eventually(async () => (await claimsStanding()) === told.length);
    await rival.append('post-1', NO_STREAM, told);
    const other = told.map((it) => ({ ...it, commandHash: 'b'.repeat(64) }));
    await expect(log.append('post-1', NO_STREAM, other)).rejects.toMatchObject({ code: 'EVENT_ID_TAKEN' });
    expect((await log.append('post-1', NO_STREAM, told)).revision).toBe(1);
  });
});

describe('appends to one stream', () => {
  it('go in in the order they were asked for, also when the first has more to look up', async () => {
    const known = entries(1);
    await log.append('post-1', NO_STREAM, entries(1));
    await expect(log.append('post-1', NO_STREAM, known)).rejects.toMatchObject({ name: 'Conflict' });
    const answers = await Promise.all([log.append('post-1', 0, known), log.append('post-1', 1, entries(1))]);
    expect(answers.map(({ revision }) => revision)).toEqual([1, 2]);
  });
});

const SAME_ID = '11111111-2222-4333-8444-555555555555';

describe('the head', () => {
  it.each(times(5, (i) => i + 1))(
    'is exact whoever asks, while writers with clocks apart append (seed %i)',
    async (seed) => {
      const random = seeded(seed);
      const writers = times(3, () => ({ log: open(), clock: Math.floor(random() * 1e6) }));
      const revisions = new Map<string, number>();
      let expected: LogHead | null = null;
      for (let i = 0; i < 40; i++) {
        const writer = writers[Math.floor(random() * 3)]!;
        if (random() < 0.2) writer.log = open(); // knows nothing yet
        const stream = `post-${Math.floor(random() * 4)}`;
        const told = times(1 + Math.floor(random() * 3), () =>
          entry({ recordedAt: new Date((writer.clock += random() * 50_000 - 15_000)).toISOString() }),
        );
        const { revision, position } = await writer.log.append(stream, revisions.get(stream) ?? NO_STREAM, told);
        revisions.set(stream, revision);
        const known: readonly string[] = expected ? [expected.recordedAt] : [];
        const recordedAt: string = [...known, ...told.map((it) => it.recordedAt)].toSorted().at(-1)!;
        expected = { position, recordedAt };
        if (random() < 0.3) await others.appendToStream('invoice-1', [note()]);
        const asked = random() < 0.5 ? open() : writers[Math.floor(random() * 3)]!.log;
        expect(await asked.head()).toEqual(expected);
      }
    },
  );

  it('is found by what the last writer had seen, without reading what lies before', async () => {
    // Were it read further back, the event of the other program would make it unavailable.
    await others.appendToStream('cadre.post-0', [note()]);
    const position = Number((await lastEvent()).position.commit);
    const seen = { position, recordedAt: '2030-01-01T00:00:00.000Z' };
    const metadata = { schemaVersion: 1, recordedAt: '2024-01-01T00:00:00.000Z', seen, meta: {} };
    await others.appendToStream('cadre.post-1', [jsonEvent({ type: 'PostNamed', data: {}, metadata })]);
    const own = Number((await lastEvent()).position.commit);
    expect(await log.head()).toEqual({ position: own, recordedAt: seen.recordedAt });
  });

  it('is told by every entry as its writer had seen it', async () => {
    await log.append('post-1', NO_STREAM, [entry({ recordedAt: '2029-01-01T00:00:00.000Z' })]);
    const head = await log.head();
    await open().append('post-2', NO_STREAM, [entry({ recordedAt: '2024-01-01T00:00:00.000Z' })]);
    const { metadata } = await lastEvent();
    expect((metadata as { seen: LogHead }).seen.recordedAt).toBe(head!.recordedAt);
    expect((metadata as { seen: LogHead }).seen.position).toBeGreaterThanOrEqual(head!.position);
  });

  async function lastEvent() {
    const [last] = await collect(others.readAll({ direction: BACKWARDS, fromPosition: END, maxCount: 1 }));
    return last!.event!;
  }
});

describe('what the server refuses', () => {
  it('an append larger than it takes is rejected, and nothing of it is stored', async () => {
    const large = times(3, () => entry({ event: { type: 'Noted', data: { text: 'x'.repeat(30_000) } } }));
    await expect(log.append('post-1', NO_STREAM, large)).rejects.toMatchObject({ code: 'TOO_LARGE' });
    expect(await log.readStream('post-1')).toEqual([]);
    expect((await log.append('post-1', NO_STREAM, large.slice(0, 1))).revision).toBe(0);
  });

  it('a stream that was deleted is unavailable, never an empty one', async () => {
    await log.append('post-1', NO_STREAM, entries(2));
    await others.tombstoneStream('cadre.post-1');
    await expect(log.readStream('post-1')).rejects.toBeInstanceOf(Unavailable);
    await expect(collect(log.readAll(0))).rejects.toBeInstanceOf(Unavailable);
    await expect(log.append('post-1', 1, entries(1))).rejects.toBeInstanceOf(Unavailable);
  });

  it('a stream that lost its beginning is unavailable, never a shorter history', async () => {
    await log.append('post-1', NO_STREAM, entries(3));
    await others.setStreamMetadata('cadre.post-1', { truncateBefore: 2 });
    await expect(log.readStream('post-1')).rejects.toThrow('missing before revision 2');
  });
});

describe('a server that is told to delete', () => {
  it.each([{ maxCount: 10 }, { maxAge: 3600 }, { truncateBefore: 1 }])('%j: the log is refused', async (settings) => {
    await log.append('post-1', NO_STREAM, entries(2));
    await log.append('post-2', NO_STREAM, entries(2));
    await others.setStreamMetadata('cadre.post-2', settings);
    const later = open();
    await expect(later.checked()).rejects.toThrow(/told to delete entries of cadre\.post-2 \(\$\w+\); take/);
    await expect(later.checked()).rejects.toBeInstanceOf(LogUnusable);
    for (const call of [
      () => later.head(),
      () => later.readStream('post-1'),
      () => later.append('post-1', 1, entries(1)),
      () => collect(later.readAll(0)),
    ]) {
      await expect(call()).rejects.toBeInstanceOf(Unavailable);
    }
  });

  it('other settings, settings of others, and settings taken back are no reason', async () => {
    await log.append('post-1', NO_STREAM, entries(2));
    await others.setStreamMetadata('cadre.post-1', { maxCount: 10 });
    await others.setStreamMetadata('cadre.post-1', { owner: 'hr' });
    await others.setStreamMetadata('invoice-1', { maxCount: 10 });
    const later = open();
    await later.checked();
    expect(await later.readStream('post-1')).toHaveLength(2);
  });
});

describe('TLS and credentials', () => {
  let secured: RunningNode;
  let authority: string;
  beforeEach(async () => {
    const tls = makeCertificate();
    const users = [
      { name: 'cadre', password: 'p w@:', groups: ['$admins'] },
      { name: 'clerk', password: 'clerk', groups: [] },
    ];
    secured = await startNode({ folder: join(folder, 'secured'), tls, users });
    authority = join(folder, 'ca.pem');
    writeFileSync(authority, tls.certificate);
  });
  afterEach(() => secured.stop());

  function openAs(user: string, ca = true): EventStoreLog {
    const settings = ca ? `&tlsCAFile=${encodeURIComponent(authority)}` : '';
    const made = openEventStoreLog({
      connectionString: `esdb://${user}@127.0.0.1:${secured.port}?tls=true${settings}`,
    });
    opened.push(made);
    return made;
  }

  it('come from the connection string', async () => {
    const own = openAs(`cadre:${encodeURIComponent('p w@:')}`);
    await own.append('post-1', NO_STREAM, entries(2));
    expect(await collect(own.readAll(0))).toHaveLength(2);
    await own.checked();
  });

  it.each([
    ['cadre:wrong', true],
    ['clerk:clerk', true],
    ['cadre:p%20w%40%3A', false],
  ])('that do not do (%s, the authority known: %s) are unavailable', async (user, ca) => {
    const own = openAs(user, ca);
    await expect(own.append('post-1', NO_STREAM, entries(1))).rejects.toBeInstanceOf(Unavailable);
    await expect(own.head()).rejects.toBeInstanceOf(Unavailable);
  });
});

describe('the claims of a log', () => {
  it('lie outside what its prefix selects', async () => {
    await log.append('post-1', NO_STREAM, entries(2));
    const names = new Set<string>();
    for await (const { event } of others.readAll()) if (!event!.streamId.startsWith('$')) names.add(event!.streamId);
    expect([...names].filter((it) => it.startsWith('cadre.'))).toEqual(['cadre.post-1']);
    expect([...names].filter((it) => it.startsWith('cadreids-'))).toHaveLength(2);
  });

  it('are never overwritten', async () => {
    const [told] = entries(1);
    await log.append('post-1', NO_STREAM, [told!]);
    const again = others.appendToStream(`cadreids-${told!.eventId}`, [note()], { expectedRevision: NONE });
    await expect(again).rejects.toMatchObject({ type: 'wrong-expected-version' });
    await eventually(async () => (await log.head()) !== null);
  });
});
