import {
  type BlockAnswer,
  type EstablishmentAnswer,
  type HistoryAnswer,
  type Problem,
  type Receipt,
  type TableAnswer,
} from '@cadre/contract';
import { serveCadre, type ServedCadre } from '../support/serve-cadre.js';
import { type Desk, deskOf, exactly, NOT_REPORTED, rowOf, type Said, valuesOf } from './support.js';

/** What was believed at a moment about the day it fell on, whole. */
interface Belief {
  readonly validOn: string;
  readonly knownAt: string;
  readonly answers: readonly unknown[];
}

const ONE_CASE = 'desk-officer-one';

/** The steps build on one another: they are one story, told day by day. */
describe('From 152 approved posts to a person on duty', () => {
  let cadre: ServedCadre;
  let desk: Desk;
  /** The log position the tables are waited for. */
  let reached = 0;
  const beliefs: Belief[] = [];

  beforeAll(async () => {
    cadre = await serveCadre({ now: '2008-03-03T09:00:00.000Z' });
    desk = deskOf(cadre);
  });
  afterAll(() => cadre.stop());
  afterEach(async () => {
    const [validOn, knownAt] = [cadre.clock.now().slice(0, 10), cadre.clock.now()];
    beliefs.push({ validOn, knownAt, answers: await answersFor(validOn, knownAt) });
  });

  const on = (day: string): void => cadre.clock.moveTo(`${day}T09:00:00.000Z`);
  /** Tells something and waits for it and for as many entries as policies add. */
  const tell = async (path: string, said: Said = {}, added = 0): Promise<Receipt> => {
    const receipt = await desk.tell(path, said);
    reached = receipt.position + added;
    return receipt;
  };
  const table = (name: string, filters: Record<string, string> = {}): Promise<TableAnswer> =>
    desk.ask<TableAnswer>(name, { after: reached, ...filters });
  const surge = async (): Promise<BlockAnswer> => {
    const { blocks } = await desk.ask<EstablishmentAnswer>('establishment', { after: reached });
    return blocks.find(({ id }) => id === 'surge')!;
  };
  const stage = async (): Promise<unknown> => valuesOf((await table('recruitment')).rows[0])['stage'];
  const post = async (id: string): Promise<Record<string, unknown>> => valuesOf(rowOf(await table('posts'), id));
  const answersFor = async (validOn: string, knownAt: string): Promise<readonly unknown[]> => {
    const answers: unknown[] = [];
    for (const path of ['establishment', 'posts', 'recruitment', 'incumbency', 'units-tree', 'narrative']) {
      const { asOf: _asOf, ...answer } = await desk.ask<{ asOf: unknown }>(path, { validOn, knownAt, after: reached });
      answers.push(answer);
    }
    return answers;
  };

  it('152 posts are approved under an authority', async () => {
    await tell('units/logistics/establish', { name: 'Logistics', kind: 'department' });
    await tell('blocks/surge/approve', {
      name: 'Surge posts',
      count: 152,
      unitIds: ['logistics'],
      authority: { kind: 'resolution', reference: 'A/RES/61/279' },
      source: { document: 'A/RES/61/279', paragraph: '5' },
    });
    const block = await surge();
    expect(block).toMatchObject({ statuses: ['approved'], approved: exactly(152), onDuty: NOT_REPORTED });
    expect(block.approved.because).toMatchObject([{ document: 'A/RES/61/279', paragraph: '5' }]);
    expect(cells(block)).toEqual({ all: 152, single: 0 });
  });

  it('three of them are told apart, and each stands vacant', async () => {
    on('2008-03-04');
    for (const postId of ['desk-1', 'desk-2', 'desk-3']) {
      const said = { postId, title: 'Desk Officer', grade: 'P-4', unitId: 'logistics' };
      await tell('blocks/surge/identify', said, 1);
    }
    const block = await surge();
    expect(block.identified).toMatchObject(exactly(3));
    expect(block.approved).toMatchObject(exactly(152));
    expect(cells(block)).toEqual({ all: 152, single: 3 });
    expect(await table('posts', { block_id: 'surge', occupancy: 'vacant' })).toMatchObject({ count: exactly(3) });
  });

  it('recruitment for one of them is opened and advertised', async () => {
    on('2008-03-05');
    await tell(`cases/${ONE_CASE}/open`, { name: 'Desk Officer', postIds: ['desk-1'], blockId: 'surge', openings: 1 });
    expect(await stage()).toBe('opened');
    await tell(`cases/${ONE_CASE}/advertise`, { channel: 'Galaxy', closesOn: '2008-03-31' });
    expect(await stage()).toBe('advertised');
    const block = await surge();
    expect(block.advertised.atLeast).toBe(1);
    expect(block.selected.atLeast ?? 0).toBe(0);
    expect(cells(block).all).toBe(152);
  });

  it('a candidate is selected', async () => {
    on('2008-03-10');
    await tell(`cases/${ONE_CASE}/select`, { candidateId: 'pat', postId: 'desk-1' });
    expect(await stage()).toBe('selected');
    expect((await surge()).selected.atLeast).toBe(1);
    expect(await desk.refused(`cases/${ONE_CASE}/select`, { candidateId: 'kim' })).toMatchObject({
      code: 'OPENINGS_TAKEN',
      detail: expect.stringContaining('pat') as unknown,
    });
  });

  it('and withdraws: nobody is selected any more', async () => {
    on('2008-03-12');
    await tell(`cases/${ONE_CASE}/withdraw`, { candidateId: 'pat' });
    expect(await stage()).toBe('withdrawn');
    const block = await surge();
    expect(block.selected.atLeast ?? 0).toBe(0);
    expect(cells(block).all).toBe(152);
  });

  it('another one is selected and announced', async () => {
    on('2008-03-14');
    await tell(`cases/${ONE_CASE}/select`, { candidateId: 'kim', postId: 'desk-1' });
    await tell(`cases/${ONE_CASE}/announce`, { candidateId: 'kim' });
    expect(await stage()).toBe('announced');
    expect((await surge()).selected.atLeast).toBe(1);
    expect((await surge()).onDuty.atLeast ?? 0).toBe(0);
  });

  it('and reports for duty: the post is filled, the person holds it, the case has come to its end', async () => {
    on('2008-03-20');
    await tell('posts/desk-1/fill', { personId: 'kim', caseId: ONE_CASE }, 2);
    expect(await post('desk-1')).toMatchObject({ occupancy: 'filled', person_ids: ['kim'], case_ids: [ONE_CASE] });
    expect(await stage()).toBe('reported');
    const held = await table('incumbency', { person_id: 'kim' });
    expect(held.count).toMatchObject(exactly(1));
    expect(valuesOf(held.rows[0])).toMatchObject({ post_id: 'desk-1', status: 'incumbent', share: 100 });
    const block = await surge();
    expect(block.onDuty.atLeast).toBe(1);
    expect(block.approved).toMatchObject(exactly(152));
    expect(cells(block)).toEqual({ all: 152, single: 3 });
  });

  it('one person does not hold two posts full time', async () => {
    on('2008-03-21');
    const refusal = await desk.refused('posts/desk-2/fill', { personId: 'kim' });
    expect(refusal).toMatchObject({
      status: 409,
      code: 'PERSON_HOLDS_ANOTHER_POST',
      detail: expect.stringContaining('desk-1') as unknown,
      details: { posts: [{ postId: 'desk-1', share: 100 }] },
    });
    expect(await post('desk-2')).toMatchObject({ occupancy: 'vacant' });
  });

  it('who looked at an old revision is shown what changed since', async () => {
    on('2008-03-24');
    const { revision } = await desk.tell('posts/desk-3/reassign', { toTitle: 'Senior Desk Officer' });
    const refusal = await desk.refused('posts/desk-3/reclassify', { to: 'P-5', expectedRevision: revision - 1 });
    expect(refusal).toMatchObject({
      status: 409,
      code: 'STALE_WRITE',
      pointer: '/expectedRevision',
      details: {
        actualRevision: revision,
        since: [{ revision, type: 'PostReassigned', data: { toTitle: 'Senior Desk Officer' }, actor: { id: 'clerk' } }],
      },
    });
    await tell('posts/desk-3/reclassify', { to: 'P-5', expectedRevision: revision });
    expect(await post('desk-3')).toMatchObject({ grade: 'P-5', title: 'Senior Desk Officer' });
  });

  it('a command sent again is answered as the first time, and its id takes no other content', async () => {
    on('2008-03-25');
    const body = desk.body({ when: '2008-03-25', personId: 'lee' });
    const first = await desk.send('posts/desk-2/fill', body);
    expect(first).toMatchObject({ status: 201, body: { repeated: false } });
    const { repeated: _repeated, ...receipt } = first.body as Receipt;
    reached = receipt.position + 1;
    on('2008-03-26');
    const again = await desk.send('posts/desk-2/fill', body);
    expect(again).toMatchObject({ status: 200, body: { ...receipt, repeated: true } });
    expect(await desk.send('posts/desk-2/fill', { ...body, share: 50 })).toMatchObject({
      status: 422,
      body: { code: 'COMMAND_ID_REUSED', pointer: '/commandId' },
    });
    expect((await historyOf('person-lee')).entries).toHaveLength(2);
    expect((await historyOf('post-desk-2')).entries).toHaveLength(2);
  });

  it('a step told too late says what it can have come before, and then is taken', async () => {
    on('2008-03-27');
    const accepts = { candidateId: 'kim', when: { phrase: 'March 2008' } };
    const refusal = await desk.refused(`cases/${ONE_CASE}/accept`, accepts);
    expect(refusal.code).toBe('CANDIDATE_ALREADY_REPORTED');
    const { entries } = await historyOf(`case-${ONE_CASE}`);
    const reported = entries.find(({ type }) => type === 'CandidateReported')!.eventId;
    expect(refusal.details['couldPrecede']).toContain(reported);
    await tell(`cases/${ONE_CASE}/accept`, { ...accepts, precedes: [reported] });
    expect(await stage()).toBe('reported');
    const { order, entries: all } = await historyOf(`case-${ONE_CASE}`);
    const types = order.map((id) => all.find(({ eventId }) => eventId === id)!.type);
    expect(types.slice(-2)).toEqual(['OfferAccepted', 'CandidateReported']);
  });

  it('a back-dated fact that a later one cannot stand beside is refused, then told with that one corrected', async () => {
    on('2008-03-28');
    const freeze = { when: '2008-03-22', authority: { kind: 'memo', reference: 'Memo of 22 March 2008' } };
    const refusal: Problem = await desk.refused('posts/desk-2/freeze', freeze);
    const filling = (await historyOf('post-desk-2')).entries.find(({ type }) => type === 'PostFilled')!;
    expect(refusal).toMatchObject({
      status: 409,
      code: 'CONTRADICTS_LATER_FACT',
      details: {
        contradicted: [
          {
            eventId: filling.eventId,
            type: 'PostFilled',
            because: 'POST_FROZEN',
            recordedBy: { id: 'clerk' },
            source: { kind: 'local-knowledge', who: 'the staffing desk' },
          },
        ],
      },
    });
    const reportedEarlier = {
      event: { type: 'PostFilled', data: filling.data },
      effective: { on: '2008-03-20' },
      source: { document: 'Reporting form', paragraph: '1' },
    };
    const reason = 'The reporting form shows 20 March.';
    await tell('posts/desk-2/freeze', {
      ...freeze,
      reason,
      corrections: [{ eventId: filling.eventId, reason, retelling: reportedEarlier }],
    });
    expect(await post('desk-2')).toMatchObject({
      standing: 'frozen',
      occupancy: 'filled',
      filled_earliest: '2008-03-20',
      person_ids: ['lee'],
    });
  });

  it('the history shows it all, what was taken back as well', async () => {
    const { entries, order } = await historyOf('post-desk-2');
    expect(entries.map(({ type }) => type)).toEqual([
      'PostEstablished',
      'PostFilled',
      'EntryRetracted',
      'PostFilled',
      'PostFrozen',
    ]);
    const [, first, retraction, retold, frozen] = entries;
    expect(first).toMatchObject({ retractedBy: retraction!.eventId, tightened: null });
    expect(retraction).toMatchObject({ reason: 'The reporting form shows 20 March.' });
    expect(retold).toMatchObject({ retells: first!.eventId, document: 'Reporting form', retractedBy: null });
    expect(order).toEqual([entries[0]!.eventId, retold!.eventId, frozen!.eventId]);
  });

  it('what was believed at every earlier moment is believed of it still', async () => {
    expect(beliefs.length).toBeGreaterThan(10);
    for (const { validOn, knownAt, answers } of beliefs) {
      expect({ knownAt, answers: await answersFor(validOn, knownAt) }).toEqual({ knownAt, answers });
    }
  });

  function historyOf(stream: string): Promise<HistoryAnswer> {
    return desk.ask<HistoryAnswer>(`history/${stream}`, { after: reached });
  }
});

/** How many cells a block's grid has, and how many of them stand for one identified post. */
function cells({ cells: runs }: BlockAnswer): { all: number; single: number } {
  return {
    all: runs.reduce((sum, { count }) => sum + count, 0),
    single: runs.filter(({ postId }) => postId !== null).length,
  };
}
