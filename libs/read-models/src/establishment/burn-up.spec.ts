import type { BurnUpAnswer, CountInBrief } from '@cadre/contract';
import { entriesOf, type Saying, tablesWith } from '../read-models.builders.js';
import { approvedPosts, drawnPost, filledPost, reportedProgress } from './blocks.builders.js';
import { burnUpAnswer, type BurnUpQuestion } from './burn-up.query.js';
import { establishmentAnswer } from './establishment.query.js';

const KNOWN = '2008-06-30T00:00:00.000Z';

async function burnUp(sayings: readonly Saying[], question: Partial<BurnUpQuestion> = {}): Promise<BurnUpAnswer> {
  const tables = await tablesWith(entriesOf(sayings));
  return burnUpAnswer(tables, { block: 'a', validOn: '2007-12-31', knownAt: KNOWN, ...question });
}
const range = ({ atLeast, atMost, notReported }: CountInBrief): unknown =>
  notReported ? 'not reported' : atLeast === atMost ? atLeast : [atLeast, atMost];
const on = ({ points }: BurnUpAnswer, day: string): BurnUpAnswer['points'][number] =>
  points.find((point) => point.on === day)!;

describe('a block over time', () => {
  const capacity = [
    approvedPosts(27),
    reportedProgress('selected', 27, '2007-03-01'),
    reportedProgress('on duty', 18, ['2007-04-15', '2007-09-15']),
  ];

  it('is not reported before its approval, and a number from that month on', async () => {
    const answer = await burnUp(capacity);
    expect(range(on(answer, '2007-01-31').approved)).toBe('not reported');
    expect(range(on(answer, '2007-01-31').unreported)).toBe('not reported');
    expect(range(on(answer, '2007-02-28').approved)).toBe(27);
  });

  it('is a range while people arrive some day of a period, and what nobody reports shrinks with it', async () => {
    const answer = await burnUp(capacity);
    const told = ['2007-03-31', '2007-04-30', '2007-08-31', '2007-09-30'].map((day) => on(answer, day));
    expect(told.map(({ onDuty }) => range(onDuty))).toEqual(['not reported', [0, 18], [0, 18], 18]);
    expect(told.map(({ unreported }) => range(unreported))).toEqual([27, [0, 27], [0, 27], 0]);
  });

  it('answers at the end of every step and on days of change, and as every day by itself is answered', async () => {
    const tables = await tablesWith(entriesOf([...capacity, ...drawnPost('p'), filledPost('p')]));
    const question = { block: 'a', validOn: '2007-12-31', knownAt: KNOWN, from: '2007-01-15', to: '2007-11-10' };
    const { points } = await burnUpAnswer(tables, { ...question, step: 'quarter' });
    expect(points.map((point) => point.on)).toEqual([
      ...['2007-01-15', '2007-02-01', '2007-03-01', '2007-03-31', '2007-04-01', '2007-04-15'],
      ...['2007-06-30', '2007-09-15', '2007-09-30', '2007-11-10'],
    ]);
    for (const { on: validOn, ...counts } of points) {
      const { blocks } = await establishmentAnswer(tables, { validOn, knownAt: KNOWN });
      for (const [stage, count] of Object.entries(counts)) {
        const own = blocks[0]?.[stage as keyof typeof counts] ?? { notReported: true, atLeast: null, atMost: null };
        expect([validOn, stage, range(count)]).toEqual([validOn, stage, range(own as CountInBrief)]);
      }
    }
  });

  it('counts single posts as they are told apart and filled, and leaves the others not reported', async () => {
    const answer = await burnUp([approvedPosts(5), ...drawnPost('p'), ...drawnPost('q'), filledPost('p')]);
    const [march, april] = [on(answer, '2007-03-31'), on(answer, '2007-04-30')];
    expect([range(march.identified), range(march.onDuty), range(march.unreported)]).toEqual([2, [0, 3], 3]);
    expect([range(april.onDuty), range(april.unreported)]).toEqual([[1, 4], 3]);
  });

  it('is as known at the moment asked for', async () => {
    const early = { ...approvedPosts(27), known: '2007-05-01T00:00:00.000Z' };
    const later = { ...reportedProgress('on duty', 18, '2007-04-15'), known: '2007-06-01T00:00:00.000Z' };
    const before = await burnUp([early, later], { knownAt: '2007-05-15T00:00:00.000Z', to: '2007-12-31' });
    expect(range(on(before, '2007-04-30').onDuty)).toBe('not reported');
    expect(range(on(await burnUp([early, later]), '2007-04-30').onDuty)).toBe(18);
    expect((await burnUp([early], { knownAt: '2007-04-01T00:00:00.000Z' })).points).toEqual([]);
  });

  it('takes longer steps for longer times, and refuses a series nobody can read', async () => {
    const long = await burnUp([approvedPosts(27, {}, '1950-01-01'), reportedProgress('on duty', 18, '2007-04-15')]);
    expect(long.step).toBe('year');
    const asked = burnUp(capacity, { from: '1900-01-01', to: '2007-12-31', step: 'month' });
    await expect(asked).rejects.toMatchObject({ name: 'UnknownQuestion', pointer: '/step' });
    const reversed = burnUp(capacity, { from: '2008-01-01', to: '2007-12-31' });
    await expect(reversed).rejects.toMatchObject({ name: 'UnknownQuestion', pointer: '/to' });
  });
});
