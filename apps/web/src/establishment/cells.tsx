import { useId } from 'react';
import type { BlockAnswer, CellRun } from '../api/client';
import { type CountWords, useCountWords } from '../lineage/count-words';
import { useWidth } from '../shell/use-width';
import { words } from '../words';
import { CellShapes, LegendCell, type Stage, STAGES } from './cell-shapes';

interface Cell {
  readonly stage: Stage;
  readonly certain: boolean;
}

/** A cell per post. Colour never speaks alone: every stage has a pattern too, and uncertain cells are hatched over. */
export function Cells({ block }: { block: BlockAnswer }) {
  const id = useId();
  const { ref, width } = useWidth<HTMLDivElement>();
  const cells = block.cells.flatMap((run) => Array.from<Cell>({ length: run.count }).fill(run));
  if (cells.length === 0) return <p className="cells-words">{words.posts.noCells}</p>;
  const size = sizeFor(cells.length, width);
  const place = placeIn(width, size);
  const text = words.posts.cells(block.name, block.cells.map(runInWords));
  const countInWords = useCountWords();
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
        <p className="cells-words">{besideCells(block, countInWords)}</p>
        <ul className="legend">
          {legendOf(block.cells).map((cell) => (
            <li key={keyOf(cell)} data-absent={cell.isAbsent}>
              <LegendCell cell={keyOf(cell)} />
              {runName(cell)}
              {cell.isAbsent && <span className="hidden">{words.posts.absent}</span>}
            </li>
          ))}
        </ul>
      </figcaption>
    </figure>
  );
}

/** What a reader cannot see in the cells: a stage nobody reports is not one that no post has reached. */
function besideCells({ approved, onDuty }: BlockAnswer, countInWords: CountWords): string {
  return words.posts.besideCells(
    approved.notReported ? null : countInWords(approved),
    onDuty.notReported ? null : countInWords(onDuty),
  );
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

/** Cells stand in tens, ten after ten while there is room, so that they can be counted by eye. */
function placeIn(width: number, size: number) {
  const gap = size / 3;
  const tens = Math.max(1, Math.floor((width + gap) / (10 * size + gap)));
  return (index: number) => {
    const column = index % (tens * 10);
    return { x: column * size + Math.floor(column / 10) * gap, y: Math.floor(index / (tens * 10)) * size };
  };
}

function keyOf({ stage, certain }: Cell): string {
  return `${stage.replaceAll(' ', '-')}${certain ? '' : '-uncertain'}`;
}

function runName({ stage, certain }: Cell): string {
  return certain ? words.posts.cellStages[stage] : words.posts.possibleStages[stage];
}

function runInWords(run: CellRun): string {
  return `${run.count} ${runName(run)}`;
}
