import {
  type Appended,
  type CaughtUp,
  Conflict,
  type Entry,
  type EventLog,
  type NewEntry,
  NO_STREAM,
  Rejected,
  Unavailable,
} from '@cadre/kernel';

/** An engine to be held to the contract: a storage of its own for each test. */
export interface LogUnderTest {
  /** Opens the log on that storage; called again after `close` when the engine is durable. */
  open(): EventLog | Promise<EventLog>;
  /** Removes the storage. */
  dispose(): void | Promise<void>;
}

/** What every engine of the event log promises (libs/kernel/src/event-log.ts), whatever keeps the entries. */
export function describeEventLog(
  name: string,
  prepare: () => LogUnderTest | Promise<LogUnderTest>,
  { isDurable }: { readonly isDurable: boolean },
): void {
  describe(`the event log contract, kept by ${name}`, () => {
    let engine: LogUnderTest;
    let log: EventLog;
    const current: CurrentLog = {
      get log() {
        return log;
      },
      async reopen() {
        await log.close();
        log = await engine.open();
      },
    };
    beforeEach(async () => {
      engine = await prepare();
      log = await engine.open();
    });
    afterEach(async () => {
      await log.close();
      await engine.dispose();
    });

    describe('appending and reading one stream', () => appendingAndReading(current));
    describe('expected revisions', () => expectedRevisions(current));
    describe('repeating an append', () => repeating(current));
    describe('reading the whole log', () => readingAll(current));
    describe('subscriptions', () => subscribing(current));
    describe('many at once', () => manyAtOnce(current));
    describe('closing', () => closing(current));
    if (isDurable) describe('reopening', () => reopening(current));
  });
}

interface CurrentLog {
  readonly log: EventLog;
  reopen(): Promise<void>;
}

function appendingAndReading(current: CurrentLog): void {
  it('a stream that was never written is empty', async () => {
    expect(await current.log.readStream('post-none')).toEqual([]);
  });

  it('gives back each entry as it was told, with its place', async () => {
    const told = [entry(), entry({ enteredAt: '2024-05-05T00:00:00.000Z', precedes: ['e1', 'e2'], fact: 'T07' })];
    const { position } = await current.log.append('post-1', NO_STREAM, told);
    const first = (await current.log.readStream('post-1'))[0]!;
    expect(await current.log.readStream('post-1')).toEqual([
      { ...told[0], stream: 'post-1', revision: 0, position: first.position },
      { ...told[1], stream: 'post-1', revision: 1, position },
    ]);
    expect(first.position).toBeGreaterThan(0);
    expect(position).toBeGreaterThan(first.position);
  });

  it('answers with revision and position of the last entry', async () => {
    expect((await current.log.append('post-1', NO_STREAM, entries(3))).revision).toBe(2);
    const appended = await current.log.append('post-1', 2, entries(2));
    expect(appended).toEqual(placeOfLast(await current.log.readStream('post-1')));
    expect(appended.revision).toBe(4);
  });

  it('keeps streams apart, also when one name begins with the other', async () => {
    const [one, other] = [entry(), entry()];
    await current.log.append('post-1', NO_STREAM, [one]);
    await current.log.append('post-11', NO_STREAM, [other]);
    expect(idsOf(await current.log.readStream('post-1'))).toEqual([one.eventId]);
    expect(idsOf(await current.log.readStream('post-11'))).toEqual([other.eventId]);
  });

  it('keeps any text: scripts, emoji, quotes, control characters, half a surrogate pair', async () => {
    const text = 'Ñandú 联合国 الأمم المتحدة ООН 👩🏽‍💼 \' " \\ \u0000 \u2028 \ud800 %s ${x}';
    const told = entry({ event: { type: 'PostNamed', data: { [text]: [text, null, 0.1, true] } }, reason: text });
    await current.log.append('post-联合国', NO_STREAM, [told]);
    expect(await current.log.readStream('post-联合国')).toMatchObject([told]);
  });

  it('keeps an entry of nearly 1 MiB and rejects a larger one', async () => {
    const sized = (bytes: number): NewEntry => entry({ event: { type: 'Noted', data: { text: 'x'.repeat(bytes) } } });
    const large = sized(1024 * 1024 - 2048);
    await current.log.append('post-1', NO_STREAM, [large]);
    expect(await current.log.readStream('post-1')).toMatchObject([large]);
    await expectRejected(current.log.append('post-1', 0, [entry(), sized(1024 * 1024)]), 'TOO_LARGE');
    expect(await current.log.readStream('post-1')).toHaveLength(1);
  });

  it('rejects an append without entries', async () => {
    await expectRejected(current.log.append('post-1', NO_STREAM, []), 'EMPTY_APPEND');
  });

  it('what the caller does with its objects afterwards changes nothing', async () => {
    const data = { title: 'Chief' };
    await current.log.append('post-1', NO_STREAM, [entry({ event: { type: 'PostNamed', data } })]);
    data.title = 'Clerk';
    Object.assign((await current.log.readStream('post-1'))[0]!.event.data, { title: 'Clerk' });
    expect((await current.log.readStream('post-1'))[0]!.event.data).toEqual({ title: 'Chief' });
  });
}

function expectedRevisions(current: CurrentLog): void {
  it('NO_STREAM on a stream that exists is a conflict that names the actual revision', async () => {
    await current.log.append('post-1', NO_STREAM, entries(3));
    await expectConflict(current.log.append('post-1', NO_STREAM, entries(1)), 'post-1', NO_STREAM, 2);
  });

  it('a revision of a stream that does not exist is a conflict with NO_STREAM', async () => {
    await expectConflict(current.log.append('post-1', 0, entries(1)), 'post-1', 0, NO_STREAM);
    await expectConflict(current.log.append('post-1', -2, entries(1)), 'post-1', -2, NO_STREAM);
  });

  it('a revision behind or ahead of the stream is a conflict', async () => {
    await current.log.append('post-1', NO_STREAM, entries(3));
    await expectConflict(current.log.append('post-1', 1, entries(1)), 'post-1', 1, 2);
    await expectConflict(current.log.append('post-1', 3, entries(1)), 'post-1', 3, 2);
  });

  it('a refused append moves neither the stream nor the log', async () => {
    const { position } = await current.log.append('post-1', NO_STREAM, entries(1));
    const before = await current.log.readStream('post-1');
    await expectConflict(current.log.append('post-1', 5, entries(2)), 'post-1', 5, 0);
    expect(await current.log.readStream('post-1')).toEqual(before);
    expect((await current.log.head())!.position).toBe(position);
    expect((await current.log.append('post-1', 0, entries(1))).revision).toBe(1);
  });
}

function repeating(current: CurrentLog): void {
  it('the same event ids at the same revision get the first answer and add nothing', async () => {
    const told = entries(3);
    const first = await current.log.append('post-1', NO_STREAM, told);
    expect(await current.log.append('post-1', NO_STREAM, told)).toEqual(first);
    expect(await current.log.readStream('post-1')).toHaveLength(3);
  });

  it('the first answer stays the same when the stream has moved on', async () => {
    const told = entries(2);
    const first = await current.log.append('post-1', NO_STREAM, told);
    await current.log.append('post-1', 1, entries(2));
    expect(await current.log.append('post-1', NO_STREAM, told)).toEqual(first);
    expect(await current.log.readStream('post-1')).toHaveLength(4);
  });

  it('the same append sent many times at once is stored once, and all get the same answer', async () => {
    const told = entries(2);
    const answers = await Promise.all(times(16, () => current.log.append('post-1', NO_STREAM, told)));
    expect(new Set(answers.map((answer) => JSON.stringify(answer))).size).toBe(1);
    expect(idsOf(await current.log.readStream('post-1'))).toEqual(told.map(({ eventId }) => eventId));
  });

  it('the same event ids from another content under the same command id are rejected, not taken for a repeat', async () => {
    const told = entries(2);
    await current.log.append('post-1', NO_STREAM, told);
    const other = told.map((it) => ({ ...it, commandHash: 'b'.repeat(64) }));
    await expectRejected(current.log.append('post-1', NO_STREAM, other), 'EVENT_ID_TAKEN');
    await expectRejected(current.log.append('post-1', NO_STREAM, other.slice(0, 1)), 'EVENT_ID_TAKEN');
    expect(await current.log.readStream('post-1')).toHaveLength(2);
  });

  it('only some of the event ids again is a conflict', async () => {
    const told = entries(2);
    await current.log.append('post-1', NO_STREAM, told);
    await expectConflict(current.log.append('post-1', NO_STREAM, [...told, entry()]), 'post-1', NO_STREAM, 1);
    await expectConflict(current.log.append('post-1', NO_STREAM, told.toReversed()), 'post-1', NO_STREAM, 1);
  });

  it('an event id that stands in another stream is rejected, and nothing of the append is stored', async () => {
    const taken = entry();
    const { position } = await current.log.append('post-1', NO_STREAM, [taken]);
    await expectRejected(current.log.append('post-2', NO_STREAM, [entry(), taken, entry()]), 'EVENT_ID_TAKEN');
    await expectRejected(current.log.append('post-2', 7, [taken]), 'EVENT_ID_TAKEN');
    expect(await current.log.readStream('post-2')).toEqual([]);
    expect((await current.log.head())!.position).toBe(position);
    expect((await current.log.append('post-2', NO_STREAM, entries(1))).revision).toBe(0);
  });

  it('an event id that stands earlier in the same stream is rejected as a new entry', async () => {
    const taken = entry();
    await current.log.append('post-1', NO_STREAM, [taken]);
    await expectRejected(current.log.append('post-1', 0, [entry(), taken]), 'EVENT_ID_TAKEN');
    expect(await current.log.readStream('post-1')).toHaveLength(1);
  });

  it('one event id twice in one append is rejected', async () => {
    const twice = entry();
    await expectRejected(current.log.append('post-1', NO_STREAM, [twice, twice]), 'EVENT_ID_TAKEN');
    expect(await current.log.readStream('post-1')).toEqual([]);
  });
}

function readingAll(current: CurrentLog): void {
  it('an empty log has no entry and no head', async () => {
    expect(await collect(current.log.readAll(0))).toEqual([]);
    expect(await current.log.head()).toBeNull();
  });

  it('gives all entries in the order they were appended, across pages', async () => {
    const told: string[] = [];
    for (let i = 0; i < 13; i++) {
      const batch = entries(100);
      await current.log.append(`post-${i % 4}`, Math.floor(i / 4) * 100 - 1, batch);
      told.push(...batch.map(({ eventId }) => eventId));
    }
    const all = await collect(current.log.readAll(0));
    expect(idsOf(all)).toEqual(told);
    expectAscending(all);
    const after = all[700]!.position;
    expect(idsOf(await collect(current.log.readAll(after)))).toEqual(told.slice(701));
    expect(await collect(current.log.readAll(all.at(-1)!.position))).toEqual([]);
  });

  it('gives the entry at a position, and none where there is none', async () => {
    await current.log.append('post-1', NO_STREAM, entries(3));
    const [, second, third] = await current.log.readStream('post-1');
    expect(await current.log.entryAt(second!.position)).toEqual(second);
    expect(await current.log.entryAt(third!.position + 1_000_000)).toBeNull();
    expect(await current.log.entryAt(0)).toBeNull();
  });

  it('gives the same entries as the streams do', async () => {
    await current.log.append('post-1', NO_STREAM, entries(2));
    await current.log.append('post-2', NO_STREAM, entries(1));
    const [one, two] = [await current.log.readStream('post-1'), await current.log.readStream('post-2')];
    expect(await collect(current.log.readAll(0))).toEqual([...one, ...two]);
  });

  it('ends at what was known when reading began, however long it takes', async () => {
    const { position } = await current.log.append('post-1', NO_STREAM, entries(1200));
    const read: number[] = [];
    for await (const item of current.log.readAll(0)) {
      if (read.length === 0) await current.log.append('post-1', 1199, entries(5));
      read.push(item.position);
    }
    expect(read).toHaveLength(1200);
    expect(read.at(-1)).toBe(position);
  });

  it('the head tells the last position and the greatest recording time, not the last one', async () => {
    await current.log.append('post-1', NO_STREAM, [entry({ recordedAt: '2024-03-01T00:00:00.000Z' })]);
    const { position } = await current.log.append('post-2', NO_STREAM, [
      entry({ recordedAt: '2024-02-01T00:00:00.000Z' }),
      entry({ recordedAt: '2024-01-01T00:00:00.000Z' }),
    ]);
    expect(await current.log.head()).toEqual({ position, recordedAt: '2024-03-01T00:00:00.000Z' });
  });
}

function subscribing(current: CurrentLog): void {
  it('hands over history, one caught-up mark, then what is appended', async () => {
    const { position } = await current.log.append('post-1', NO_STREAM, entries(3));
    const ending = new AbortController();
    const heard: (Entry | CaughtUp)[] = [];
    for await (const item of current.log.subscribeAll(0, ending.signal)) {
      heard.push(item);
      if ('caughtUp' in item) void current.log.append('post-1', 2, entries(2));
      else if (item.revision === 4) setImmediate(() => void current.log.append('post-1', 4, entries(1)));
      else if (item.revision === 5) ending.abort();
    }
    const mark = { caughtUp: true, position };
    expect(heard.map((it) => ('caughtUp' in it ? it : it.revision))).toEqual([0, 1, 2, mark, 3, 4, 5]);
    expect(heard.filter((it) => !('caughtUp' in it))).toEqual(await collect(current.log.readAll(0)));
  });

  it('begins after the position it is given', async () => {
    const { position } = await current.log.append('post-1', NO_STREAM, entries(1));
    await current.log.append('post-1', 0, entries(2));
    const heard = await collectUntilCaughtUp(current.log, position);
    expect(heard.map(({ revision }) => revision)).toEqual([1, 2]);
  });

  it('is caught up at once on an empty log', async () => {
    expect(await collectUntilCaughtUp(current.log, 0)).toEqual([]);
  });

  it.each([1, 2, 3])('misses nothing and repeats nothing while others append (seed %i)', async (seed) => {
    const random = seeded(seed);
    const early = listenUntilTheEnd(current.log, 0, random);
    const writing = times(6, (i) => writeAtRandom(current.log, `post-${i}`, 100, random));
    await turns(20);
    const middle = (await current.log.head())?.position ?? 0;
    const late = listenUntilTheEnd(current.log, middle, random);
    await Promise.all(writing);
    await current.log.append('post-end', NO_STREAM, [entry({ event: { type: 'Ended', data: {} } })]);
    const all = await collect(current.log.readAll(0));
    expect(all).toHaveLength(601);
    expect(idsOf(await early)).toEqual(idsOf(all));
    expect(idsOf(await late)).toEqual(idsOf(all.filter(({ position }) => position > middle)));
  });

  it('ends when the signal says so: waiting, in the middle of history, or before it began', async () => {
    await current.log.append('post-1', NO_STREAM, entries(5));
    const waiting = new AbortController();
    for await (const item of current.log.subscribeAll(0, waiting.signal)) {
      if ('caughtUp' in item) setImmediate(() => waiting.abort());
    }
    const middle = new AbortController();
    const heard: (Entry | CaughtUp)[] = [];
    for await (const item of current.log.subscribeAll(0, middle.signal)) {
      heard.push(item);
      if (heard.length === 2) middle.abort();
    }
    expect(heard).toHaveLength(2);
    expect(await collect(current.log.subscribeAll(0, AbortSignal.abort()))).toEqual([]);
  });
}

function manyAtOnce(current: CurrentLog): void {
  it('64 appends to 64 streams are all stored', async () => {
    const told = times(64, () => entries(2));
    const answers = await Promise.all(told.map((batch, i) => current.log.append(`post-${i}`, NO_STREAM, batch)));
    const all = await collect(current.log.readAll(0));
    expect(idsOf(all).toSorted()).toEqual(told.flatMap((batch) => batch.map(({ eventId }) => eventId)).toSorted());
    expectAscending(all);
    for (const [i, answer] of answers.entries()) {
      expect(answer).toEqual(placeOfLast(await current.log.readStream(`post-${i}`)));
    }
  });

  it('of 64 appends to one stream at one revision exactly one wins', async () => {
    await current.log.append('post-1', NO_STREAM, entries(1));
    const told = times(64, () => entries(2));
    const outcomes = await Promise.allSettled(told.map((batch) => current.log.append('post-1', 0, batch)));
    const winners = outcomes.flatMap((it, i) => (it.status === 'fulfilled' ? [told[i]!] : []));
    const losers = outcomes.flatMap((it) => (it.status === 'rejected' ? [it.reason as unknown] : []));
    expect(winners).toHaveLength(1);
    expect(losers.every((it) => it instanceof Conflict && it.actualRevision === 2)).toBe(true);
    expect(idsOf(await current.log.readStream('post-1')).slice(1)).toEqual(winners[0]!.map(({ eventId }) => eventId));
  });

  it('appends one behind the other without waiting go in in that order', async () => {
    const answers = await Promise.all(times(50, (i) => current.log.append('post-1', i - 1, entries(1))));
    expect(answers.map(({ revision }) => revision)).toEqual(times(50, (i) => i));
  });

  it('entries of one append stand together in the log, however many are made', async () => {
    const told = times(24, () => entries(5));
    await Promise.all(told.map((batch, i) => current.log.append(`post-${i}`, NO_STREAM, batch)));
    const all = await collect(current.log.readAll(0));
    for (let i = 0; i < all.length; i += 5) {
      expect(all.slice(i, i + 5).map(({ revision }) => revision)).toEqual([0, 1, 2, 3, 4]);
      expect(new Set(all.slice(i, i + 5).map(({ stream }) => stream)).size).toBe(1);
    }
  });

  it('a refused append takes none of its neighbours with it', async () => {
    const taken = entry();
    await current.log.append('post-taken', NO_STREAM, [taken]);
    const outcomes = await Promise.allSettled(
      times(32, (i) => {
        if (i % 4 === 1) return current.log.append(`post-${i}`, 9, entries(1));
        if (i % 4 === 2) return current.log.append(`post-${i}`, NO_STREAM, [entry(), taken]);
        if (i % 4 === 3) return current.log.append(`post-${i}`, NO_STREAM, []);
        return current.log.append(`post-${i}`, NO_STREAM, entries(2));
      }),
    );
    const reasons = outcomes.map((it) => (it.status === 'rejected' ? (it.reason as Error).name : 'stored'));
    expect(reasons).toEqual(times(32, (i) => ['stored', 'Conflict', 'Rejected', 'Rejected'][i % 4]));
    const lengths = await Promise.all(times(32, async (i) => (await current.log.readStream(`post-${i}`)).length));
    expect(lengths).toEqual(times(32, (i) => (i % 4 === 0 ? 2 : 0)));
  });
}

function closing(current: CurrentLog): void {
  it('lets pending appends finish', async () => {
    const pending = times(20, (i) => current.log.append(`post-${i}`, NO_STREAM, entries(1)));
    await current.log.close();
    expect((await Promise.all(pending)).map(({ revision }) => revision)).toEqual(times(20, () => 0));
  });

  it('ends although readers stopped in the middle of a long history', async () => {
    await current.log.append('post-1', NO_STREAM, entries(1000));
    for await (const _ of current.log.readAll(0)) break;
    for await (const _ of current.log.subscribeAll(0, new AbortController().signal)) break;
    await current.log.close();
    await expect(current.log.head()).rejects.toBeInstanceOf(Unavailable);
  });

  it('afterwards everything is unavailable, and closing again does nothing', async () => {
    await current.log.close();
    await current.log.close();
    await expect(current.log.append('post-1', NO_STREAM, entries(1))).rejects.toBeInstanceOf(Unavailable);
    await expect(current.log.readStream('post-1')).rejects.toBeInstanceOf(Unavailable);
    await expect(collect(current.log.readAll(0))).rejects.toBeInstanceOf(Unavailable);
    await expect(current.log.head()).rejects.toBeInstanceOf(Unavailable);
  });

  it('a subscription that waits learns that the log was closed', async () => {
    const listen = async (): Promise<void> => {
      for await (const item of current.log.subscribeAll(0, new AbortController().signal)) {
        if ('caughtUp' in item) setImmediate(() => void current.log.close());
      }
    };
    await expect(listen()).rejects.toBeInstanceOf(Unavailable);
  });
}

function reopening(current: CurrentLog): void {
  it('every entry is there again, and the log goes on from there', async () => {
    await current.log.append('post-1', NO_STREAM, entries(3));
    await current.log.append('post-2', NO_STREAM, entries(1));
    const [before, head] = [await collect(current.log.readAll(0)), await current.log.head()];
    await current.reopen();
    expect(await collect(current.log.readAll(0))).toEqual(before);
    expect(await current.log.head()).toEqual(head);
    await expectConflict(current.log.append('post-1', NO_STREAM, entries(1)), 'post-1', NO_STREAM, 2);
    expect((await current.log.append('post-1', 2, entries(1))).position).toBeGreaterThan(head!.position);
  });

  it('a repeated append gets its first answer', async () => {
    const told = entries(2);
    const first = await current.log.append('post-1', NO_STREAM, told);
    await current.reopen();
    expect(await current.log.append('post-1', NO_STREAM, told)).toEqual(first);
    expect(await current.log.readStream('post-1')).toHaveLength(2);
  });
}

let made = 0;

/** An entry that differs from every other one of this test run. */
export function entry(told: Partial<NewEntry> = {}): NewEntry {
  made += 1;
  const id = `00000000-0000-4000-8000-${String(made).padStart(12, '0')}`;
  return {
    eventId: id,
    schemaVersion: 1,
    event: { type: 'PostFilled', data: { postId: `p-${made}`, personId: `q-${made}` } },
    effective: { earliest: '2024-01-01', latest: '2024-01-31', phrase: 'January 2024' },
    recordedAt: '2024-02-01T00:00:00.000Z',
    enteredAt: null,
    actor: { id: 'a-1', role: 'hr-officer' },
    source: { kind: 'document', document: 'A/62/627', paragraph: '12' },
    reason: null,
    commandId: `c-${made}`,
    commandHash: 'a'.repeat(64),
    correlationId: `c-${made}`,
    causationId: null,
    precedes: [],
    retells: null,
    fact: null,
    ...told,
  };
}

/** That many different entries. */
export const entries = (count: number): NewEntry[] => times(count, () => entry());

/** Everything an iteration gives. */
export async function collect<T>(items: AsyncIterable<T>): Promise<T[]> {
  const all: T[] = [];
  for await (const item of items) all.push(item);
  return all;
}

export const times = <T>(count: number, make: (index: number) => T): T[] =>
  Array.from({ length: count }, (_, i) => make(i));

/** Numbers in [0, 1) that are the same for the same seed (mulberry32). */
export function seeded(seed: number): () => number {
  let state = seed;
  return () => {
    state = (state + 0x6d2b79f5) | 0;
    let t = Math.imul(state ^ (state >>> 15), 1 | state);
    t = (t + Math.imul(t ^ (t >>> 7), 61 | t)) ^ t;
    return ((t ^ (t >>> 14)) >>> 0) / 2 ** 32;
  };
}

const idsOf = (all: readonly Entry[]): string[] => all.map(({ eventId }) => eventId);

const placeOfLast = (stream: readonly Entry[]): Appended => {
  const { revision, position } = stream.at(-1)!;
  return { revision, position };
};

async function collectUntilCaughtUp(log: EventLog, after: number): Promise<Entry[]> {
  const heard: Entry[] = [];
  for await (const item of log.subscribeAll(after, new AbortController().signal)) {
    if ('caughtUp' in item) break;
    heard.push(item);
  }
  return heard;
}

/** Hears a log from a position to the entry `Ended`, dawdling now and then. */
async function listenUntilTheEnd(log: EventLog, after: number, random: () => number): Promise<Entry[]> {
  const heard: Entry[] = [];
  for await (const item of log.subscribeAll(after, new AbortController().signal)) {
    if ('caughtUp' in item) continue;
    heard.push(item);
    if (item.event.type === 'Ended') break;
    if (random() < 0.02) await turns(1 + Math.floor(random() * 5));
  }
  return heard;
}

async function writeAtRandom(log: EventLog, stream: string, count: number, random: () => number): Promise<void> {
  for (let revision = NO_STREAM; revision < count - 1;) {
    const batch = entries(Math.min(count - 1 - revision, 1 + Math.floor(random() * 4)));
    revision = (await log.append(stream, revision, batch)).revision;
    await turns(Math.floor(random() * 3));
  }
}

/** Lets the event loop go round some times. */
async function turns(count: number): Promise<void> {
  for (let i = 0; i < count; i++) await new Promise((resolve) => setImmediate(resolve));
}

function expectAscending(all: readonly Entry[]): void {
  const positions = all.map(({ position }) => position);
  expect(positions).toEqual([...new Set(positions)].sort((a, b) => a - b));
}

async function expectConflict(
  append: Promise<Appended>,
  stream: string,
  expected: number,
  actual: number,
): Promise<void> {
  const error = await append.then(() => null, (reason: unknown) => reason); // prettier-ignore
  expect(error).toBeInstanceOf(Conflict);
  expect(error).toMatchObject({ stream, expectedRevision: expected, actualRevision: actual });
}

async function expectRejected(append: Promise<Appended>, code: Rejected['code']): Promise<void> {
  const error = await append.then(() => null, (reason: unknown) => reason); // prettier-ignore
  expect(error).toBeInstanceOf(Rejected);
  expect(error).toMatchObject({ code });
}
