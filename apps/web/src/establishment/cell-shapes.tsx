import { type ReactNode, useId } from 'react';
import type { CellRun } from '../api/client';

export type Stage = CellRun['stage'];

/** The mark of each stage on a cell of 20 by 20, from empty to full as a post comes nearer to being worked in. */
const MARKS: Readonly<Record<Stage, ReactNode>> = {
  'not reported': <path className="cell-unknown" d="M2 2h16v16h-16z" />,
  approved: <path className="cell-plain" d="M2 2h16v16h-16z" />,
  identified: (
    <>
      <path className="cell-plain" d="M2 2h16v16h-16z" />
      <path className="cell-ink" d="M8 8h4v4h-4z" />
    </>
  ),
  advertised: (
    <>
      <path className="cell-plain" d="M2 2h16v16h-16z" />
      <path className="cell-line" d="M5 7h10M5 10h10M5 13h10" />
    </>
  ),
  selected: (
    <>
      <path className="cell-plain" d="M2 2h16v16h-16z" />
      <path className="cell-ink" d="M2 18v-16l16 16z" />
    </>
  ),
  'on duty': <path className="cell-full" d="M2 2h16v16h-16z" />,
};
const HATCH = <path className="cell-hatch" d="M2 8l6-6M2 14l12-12M4 18l14-14M10 18l8-8M16 18l2-2" />;

/** In the order a legend tells them: as a post comes nearer to being worked in, and last what nobody reported. */
export const STAGES: readonly Stage[] = [
  ...(['approved', 'identified', 'advertised', 'selected', 'on duty', 'not reported'] as const),
];

/** Symbols "<id>-on-duty", "<id>-on-duty-uncertain" and so on, for <use> within the same picture. */
export function CellShapes({ id, size }: { id: string; size: number }) {
  return (
    <defs>
      {STAGES.flatMap((stage) =>
        ['', '-uncertain'].map((suffix) => (
          <symbol
            key={stage + suffix}
            id={`${id}-${stage.replaceAll(' ', '-')}${suffix}`}
            viewBox="0 0 20 20"
            width={size}
            height={size}
          >
            <g className={`cell${suffix}`}>
              {MARKS[stage]}
              {suffix && HATCH}
            </g>
          </symbol>
        )),
      )}
    </defs>
  );
}

/** A single cell, beside its name in the legend. */
export function LegendCell({ cell }: { cell: string }) {
  const id = useId();
  return (
    <svg width={20} height={20} aria-hidden="true">
      <CellShapes id={id} size={20} />
      <use href={`#${id}-${cell}`} />
    </svg>
  );
}
