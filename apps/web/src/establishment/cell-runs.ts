import type { CellRun } from '../api/client';
import type { Stage } from './cell-shapes';

export interface Cell {
  readonly stage: Stage;
  readonly certain: boolean;
}

/** Cells to draw, and how many posts each stands for. */
export interface DrawnCells {
  readonly per: number;
  readonly cells: readonly Cell[];
}

/** More than these no eye tells apart, and no browser draws at ease. */
const MOST = 3_000;

/** A cell per post; of a block too large for that, a cell per ten, hundred, … posts, with what most of them are. */
export function cellsFor(runs: readonly CellRun[]): DrawnCells {
  const posts = runs.reduce((sum, { count }) => sum + count, 0);
  let per = 1;
  while (posts / per > MOST) per *= 10;
  if (per === 1) return { per, cells: runs.flatMap((run) => Array.from<Cell>({ length: run.count }).fill(run)) };
  const cells: Cell[] = [];
  let filled = 0;
  let counts = new Map<CellRun, number>();
  const close = () => {
    const [most] = [...counts].toSorted(([, a], [, b]) => b - a);
    if (most) cells.push(most[0]);
    counts = new Map();
    filled = 0;
  };
  for (const run of runs) {
    for (let left = run.count; left > 0;) {
      const taken = Math.min(left, per - filled);
      counts.set(run, (counts.get(run) ?? 0) + taken);
      filled += taken;
      left -= taken;
      if (filled === per) close();
    }
  }
  close();
  return { per, cells };
}
