import type { CompareAnswer } from '@cadre/contract';
import { entriesOf, type Saying, say, tablesWith } from '../read-models.builders.js';
import { compareAnswer, type CompareQuestion } from './compare.query.js';

const [THEN, NOW] = ['2007-12-31T00:00:00.000Z', '2008-02-01T00:00:00.000Z'];
const planned = { name: 'Darfur', kind: 'team', unitId: null, composition: [], strengthWording: null };
const described = { name: 'Planners', group: null, grade: null, unitIds: [], breakdown: [] };
const authority = { kind: 'resolution', reference: '61/1' };
const approved = (count: number): object => ({ ...described, count: { atLeast: count, atMost: count }, authority });

const said: readonly Saying[] = [
  say('team-a', 'TeamPlanned', planned, '2007-01-01', { known: THEN }),
  say('team-a', 'TeamStoodUp', {}, ['2007-10-21', '2007-10-31'], { known: THEN }),
  say('block-b', 'PostApproved', approved(5), '2007-07-01', { known: THEN }),
  say('team-a', 'EntryRetracted', { eventId: 'e2' }, [null, null], { known: NOW }),
  say('team-a', 'TeamStoodUp', {}, '2007-11-15', { known: NOW, more: { retells: 'e2' } }),
  say('team-b', 'TeamPlanned', planned, '2007-11-15', { known: NOW }),
  say('block-b', 'PostApprovalRevised', { count: { atLeast: 7, atMost: 7 }, authority }, '2007-12-01', { known: NOW }),
];

async function asked(more: Partial<CompareQuestion>): Promise<CompareAnswer> {
  const dates = { validA: '2007-12-31', knownA: THEN, validB: '2007-12-31', knownB: NOW };
  return compareAnswer(await tablesWith(entriesOf(said)), { ...dates, ...more });
}
const changedIn = ({ answers }: CompareAnswer): readonly unknown[] =>
  answers.filter(({ changed }) => changed).map(({ name, before, after }) => [name, before.atLeast, after.atLeast]);

describe('two known dates', () => {
  it('differ in the numbers that were shown, in what things say, in what was learned and in what was corrected', async () => {
    const answer = await asked({});
    expect(changedIn(answer)).toEqual([['block.approved', 5, 7]]);
    expect(answer.tables).toEqual([
      { table: 'blocks', things: 1 },
      { table: 'teams', things: 2 },
    ]);
    expect(answer.changes.map(({ stream }) => stream)).toEqual(['block-b', 'team-a', 'team-b']);
    expect([answer.learned, answer.corrected]).toEqual([2, 1]);
  });

  it('give the block its name beside the number', async () => {
    const { answers } = await asked({});
    expect(answers.find(({ name }) => name === 'block.approved')).toMatchObject({
      ...{ stream: 'block-b', subject: 'Planners' },
    });
  });

  it('may be given in either order', async () => {
    const answer = await asked({ knownA: NOW, knownB: THEN });
    expect(changedIn(answer)).toEqual([['block.approved', 7, 5]]);
    expect([answer.learned, answer.corrected]).toEqual([2, 1]);
  });

  it('are the same when nothing was recorded between', async () => {
    const answer = await asked({ knownA: NOW });
    expect([changedIn(answer), answer.changed, answer.learned, answer.corrected]).toEqual([[], 0, 0, 0]);
  });
});

describe('two days in the world', () => {
  it('differ in what became true between them', async () => {
    const answer = await asked({ validA: '2007-10-15', validB: '2007-10-31', knownB: THEN });
    expect(changedIn(answer)).toEqual([['teams.standing', 0, 1]]);
    const { before, after } = answer.changes[0]!;
    expect([before[0]!.values['status'], after[0]!.values['status']]).toEqual(['planned', 'standing']);
  });

  it('tell a number that became uncertain from one that stayed', async () => {
    const { answers } = await asked({ validA: '2007-10-15', validB: '2007-10-25', knownB: THEN });
    const standing = answers.find(({ name }) => name === 'teams.standing')!;
    expect(standing).toMatchObject({ changed: true, before: { atMost: 0 }, after: { atLeast: 0, atMost: 1 } });
  });
});

it('changes can be asked for by table, a page at a time', async () => {
  const answer = await asked({ tables: ['teams'], offset: 1, limit: 1 });
  expect([answer.changed, answer.changes.map(({ stream }) => stream)]).toEqual([2, ['team-b']]);
  expect(answer.tables).toHaveLength(2);
});
