import type { BreakdownAnswer, CountAnswer } from '@cadre/contract';
import { entriesOf, type Saying, say, tablesWith } from '../read-models.builders.js';
import {
  approvedPosts,
  drawnPost,
  exact,
  filledPost,
  proposedPosts,
  reportedProgress,
  RESOLUTION,
  revisedTo,
} from './blocks.builders.js';
import { breakdownAnswer } from './breakdown.query.js';

async function parted(
  by: BreakdownAnswer['by'],
  sayings: readonly Saying[],
  validOn = '2007-12-31',
): Promise<BreakdownAnswer> {
  const tables = await tablesWith(entriesOf(sayings));
  return breakdownAnswer(tables, { block: 'a', by, validOn, knownAt: '2008-01-01T00:00:00.000Z' });
}
const range = ({ atLeast, atMost, notReported }: CountAnswer): unknown =>
  notReported ? 'not reported' : atLeast === atMost ? atLeast : [atLeast, atMost];
const partsOf = ({ parts }: BreakdownAnswer): unknown => parts.map(({ name, posts }) => [name, range(posts)]);
const unit = (id: string, name: string): Saying =>
  say(`unit-${id}`, 'OrgUnitEstablished', { name, kind: 'office', parentId: null }, '2007-01-01');

describe('the posts of a block', () => {
  it('have the grades of those told apart, and the rest is one number that is nobody’s', async () => {
    const said = [approvedPosts(5), ...drawnPost('p', { grade: 'P-4' }), ...drawnPost('q', { grade: 'P-4' })];
    const answer = await parted('grade', [...said, ...drawnPost('r', { grade: 'D-1' }), filledPost('p')]);
    expect(partsOf(answer)).toEqual([
      ['P-4', 2],
      ['D-1', 1],
    ]);
    expect([range(answer.whole), range(answer.rest)]).toEqual([5, 2]);
    expect(answer.parts.map(({ onDuty }) => range(onDuty))).toEqual([1, 0]);
    expect(answer.parts[0]!.posts.because.map(({ type }) => type)).toEqual(['PostEstablished', 'PostEstablished']);
  });

  it('all have the grade told of the block, those told apart by themselves aside', async () => {
    const said = [approvedPosts(7, { grade: 'General Service' }), ...drawnPost('p', { grade: 'P-2' })];
    const answer = await parted('grade', said);
    expect(partsOf(answer)).toEqual([
      ['P-2', 1],
      ['General Service', 6],
    ]);
    expect(range(answer.rest)).toBe(0);
  });

  it('are parted as the source parts them where it says no more, and parts and rest are the whole', async () => {
    const breakdown = [
      { what: 'professional', count: exact(20) },
      { what: 'administrative', count: exact(2) },
    ];
    const answer = await parted('grade', [approvedPosts(27, { breakdown })]);
    expect(partsOf(answer)).toEqual([
      ['professional', 20],
      ['administrative', 2],
    ]);
    expect([range(answer.whole), range(answer.rest)]).toEqual([27, 5]);
    expect(answer.parts.map(({ onDuty }) => range(onDuty))).toEqual(['not reported', 'not reported']);
  });

  it('are for units that are named, and for none of them a number is invented', async () => {
    const said = [unit('ops', 'Operations'), unit('field', 'Field Support')];
    const answer = await parted('unit', [...said, approvedPosts(152, { unitIds: ['ops', 'field'] })]);
    expect(partsOf(answer)).toEqual([
      ['Operations', 'not reported'],
      ['Field Support', 'not reported'],
    ]);
    expect([range(answer.whole), range(answer.rest)]).toEqual([152, 152]);
  });

  it('are all for the one unit that is named, with all who are on duty', async () => {
    const said = [approvedPosts(27, { unitIds: ['ops'] }), reportedProgress('on duty', 18, '2007-04-01')];
    const answer = await parted('unit', [unit('ops', 'Operations'), ...said]);
    expect(partsOf(answer)).toEqual([['Operations', 27]]);
    expect([range(answer.rest), range(answer.parts[0]!.onDuty)]).toEqual([0, 18]);
  });

  it('come from the decisions that added them, and a decision for fewer takes from the latest', async () => {
    const grown = [approvedPosts(25), revisedTo(30, 'Decision 2', '2007-05-01')];
    expect(partsOf(await parted('origin', grown))).toEqual([
      [RESOLUTION.reference, 25],
      ['Decision 2', 5],
    ]);
    const cut = await parted('origin', [...grown, revisedTo(20, 'Decision 3', '2007-06-01')]);
    expect(partsOf(cut)).toEqual([
      [RESOLUTION.reference, 20],
      ['Decision 2', 0],
    ]);
    expect([range(cut.whole), range(cut.rest), cut.parts[0]!.authorityKind]).toEqual([20, 0, 'resolution']);
    const fuzzy = [approvedPosts(25), revisedTo(30, 'Decision 2', ['2007-05-01', '2007-05-31'])];
    expect(partsOf(await parted('origin', fuzzy, '2007-05-15'))).toEqual([
      [RESOLUTION.reference, 25],
      ['Decision 2', [0, 5]],
    ]);
  });

  it('are those proposed while none is told to be approved, and none where nothing is told', async () => {
    const asked = await parted('grade', [proposedPosts(2500, { grade: 'Professional' })]);
    expect([asked.of, partsOf(asked), range(asked.rest)]).toEqual(['proposed', [['Professional', 2500]], 0]);
    const origin = await parted('origin', [proposedPosts(2500)]);
    expect([partsOf(origin), range(origin.rest)]).toEqual([[], 2500]);
    const untold = await parted('unit', []);
    expect([untold.parts, range(untold.whole), range(untold.rest)]).toEqual([[], 'not reported', 'not reported']);
  });
});
