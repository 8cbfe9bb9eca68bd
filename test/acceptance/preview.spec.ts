import {
  type CountChange,
  type EstablishmentAnswer,
  type MovesAnswer,
  type PreviewAnswer,
  type Problem,
  type Receipt,
  type TableAnswer,
} from '@cadre/contract';
import { serveCadre, type ServedCadre } from '../support/serve-cadre.js';
import { between, type Desk, deskOf, exactly, NOT_REPORTED, rowOf, type Said, valuesOf } from './support.js';

let cadre: ServedCadre;
let desk: Desk;

beforeEach(async () => {
  cadre = await serveCadre({ now: '2008-09-01T09:00:00.000Z' });
  desk = deskOf(cadre);
});
afterEach(() => cadre.stop());

const VALID_ON = '2008-08-31';

/** What a command is answered, and would change on the last day of August. */
async function preview(path: string, said: Said): Promise<Receipt & { preview: PreviewAnswer }> {
  const { status, body } = await desk.send(`${path}?preview=true&validOn=${VALID_ON}`, desk.body(said));
  if (status !== 200) throw new Error(`${path} answered ${status}: ${JSON.stringify(body)}`);
  return body as Receipt & { preview: PreviewAnswer };
}

const block = { name: 'Additional posts', group: null, grade: null, unitIds: [], breakdown: [] };
const authority = { kind: 'resolution', reference: 'A/RES/62/1' };
const approve = (id: string, count: number) =>
  desk.tell(`blocks/${id}/approve`, { when: '2008-01-01', ...block, count, authority });
const identify = { when: '2008-02-01', title: 'Planner', grade: 'P-4', unitId: null, number: null };
const establish = (id: string) =>
  desk.tell(`posts/${id}/establish`, { when: '2008-01-01', title: 'Planner', occupancy: 'vacant' });

/** A number that changes, found by the way to it. */
function change({ counts }: PreviewAnswer, where: string, ...way: readonly string[]): CountChange | undefined {
  return counts.find(
    (it) => it.where === where && it.label.map(({ name, key }) => key ?? name).join('/') === way.join('/'),
  );
}

describe('before a command is sent', () => {
  it('all three steps of filling a post and the numbers they change are shown, and come true', async () => {
    const { settledPosition } = await establish('planner');
    const said = { when: '2008-07-10', personId: 'pat', commandId: 'fill-planner-1' };
    const tried = await preview('posts/planner/fill', said);
    expect(tried.preview.entries.map(({ stream, type }) => `${stream} ${type}`)).toEqual([
      'person-pat PostReserved',
      'post-planner PostFilled',
      'person-pat PostEncumbered',
    ]);
    expect(tried.preview.entries[2]!.becauseOf).toBe(tried.preview.entries[1]!.eventId);
    expect(change(tried.preview, 'posts', 'filled')).toMatchObject({ before: exactly(0), after: exactly(1) });
    expect(change(tried.preview, 'staffing', 'vacant', 'count')).toMatchObject({
      before: exactly(1),
      after: exactly(0),
    });
    expect(change(tried.preview, 'incumbency', 'count')).toMatchObject({ before: NOT_REPORTED, after: exactly(1) });
    const row = tried.preview.rows.find(({ table }) => table === 'posts')!;
    expect(row.columns).toContain('occupancy');
    const standing = await desk.ask<TableAnswer>('posts', { validOn: VALID_ON, after: settledPosition });
    expect(valuesOf(rowOf(standing, 'planner'))).toMatchObject({ occupancy: 'vacant' });

    const receipt = await desk.tell('posts/planner/fill', said);
    expect(receipt.eventIds).toEqual(tried.eventIds);
    const after = await desk.ask<TableAnswer>('posts', { validOn: VALID_ON, after: receipt.settledPosition });
    expect(valuesOf(rowOf(after, 'planner'))).toEqual(row.after[0]!.values);
  });

  it('an uncertain number is shown as uncertain', async () => {
    await approve('more', 3);
    const open = { earliest: '2008-08-15', latest: '2008-09-01', phrase: 'by the end of August' };
    const { preview: seen } = await preview('blocks/more/report-progress', { when: open, stage: 'on duty', count: 2 });
    const changed = change(seen, 'establishment', 'block-more', 'onDuty');
    expect(changed).toMatchObject({ before: NOT_REPORTED, after: between(0, 2) });
    expect(changed!.label[0]).toMatchObject({ name: 'blocks', title: 'Additional posts' });
  });

  it('what a post drawn from a block brings about in other streams is shown as well', async () => {
    await approve('more', 3);
    const { preview: seen } = await preview('blocks/more/identify', { ...identify, postId: 'planner' });
    expect(seen.entries.map(({ type }) => type)).toEqual(['PostIdentified', 'PostEstablished']);
    expect(change(seen, 'establishment', 'block-more', 'identified')).toMatchObject({ after: exactly(1) });
    expect(change(seen, 'posts', 'count')).toMatchObject({ before: NOT_REPORTED, after: exactly(1) });
  });

  it('a correction is shown with all that it takes back', async () => {
    await establish('planner');
    const { eventIds } = await desk.tell('posts/planner/fill', { when: '2008-07-10', personId: 'pat' });
    const corrections = [{ eventId: eventIds[0], reason: 'Entered for the wrong post.' }];
    const { preview: seen } = await preview('streams/post-planner/corrections', { corrections });
    expect(seen.entries.map(({ stream, type }) => `${stream} ${type}`)).toEqual([
      'post-planner EntryRetracted',
      'person-pat EntryRetracted',
      'person-pat EntryRetracted',
    ]);
    expect(change(seen, 'posts', 'filled')).toMatchObject({ before: exactly(1), after: exactly(0) });
  });

  it('a refusal is shown as the command would be refused', async () => {
    await establish('planner');
    await desk.tell('posts/planner/freeze', { when: '2008-06-01' });
    const path = `posts/planner/fill?preview=true&validOn=${VALID_ON}`;
    const problem = await desk.refused(path, { when: '2008-07-10', personId: 'pat' });
    expect(problem).toMatchObject<Partial<Problem>>({ status: 409, code: 'POST_FROZEN' });
  });

  it('the revision that was looked at is told, so that a record that moved since refuses the command', async () => {
    await establish('planner');
    const { preview: seen } = await preview('posts/planner/freeze', { when: '2008-06-01' });
    expect(seen.revision).toBe(0);
    await desk.tell('posts/planner/reclassify', { when: '2008-05-01', to: 'P-5' });
    const said = { when: '2008-06-01', expectedRevision: seen.revision };
    expect(await desk.refused('posts/planner/freeze', said)).toMatchObject({ code: 'STALE_WRITE' });
  });

  it('a command that was recorded already changes nothing more', async () => {
    await establish('planner');
    const said = { when: '2008-06-01', commandId: 'freeze-planner-1' };
    await desk.tell('posts/planner/freeze', said);
    const again = await preview('posts/planner/freeze', said);
    expect([again.repeated, again.preview.entries, again.preview.counts, again.preview.rows]).toEqual([
      true,
      [],
      [],
      [],
    ]);
    const elsewhere = `posts/other/establish?preview=true`;
    const taken = await desk.refused(elsewhere, { commandId: 'freeze-planner-1', title: 'x', occupancy: 'vacant' });
    expect(taken).toMatchObject({ code: 'COMMAND_ID_REUSED' });
  });

  it('what stands in the address is read as carefully as the body', async () => {
    const unreadable = await desk.refused('posts/planner/freeze?preview=perhaps', {});
    expect(unreadable).toMatchObject({ status: 422, pointer: '/query/preview' });
    expect(await desk.refused('posts/planner/freeze?preview=true&validOn=soon', {})).toMatchObject({
      pointer: '/query/validOn',
    });
  });
});

describe('what can be recorded next', () => {
  const legal = ({ moves }: MovesAnswer): readonly string[] =>
    moves.filter((move) => move.legal).map(({ command }) => command);

  it('is told of a thing for a day, with the way in and the reason against the others', async () => {
    await establish('planner');
    await desk.tell('posts/planner/freeze', { when: '2008-06-01' });
    const answer = await desk.ask<MovesAnswer>('moves/post-planner', { validOn: '2008-06-15' });
    expect(answer).toMatchObject({ stream: 'post-planner', category: 'post', validOn: '2008-06-15', revision: 1 });
    expect(legal(answer)).toContain('UnfreezePost');
    expect(answer.moves.find(({ command }) => command === 'FillPost')).toMatchObject({
      ...{ group: 'posts', step: 'fill', legal: false, certain: false },
      why: { code: 'POST_FROZEN' },
    });
    expect(legal(await desk.ask('moves/post-planner', { validOn: '2008-05-31' }))).toContain('FillPost');
  });

  it('is told of a kind of thing that is not there yet', async () => {
    const answer = await desk.ask<MovesAnswer>('moves', { category: 'team' });
    expect(legal(answer)).toEqual(['PlanTeam']);
    expect(answer).toMatchObject({ stream: null, revision: -1 });
    expect(legal(await desk.ask('moves', { category: 'person' }))).toEqual(['ErasePerson']);
  });

  it('is not told of kinds of thing that there are none of', async () => {
    await expect(desk.ask('moves/weather-today')).rejects.toThrow('/query/stream');
    await expect(desk.ask('moves', { category: 'weather' })).rejects.toThrow('/query/category');
  });

  it('leads on to the numbers: what is offered is accepted', async () => {
    await approve('more', 2);
    const { moves } = await desk.ask<MovesAnswer>('moves/block-more', { validOn: VALID_ON });
    const { group, step } = moves.find(({ command }) => command === 'IdentifyPost')!;
    const receipt = await desk.tell(`${group}/more/${step}`, { ...identify, postId: 'planner' });
    const { blocks } = await desk.ask<EstablishmentAnswer>('establishment', {
      validOn: VALID_ON,
      after: receipt.settledPosition,
    });
    expect(blocks[0]!.identified).toMatchObject(exactly(1));
  });
});
