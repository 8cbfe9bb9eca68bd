import type { CellRun } from '../api/client';
import { cellsFor } from './cell-runs';

const run = (stage: CellRun['stage'], count: number): CellRun => ({ stage, certain: true, count, postId: null });

describe('the cells of a block', () => {
  it('are one per post', () => {
    const { per, cells } = cellsFor([run('on duty', 2), run('approved', 150)]);
    expect([per, cells.length, cells.slice(0, 3).map(({ stage }) => stage)]).toEqual([
      1,
      152,
      ['on duty', 'on duty', 'approved'],
    ]);
  });

  it('stand for ten posts each where there are thousands, each for what most of its posts are', () => {
    const { per, cells } = cellsFor([run('on duty', 14), run('selected', 3), run('approved', 9_983)]);
    expect([per, cells.length, cells.slice(0, 3).map(({ stage }) => stage)]).toEqual([
      10,
      1_000,
      ['on duty', 'on duty', 'approved'],
    ]);
  });

  it('of a hundred thousand are few enough to draw', () => {
    expect(cellsFor([run('approved', 123_456)])).toMatchObject({ per: 100 });
    expect(cellsFor([run('approved', 123_456)]).cells).toHaveLength(1_235);
  });
});
