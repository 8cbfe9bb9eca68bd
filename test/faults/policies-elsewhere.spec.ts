import { execute, policies, PolicyReader } from '@cadre/application';
import { person, ReservePerson } from '@cadre/domain';
import { isRefusal, Unavailable } from '@cadre/kernel';
import { telling } from '@cadre/kernel/testing';
import { establish, reserve, Site, until, WAIT_MS } from '../support/policy-processes.js';

let site: Site;
beforeEach(() => {
  site = new Site();
});
afterEach(() => site.close());

describe('waiting for policies that run elsewhere', () => {
  it('a command is answered when all that follows from it stands, with the position of the last of it', async () => {
    site.projector();
    const api = site.apiNode();
    await establish(api, 'p1');
    const answer = await reserve(api, 'pat', 'p1');
    const last = (await site.entries()).at(-1)!;
    expect(last.event.type).toBe('PostEncumbered');
    expect(answer).toMatchObject({ settledPosition: last.position });
  });

  it('what no policy reacts to is not waited for', async () => {
    const answer = await establish(site.apiNode(), 'p1'); // nobody runs policies
    expect(answer).toMatchObject({ stream: 'post-p1', repeated: false });
  });

  it('what takes too long is unavailable; it stands all the same, and is answered when it is asked again', async () => {
    await establish(site.apiNode(), 'p1');
    const data = { postId: 'p1', share: 100, caseId: null, before: [] };
    const command = new ReservePerson('pat', data, telling({ on: '2008-01-10' }));
    await expect(execute(site.apiNode(50), person, command)).rejects.toThrow(Unavailable);
    site.projector();
    const last = (): Promise<number> => site.entries().then((all) => all.at(-1)!.position);
    const answer = await execute(site.apiNode(), person, command);
    expect(answer).toMatchObject({ repeated: true, settledPosition: await last() });
  });

  it('a memory that is away is unavailable at once', async () => {
    const away = { checkpoints: () => Promise.reject(new Unavailable('gone')), followed: async () => [] };
    const api = site.application(new PolicyReader(policies, away, 60_000));
    await establish(api, 'p1');
    await expect(reserve(api, 'pat', 'p1')).rejects.toThrow('gone');
  });

  it('many wait on one look at the memory', async () => {
    let looks = 0;
    const counted = {
      followed: (because: readonly string[]) => site.memory.followed(because),
      checkpoints: async () => {
        looks += 1;
        return site.memory.checkpoints();
      },
    };
    const api = site.application(new PolicyReader(policies, counted, WAIT_MS));
    const ids = Array.from({ length: 40 }, (_, i) => `${i}`);
    for (const id of ids) await establish(api, id);
    const answering = Promise.all(ids.map((id) => reserve(api, `person-${id}`, id)));
    await until(async () => looks >= 3);
    site.projector();
    expect((await answering).filter(isRefusal)).toEqual([]);
    expect(looks).toBeLessThan(ids.length);
  });

  it('everything up to a position is reacted to soon, also in shares where nothing happens', async () => {
    site.projector();
    await establish(site.apiNode(), 'p1');
    const { position } = (await site.log.head())!;
    await new PolicyReader(policies, site.memory, WAIT_MS).waitFor(position);
    expect([...(await site.memory.checkpoints()).values()].every((it) => it.position === position)).toBe(true);
  });
});
