import { type PolicyMemory } from '@cadre/application';
import { ALL_SHARES, type EventLog, shareOf, Unavailable } from '@cadre/kernel';
import { spreadLog } from '@cadre/kernel/testing';
import { openMemoryLog } from '@cadre/log';
import { establish, reserve, Site, until } from '../support/policy-processes.js';

const alarm = { policy: 'overfull', eventId: 'e1', stream: 'post-p1', position: 1, sentence: 'Two hold it.' };

let site: Site;
beforeEach(() => {
  site = new Site();
});
afterEach(() => site.close());

const kept = async (): Promise<ReadonlySet<number>> =>
  new Set([...(await site.memory.checkpoints()).values()].map(({ position }) => position));

/** The memory knows of entries that a log never had, or has no more. */
const reactedToMore = (): Promise<void> =>
  site.memory.keep({
    shares: [...ALL_SHARES],
    checkpoint: { position: 10 ** 12, eventId: 'lost' },
    alarms: [alarm],
    followed: [],
  });

describe('policies whose memory or log is away', () => {
  it('how far they have read is kept once the memory is back, though nothing more is recorded', async () => {
    let isAway = false;
    const memory: PolicyMemory = {
      checkpoints: () => site.memory.checkpoints(),
      followed: (because) => site.memory.followed(because),
      forget: () => site.memory.forget(),
      keep: (step) => (isAway ? Promise.reject(new Unavailable('the memory is away')) : site.memory.keep(step)),
    };
    const { runner } = site.projector(undefined, { memory });
    await establish(site.apiNode(), 'p1');
    const first = (await site.log.head())!.position;
    await until(async () => (await kept()).has(first));

    isAway = true;
    await establish(site.apiNode(), 'p2');
    const last = (await site.log.head())!.position;
    await runner.waitFor(last);
    await until(async () => runner.trouble() === 'the memory is away');
    expect([...(await kept())]).toEqual([first]);
    isAway = false;
    await until(async () => (await kept()).has(last) && (await kept()).size === 1);
    await until(async () => runner.trouble() === null);
  });

  it('an empty log is not the one they reacted to: they wait for somebody to look, and forget nothing', async () => {
    await reactedToMore();
    const { runner } = site.projector();
    await until(async () => runner.trouble() !== null);
    expect(runner.trouble()).toMatch(/^the log is empty, but policies have reacted to entries of one/);
    expect([...(await kept())]).toEqual([10 ** 12]);
  });

  it('with an older copy of the log they start over, and what somebody has to look at stays', async () => {
    await reactedToMore();
    site.log = spreadLog(openMemoryLog());
    await establish(site.apiNode(), 'p1');
    await reserve(site.apiNode(0), 'pat', 'p1').catch(() => undefined); // nobody runs policies yet
    site.projector();
    await until(async () => (await site.typesOf('person-pat')).includes('PostEncumbered'));
    expect(await site.memory.alarms()).toEqual([alarm]);
  });

  it('one look that finds nothing is not believed: it may be the first of a server that has just started', async () => {
    await establish(site.apiNode(), 'p1');
    const { position, eventId } = (await site.entries()).at(-1)!;
    await site.memory.keep({ shares: [...ALL_SHARES], checkpoint: { position, eventId }, alarms: [], followed: [] });
    await site.memory.keep({
      shares: [shareOf('post-p1')],
      checkpoint: { position, eventId },
      alarms: [],
      followed: [{ because: 'before', eventId, stream: 'post-p1', type: 'PostEstablished', position }],
    });
    let looks = 0;
    const { log } = site;
    site.log = startingLog(log, () => (looks += 1) === 1);
    await establish(site.apiNode(), 'p2');
    await site.projector().runner.waitFor((await log.head())!.position);
    expect(looks).toBeGreaterThan(1);
    expect(await site.memory.followed(['before'])).toHaveLength(1);
  });
});

/** A log that does not find an entry as long as it is told so. */
function startingLog(log: EventLog, isStarting: () => boolean): EventLog {
  return {
    append: (...appended) => log.append(...appended),
    readStream: (stream) => log.readStream(stream),
    readAll: (after) => log.readAll(after),
    head: () => log.head(),
    subscribeAll: (after, signal) => log.subscribeAll(after, signal),
    entryAt: async (position) => (isStarting() ? null : log.entryAt(position)),
    close: () => log.close(),
  };
}
