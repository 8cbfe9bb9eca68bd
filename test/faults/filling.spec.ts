import {
  type Answer,
  type Application,
  ApplicationModule,
  policies,
  PolicyRunner,
  turnsOfOneProcess,
} from '@cadre/application';
import {
  codec,
  EstablishPost,
  FillPost,
  FreezePost,
  person,
  type PersonEvent,
  post,
  type PostEvent,
  VacatePost,
} from '@cadre/domain';
import {
  type Command,
  type DomainEvent,
  type EventLog,
  everyShare,
  type Fold,
  isRefusal,
  possibleStates,
  readTyped,
  run,
} from '@cadre/kernel';
import { fixedClock, spreadLog, telling } from '@cadre/kernel/testing';
import { openSqliteLog } from '@cadre/log';
import { openPolicyMemory } from '@cadre/read-models';
import { CommandBus } from '@nestjs/cqrs';
import { Test } from '@nestjs/testing';
import { mkdtempSync, readdirSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { setTimeout as pause } from 'node:timers/promises';
import { dyingAfter } from '../support/dying-log.js';
import { planner } from '../support/planner.js';

const clock = fixedClock('2008-01-15T09:00:00.000Z');
const now = { validOn: '2008-01-15', knownAt: '2008-12-31T00:00:00.000Z' };
const fill = (commandId: string, personId = 'pat'): FillPost =>
  new FillPost('p1', { personId, share: 100, caseId: null }, telling({ commandId, on: '2008-01-10' }));

const whole = (log: EventLog): EventLog => log;

let folder: string;
let positions: (log: EventLog) => EventLog;
beforeEach(() => (folder = mkdtempSync(join(tmpdir(), 'cadre-filling-'))));
afterEach(() => rmSync(folder, { recursive: true, force: true }));

/** One life of the process: the command side with its policies, on a log that may die under it. */
async function life<T>(
  wrap: (log: EventLog) => EventLog,
  act: (send: (command: Command) => Promise<Answer>, application: Application) => Promise<T>,
): Promise<T> {
  const real = openSqliteLog({ folder });
  const memory = openPolicyMemory(folder);
  const runner = new PolicyRunner(policies, memory, everyShare, 500);
  const surroundings = { livePosts: () => Promise.resolve(0), childUnits: () => Promise.resolve(0) };
  const environment = { log: wrap(positions(real)), clock, codec };
  const application = { environment, surroundings, policies: runner, turns: turnsOfOneProcess() };
  const module = await Test.createTestingModule({ imports: [ApplicationModule.with(application)] }).compile();
  await module.init();
  const stop = new AbortController();
  const following = runner.follow(application, stop.signal);
  try {
    return await act((command) => module.get(CommandBus).execute(command), application);
  } finally {
    stop.abort();
    await following;
    await module.close();
    await real.close();
    await memory.close();
  }
}

/** Policies look twice at a log that is not the one they reacted to, and at an empty one as long as it is empty. */
async function startedOver({ environment, policies: progress }: Application): Promise<void> {
  const { position } = (await environment.log.head())!;
  for (const deadline = Date.now() + 10_000; ; await pause(20)) {
    const failed: unknown = await progress.waitFor(position).catch((error: unknown) => error);
    if (failed === undefined) return;
    if (Date.now() > deadline) throw failed;
  }
}

async function stateOf<State, E extends DomainEvent>(
  application: Application,
  fold: Fold<State, E>,
  stream: string,
): Promise<State> {
  const entries = await readTyped<E>(application.environment, stream);
  return possibleStates(fold, entries, now).at(-1)!;
}

async function settled(
  application: Application,
): Promise<{ holders: readonly (string | null)[]; engaged: number; reserved: number }> {
  const head = await application.environment.log.head();
  await application.policies.waitFor(head!.position);
  const last = await application.environment.log.head();
  if (last!.position > head!.position) return settled(application);
  const { incumbents } = await stateOf<typeof post.initial, PostEvent>(application, post, 'post-p1');
  const entries = await readTyped<PersonEvent>(application.environment, 'person-pat');
  const { held } = await stateOf<typeof person.initial, PersonEvent>(application, person, 'person-pat');
  return {
    holders: (incumbents ?? []).map(({ personId }) => personId),
    engaged: held.length,
    reserved: entries.filter(({ event }) => event.type === 'PostReserved').length,
  };
}

describe.each([
  ['positions one after the other', whole],
  ['gaps between positions', spreadLog],
])('filling a post takes three steps on two streams of a log with %s', (_, arranged) => {
  beforeEach(() => (positions = arranged));

  it('reserves the person, fills the post and confirms, and answers a repeat as the first time', async () => {
    await life(whole, async (send, application) => {
      await send(new EstablishPost('p1', planner, telling({ on: '2007-07-01' })));
      const first = await send(fill('filling-1'));
      const again = await send(fill('filling-1'));
      expect(isRefusal(first)).toBe(false);
      expect(again).toEqual({ ...first, repeated: true });
      expect(await settled(application)).toEqual({ holders: ['pat'], engaged: 1, reserved: 1 });
    });
  });

  it.each([1, 2, 3])('a crash after append %i of three is finished by the policies of the next life', async (step) => {
    await life(whole, (send) => send(new EstablishPost('p1', planner, telling({ on: '2007-07-01' }))));
    await life(
      (log) => dyingAfter(log, step),
      async (send) => {
        await send(fill('filling-2')).catch(() => 'died');
      },
    );
    await life(whole, async (send, application) => {
      expect(await settled(application)).toEqual({ holders: ['pat'], engaged: 1, reserved: 1 });
      const repeat = await send(fill('filling-2'));
      expect(repeat).toMatchObject({ stream: 'post-p1', repeated: true });
    });
  });

  it('a reservation left by a crash is released when the post has been frozen since', async () => {
    await life(whole, (send) => send(new EstablishPost('p1', planner, telling({ on: '2007-07-01' }))));
    await life(
      (log) => dyingAfter(log, 1),
      async (send) => {
        await send(fill('filling-3')).catch(() => 'died');
      },
    );
    const frozen = new FreezePost('p1', { authority: null }, telling({ on: '2007-08-01' }));
    const log = openSqliteLog({ folder });
    expect(isRefusal(await run({ log, clock, codec }, post, frozen))).toBe(false);
    await log.close();
    await life(whole, async (send, application) => {
      expect(await settled(application)).toEqual({ holders: [], engaged: 0, reserved: 1 });
      expect(await send(fill('filling-3'))).toMatchObject({ refused: true, code: 'POST_FROZEN' });
    });
  });

  it('a refused filling leaves no reservation behind', async () => {
    await life(whole, async (send, application) => {
      expect(await send(fill('filling-4'))).toMatchObject({ code: 'POST_NOT_APPROVED' });
      expect(await readTyped(application.environment, 'person-pat')).toEqual([]);
    });
  });

  it('one of two rivals gets the post, and the other is free again', async () => {
    await life(whole, async (send, application) => {
      await send(new EstablishPost('p1', planner, telling({ on: '2007-07-01' })));
      const answers = await Promise.all([send(fill('filling-5', 'pat')), send(fill('filling-6', 'kim'))]);
      expect(answers.filter(isRefusal)).toHaveLength(1);
      const { holders, engaged } = await settled(application);
      expect(holders).toHaveLength(1);
      expect(engaged).toBe(holders[0] === 'pat' ? 1 : 0);
    });
  });

  it('policies ahead of a log that an older copy was put back for start over', async () => {
    await life(whole, async (send) => {
      await send(new EstablishPost('p1', planner, telling({ on: '2007-07-01' })));
      await send(fill('filling-8'));
    });
    for (const name of readdirSync(folder)) if (name.startsWith('log.sqlite')) rmSync(join(folder, name));
    await life(whole, async (send, application) => {
      await send(new EstablishPost('p1', planner, telling({ on: '2007-07-01' })));
      await startedOver(application);
      expect(await send(fill('filling-9'))).toMatchObject({ stream: 'post-p1' });
      expect(await settled(application)).toEqual({ holders: ['pat'], engaged: 1, reserved: 1 });
    });
  });

  it('leaving the post sets the person free for another', async () => {
    await life(whole, async (send, application) => {
      await send(new EstablishPost('p1', planner, telling({ on: '2007-07-01' })));
      await send(fill('filling-7'));
      await send(new VacatePost('p1', { personId: 'pat', cause: null }, telling({ on: '2008-01-14' })));
      expect(await settled(application)).toEqual({ holders: [], engaged: 0, reserved: 1 });
    });
  });
});
