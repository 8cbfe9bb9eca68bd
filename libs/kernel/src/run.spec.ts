import { RecordEvents, type Telling } from './decider.js';
import { type Environment } from './deciding.js';
import { type Entry } from './entry.js';
import { Unavailable } from './event-log.js';
import { isRefusal, type Refusal } from './refusal.js';
import { type Outcome, run } from './run.js';
import { desk, deskCodec, type DeskEvent, left, moved, taken, TakeDesk } from './testing/desk.js';
import { fixedClock, MemoryLog, telling, type WhenTold } from './testing/index.js';
import { possibleStates } from './time/as-of.js';

type More = WhenTold & Partial<Telling>;
const take = (by: string, more: More = {}, id = '1') => new TakeDesk(id, { by }, telling(more));
const record = (events: readonly DeskEvent[], more: More = {}) => new RecordEvents('1', { events }, telling(more));
const setUp = () => ({ log: new MemoryLog(), clock: fixedClock(), codec: deskCodec });
const send = (environment: Environment, command: TakeDesk | RecordEvents) => run(environment, desk, command);

async function accepted(answer: Promise<Outcome | Refusal>): Promise<Outcome> {
  const outcome = await answer;
  if (isRefusal(outcome)) throw new Error(outcome.sentence);
  return outcome;
}

async function refused(answer: Promise<Outcome | Refusal>): Promise<Refusal> {
  const refusal = await answer;
  if (!isRefusal(refusal)) throw new Error('accepted');
  return refusal;
}

describe('what is recorded', () => {
  it('carries both clocks, who, on what ground and under which command', async () => {
    const environment = setUp();
    const outcome = await accepted(send(environment, take('pat', { commandId: 'c', on: '2007-07-01', fact: 'A01' })));
    expect(outcome).toMatchObject({ stream: 'desk-1', revision: 0, position: 1, repeated: false, warnings: [] });
    expect(environment.log.entries).toEqual([
      {
        stream: 'desk-1',
        revision: 0,
        position: 1,
        eventId: outcome.eventIds[0],
        schemaVersion: 1,
        event: taken('pat'),
        effective: { earliest: '2007-07-01', latest: '2007-07-01', phrase: null },
        recordedAt: '2008-01-15T09:00:00.000Z',
        enteredAt: null,
        actor: { id: 'officer-1', role: 'hr-officer' },
        source: { kind: 'document', document: 'TEST/1', paragraph: '1' },
        reason: null,
        commandId: 'c',
        commandHash: expect.stringMatching(/^[0-9a-f]{64}$/),
        correlationId: 'c',
        causationId: null,
        precedes: [],
        retells: null,
        fact: 'A01',
      },
    ]);
  });
  it('from a document older than the log counts as known on the document’s date', async () => {
    const environment = setUp();
    await send(environment, take('pat', { on: '2007-07-01', carriedOverFrom: '2007-12-31' }));
    const [entry] = environment.log.entries;
    expect(entry).toMatchObject({ recordedAt: '2007-12-31T00:00:00.000Z', enteredAt: '2008-01-15T09:00:00.000Z' });
  });
  it('from an old document counts as known now, once something later stands in the log', async () => {
    const environment = setUp();
    await send(environment, take('pat', {}, '2'));
    await send(environment, take('pat', { on: '2007-07-01', carriedOverFrom: '2007-12-31' }));
    expect(environment.log.entries[1]).toMatchObject({ recordedAt: '2008-01-15T09:00:00.000Z', enteredAt: null });
  });
  it('is not from a document of the future, or of no day', async () => {
    const environment = setUp();
    const future = await refused(send(environment, take('pat', { carriedOverFrom: '2008-01-16' })));
    const never = await refused(send(environment, take('pat', { carriedOverFrom: 'soon' })));
    expect([future.code, never.code]).toEqual(['DOCUMENT_FROM_THE_FUTURE', 'DATE_NOT_READABLE']);
  });
  it('fits its schema', async () => {
    const broken = { type: 'DeskMoved', data: { broken: true } } as unknown as DeskEvent;
    expect(await refused(send(setUp(), record([broken])))).toMatchObject({ code: 'SHAPE' });
  });
  it('is never changed: a correction shows only from its own moment on', async () => {
    const environment = setUp();
    const { eventIds } = await accepted(send(environment, take('pat', { on: '2007-07-01' })));
    environment.clock.moveTo('2008-02-01T09:00:00.000Z');
    const corrections = [{ eventId: eventIds[0]!, reason: 'wrong desk', retelling: null }];
    await accepted(send(environment, record([], { corrections })));
    const entries = environment.log.entries as Entry<DeskEvent>[];
    const states = (knownAt: string) => possibleStates(desk, entries, { validOn: '2008-01-01', knownAt });
    expect(states('2008-01-14T23:59:59.999Z')).toEqual([null]);
    expect(states('2008-02-01T08:59:59.999Z')).toEqual(['pat']);
    expect(states('2008-02-01T09:00:00.000Z')).toEqual([null]);
  });
});

describe('a command sent again', () => {
  it('is answered as the first time, even when the stream has moved on', async () => {
    const environment = setUp();
    const command = take('a stranger', { on: '2007-07-01', expectedRevision: -1 });
    const first = await accepted(send(environment, command));
    await accepted(send(environment, record([left], { on: '2007-08-01' })));
    expect(await send(environment, command)).toEqual({ ...first, repeated: true });
    expect(first.warnings).toHaveLength(1);
    expect(environment.log.entries).toHaveLength(2);
  });
  it('at the same moment has one effect', async () => {
    const environment = setUp();
    const command = take('pat');
    const [one, other] = await Promise.all([send(environment, command), send(environment, command)]);
    expect((one as Outcome).eventIds).toEqual((other as Outcome).eventIds);
    expect(environment.log.entries).toHaveLength(1);
  });
  it('under the same id with other content is refused', async () => {
    const environment = setUp();
    await send(environment, take('pat', { commandId: 'c' }));
    expect(await send(environment, take('kim', { commandId: 'c' }))).toMatchObject({ code: 'COMMAND_ID_REUSED' });
    expect(await send(environment, take('pat', { commandId: 'c', on: '2008-01-01' }))).toMatchObject({
      code: 'COMMAND_ID_REUSED',
      pointer: '/commandId',
    });
  });
  it('under the same id to another thing is refused', async () => {
    const environment = setUp();
    await send(environment, take('pat', { commandId: 'c' }));
    expect(await send(environment, take('pat', { commandId: 'c' }, '2'))).toMatchObject({ code: 'COMMAND_ID_REUSED' });
  });
  it('at the same moment with other content is refused, not answered for the other', async () => {
    const environment = setUp();
    const answers = await Promise.all([
      send(environment, take('pat', { commandId: 'c' })),
      send(environment, take('kim', { commandId: 'c' })),
    ]);
    expect(answers.map((answer) => isRefusal(answer) && answer.code)).toEqual([false, 'COMMAND_ID_REUSED']);
  });
});

describe('someone wrote first', () => {
  it('a command on a revision that has passed is refused with the difference', async () => {
    const environment = setUp();
    await send(environment, take('pat', { on: '2007-07-01' }));
    await send(environment, record([moved(3)], { on: '2007-08-01' }));
    const answer = await refused(send(environment, record([left], { expectedRevision: 0 })));
    expect(answer).toMatchObject({
      code: 'STALE_WRITE',
      pointer: '/expectedRevision',
      details: {
        expectedRevision: 0,
        actualRevision: 1,
        since: [{ revision: 1, type: 'DeskMoved', data: { floor: 3 } }],
      },
    });
    expect(isRefusal(await send(environment, record([left], { expectedRevision: 1 })))).toBe(false);
  });
  it('a command on a revision nobody has written yet is told so', async () => {
    const environment = setUp();
    const ahead = async () => (await refused(send(environment, take('pat', { expectedRevision: 7 })))).sentence;
    expect(await ahead()).toMatch(/^You say you looked at revision 7, but the record has no entries yet;/);
    await send(environment, take('kim', { on: '2007-07-01' }));
    expect(await ahead()).toContain('only reaches revision 0;');
  });
  it('between reading and appending: the command is decided anew on the longer history', async () => {
    const environment = racing([take('kim', { on: '2007-07-01' })]);
    expect(await refused(send(environment, take('pat', { on: '2007-08-01' })))).toMatchObject({ code: 'DESK_TAKEN' });
    const again = racing([record([taken('kim'), left], { on: '2007-07-01' })]);
    expect(await accepted(send(again, take('pat', { on: '2007-08-01' })))).toMatchObject({ revision: 2 });
  });
  it('again and again: after a bounded number of times the difference is shown', async () => {
    const noise = Array.from({ length: 100 }, () => record([taken('kim'), left], { on: '2007-07-01' }));
    const environment = racing(noise);
    expect(await refused(send(environment, take('pat', { on: '2007-08-01' })))).toMatchObject({ code: 'STALE_WRITE' });
    expect(noise).toHaveLength(92);
  });
});

describe('a dry run', () => {
  it('answers like the command and records nothing', async () => {
    const environment = setUp();
    const command = take('a stranger');
    const dry = await run(environment, desk, command, { dryRun: true });
    expect(environment.log.entries).toHaveLength(0);
    expect(await send(environment, command)).toEqual(dry);
  });
});

describe('faults', () => {
  it('a log out of reach is no answer', async () => {
    const environment = setUp();
    environment.log.append = () => Promise.reject(new Unavailable('no disk'));
    await expect(send(environment, take('pat'))).rejects.toThrow(Unavailable);
  });
  it('a stream with an entry that fits no schema takes no commands', async () => {
    const environment = setUp();
    await send(environment, take('pat'));
    environment.log.entries[0] = {
      ...environment.log.entries[0]!,
      event: { type: 'DeskTaken', data: { broken: true } },
    };
    await expect(send(environment, record([left]))).rejects.toThrow(/of desk-1 is unreadable/);
  });
});

/** A log where, as long as there are any, one of the others' commands gets in just before each append. */
function racing(others: RecordEvents[] | TakeDesk[]): Environment {
  const environment = setUp();
  const append = environment.log.append.bind(environment.log);
  let inside = false;
  environment.log.append = async (...entries) => {
    const other = inside ? undefined : others.pop();
    if (other) {
      inside = true;
      await accepted(send(environment, other));
      inside = false;
    }
    return append(...entries);
  };
  return environment;
}
