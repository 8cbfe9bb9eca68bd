import { execute, type PolicyMemory } from '@cadre/application';
import { FreezePost, post, VacatePost } from '@cadre/domain';
import { ALL_SHARES, everyShare, isRefusal, shareOf, Unavailable } from '@cadre/kernel';
import { fixedClock, spreadLog, telling } from '@cadre/kernel/testing';
import { openMemoryLog } from '@cadre/log';
import { establish, hand, reserve, Site, until } from '../support/policy-processes.js';

const THREE_STEPS = ['PostReserved', 'PostFilled', 'PostEncumbered'];

let site: Site;
beforeEach(() => {
  site = new Site();
});
afterEach(() => site.close());

describe('policies divided by share', () => {
  const ofPerson = shareOf('person-pat');
  const others = [...ALL_SHARES].filter((share) => share !== ofPerson);

  it('each projector reacts in its own shares only, and together they finish', async () => {
    const elsewhere = others.find((share) => share !== shareOf('post-p1'))!;
    const [one, two] = [hand(ofPerson), hand(elsewhere)];
    site.projector(one);
    site.projector(two);
    const api = site.apiNode();
    await establish(api, 'p1');
    expect(shareOf('post-p1')).not.toBe(ofPerson);
    const answering = reserve(api, 'pat', 'p1');
    await until(async () => (await site.typesOf('post-p1')).includes('PostFilled'));
    expect(await site.typesOf('person-pat')).toEqual(['PostReserved']); // nobody holds the share of the post
    two.hold(...others);
    const answer = await answering;
    expect((await site.entries()).map(({ event }) => event.type)).toEqual(['PostEstablished', ...THREE_STEPS]);
    expect(answer).toMatchObject({ settledPosition: (await site.log.head())!.position });
  });

  it('two that hold the same share for a while record nothing twice', async () => {
    site.projector();
    site.projector();
    site.projector(hand(ofPerson));
    const api = site.apiNode();
    for (let i = 0; i < 20; i++) {
      await establish(api, `p${i}`);
      await reserve(api, `person-${i}`, `p${i}`);
      const leave = new VacatePost(`p${i}`, { personId: `person-${i}`, cause: null }, telling({ on: '2008-01-14' }));
      expect(isRefusal(await execute(api, post, leave))).toBe(false);
    }
    const types = ['PostEstablished', ...THREE_STEPS, 'PostVacated', 'PostReleased'];
    expect(await site.counts()).toEqual(Object.fromEntries(types.map((type) => [type, 20])));
    expect(await site.memory.alarms()).toEqual([]);
  });

  it('shares that go round between projectors are reacted to once, and nothing is left out', async () => {
    const hands = [hand(...ALL_SHARES), hand(), hand()];
    for (const it of hands) site.projector(it);
    const api = site.apiNode();
    for (let i = 0; i < 30; i++) {
      await establish(api, `p${i}`);
      const answering = reserve(api, `person-${i}`, `p${i}`);
      for (const [place, it] of hands.entries())
        it.hold(...[...ALL_SHARES].filter((share) => (share + i) % 3 === place));
      expect(isRefusal(await answering)).toBe(false);
    }
    const types = ['PostEstablished', ...THREE_STEPS];
    expect(await site.counts()).toEqual(Object.fromEntries(types.map((type) => [type, 30])));
  });

  it('a share taken up late is read from where it stood, and what others did since is not done again', async () => {
    const late = hand();
    site.projector(hand(...others));
    const reactedTo: string[] = [];
    const memory: PolicyMemory = {
      ...site.memory,
      keep: async (step) => {
        reactedTo.push(...step.followed.map(({ because }) => because));
        await site.memory.keep(step);
      },
    };
    const second = site.projector(late, { memory });
    const api = site.apiNode(100);
    await establish(api, 'p1');
    await expect(reserve(api, 'pat', 'p1')).rejects.toThrow(Unavailable);
    expect(['post-p1', 'post-p3', 'person-kim'].map(shareOf)).not.toContain(ofPerson);
    await establish(api, 'p3');
    await reserve(site.apiNode(), 'kim', 'p3');
    late.hold(...ALL_SHARES);
    await second.runner.waitFor((await site.log.head())!.position);
    const idsOf = async (stream: string) => (await site.log.readStream(stream)).map(({ eventId }) => eventId);
    expect(reactedTo).toContain((await idsOf('person-pat'))[0]);
    expect(reactedTo).not.toContain((await idsOf('post-p3'))[1]);
    expect(await site.typesOf('post-p1')).toEqual(['PostEstablished', 'PostFilled']);
    expect(await site.typesOf('post-p3')).toEqual(['PostEstablished', 'PostFilled']);
  });

  it('a reaction that was recorded but not kept is told of when it is repeated', async () => {
    let dies = true;
    const dying: PolicyMemory = {
      ...site.memory,
      keep: async (step) => {
        if (dies && step.followed.length > 0) throw new Unavailable('killed before it was kept');
        await site.memory.keep(step);
      },
    };
    const killed = site.projector(everyShare, { memory: dying });
    const api = site.apiNode();
    await establish(api, 'p1');
    const answering = reserve(api, 'pat', 'p1');
    await until(async () => (await site.typesOf('post-p1')).includes('PostFilled'));
    await killed.stop();
    dies = false;
    site.projector();
    expect(await answering).toMatchObject({ settledPosition: (await site.log.head())!.position });
    expect(await site.typesOf('person-pat')).toEqual(['PostReserved', 'PostEncumbered']);
  });

  it('what follows is not known before what it follows from, though the clock of its machine is behind', async () => {
    site.projector(everyShare, { clock: fixedClock('2008-01-15T08:00:00.000Z') });
    const api = site.apiNode();
    await establish(api, 'p1');
    await reserve(api, 'pat', 'p1');
    const times = (await site.entries()).map(({ recordedAt }) => recordedAt);
    expect(times).toEqual(times.toSorted());
  });

  it('a checkpoint this log never had makes all shares start over', async () => {
    const first = site.projector();
    const api = site.apiNode();
    await establish(api, 'p1');
    await reserve(api, 'pat', 'p1');
    await first.stop();
    site.log = spreadLog(openMemoryLog()); // an older copy: it has the post, not what came after
    await establish(site.apiNode(), 'p1');
    const frozen = new FreezePost('p1', { authority: null }, telling({ on: '2008-01-01' }));
    expect(isRefusal(await execute(site.apiNode(), post, frozen))).toBe(false);
    await site.memory.keep({
      shares: [ofPerson],
      checkpoint: { position: 10 ** 12, eventId: 'of the other log' },
      alarms: [],
      followed: [],
    });
    const { runner } = site.projector();
    const { position } = (await site.log.head())!;
    await runner.waitFor(position);
    await until(async () => (await site.memory.checkpoints()).get(ofPerson)?.position === position);
    expect(runner.trouble()).toBeNull();
  });
});
