import { useId } from 'react';
import { useTranslation } from 'react-i18next';
import type { BlockAnswer, CellRun } from '../api/client';
import { useLanguage } from '../language/use-language';
import { useWidth } from '../shell/use-width';
import { type Cell, cellsFor } from './cell-runs';
import { CellShapes, LegendCell, STAGES } from './cell-shapes';

/** A cell per post. Colour never speaks alone: every stage has a pattern too, and uncertain cells are hatched over. */
export function Cells({ block }: { block: BlockAnswer }) {
  const { t } = useTranslation('establishment');
  const { number, list, dir } = useLanguage();
  const id = useId();
  const { ref, width } = useWidth<HTMLDivElement>();
  const { per, cells } = cellsFor(block.cells);
  if (cells.length === 0) return <p className="muted">{t('cells.none')}</p>;
  const size = sizeFor(cells.length, width);
  const place = placeIn(width, size, dir);
  const runs = list(totals(block.cells).map(([cell, count]) => t(`cells.runs.${cell}`, { number: number(count) })));
  const text =
    per === 1
      ? t('cells.label', { block: block.name, runs })
      : t('cells.labelMany', { block: block.name, runs, per: number(per) });
  return (
    <figure className="cells" ref={ref}>
      {width > 0 && (
        <svg role="img" aria-label={text} width={width} height={place(cells.length - 1).y + size}>
          <CellShapes id={id} size={size} />
          {cells.map((cell, index) => (
            <use key={index} href={`#${id}-${keyOf(cell)}`} {...place(index)} />
          ))}
        </svg>
      )}
      <figcaption>
        {per > 1 && <p className="cells-words">{t('cells.per', { per: number(per) })}</p>}
        <ul className="legend">
          {legendOf(block.cells).map((cell) => (
            <li key={keyOf(cell)} data-absent={cell.isAbsent}>
              <LegendCell cell={keyOf(cell)} />
              {t(`cells.names.${keyOf(cell)}`)}
              {cell.isAbsent && <span className="hidden">{t('cells.absent')}</span>}
            </li>
          ))}
        </ul>
      </figcaption>
    </figure>
  );
}

/** How many posts each kind of cell stands for, in the order they are drawn. */
function totals(runs: readonly CellRun[]): readonly (readonly [string, number])[] {
  const counts = new Map<string, number>();
  for (const run of runs) counts.set(keyOf(run), (counts.get(keyOf(run)) ?? 0) + run.count);
  return [...counts];
}

/** All six stages, so that what is missing shows too; those that are uncertain here follow their stage. */
function legendOf(runs: readonly CellRun[]): readonly (Cell & { readonly isAbsent: boolean })[] {
  const present = new Set(runs.map(keyOf));
  return STAGES.flatMap((stage) => {
    const [sure, unsure] = [
      { stage, certain: true },
      { stage, certain: false },
    ];
    return [
      { ...sure, isAbsent: !present.has(keyOf(sure)) },
      ...(present.has(keyOf(unsure)) ? [{ ...unsure, isAbsent: false }] : []),
    ];
  });
}

/** Large enough to tell apart, small enough for 2,500 to be taken in at a glance. */
function sizeFor(count: number, width: number): number {
  if (count > 1000) return 10;
  return count <= 300 && width > 500 ? 24 : 16;
}

/** Cells stand in tens, ten after ten while there is room, so that they can be counted by eye; from the side where reading begins. */
function placeIn(width: number, size: number, dir: 'ltr' | 'rtl') {
  const gap = size / 3;
  const tens = Math.max(1, Math.floor((width + gap) / (10 * size + gap)));
  return (index: number) => {
    const column = index % (tens * 10);
    const x = column * size + Math.floor(column / 10) * gap;
    return { x: dir === 'rtl' ? width - size - x : x, y: Math.floor(index / (tens * 10)) * size };
  };
}

function keyOf({ stage, certain }: Cell): string {
  return `${stage.replaceAll(' ', '-')}${certain ? '' : '-uncertain'}`;
}
