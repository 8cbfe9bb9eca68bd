import { memo } from 'react';
import { Recorded } from '../lineage/recorded';
import { ActualBar, PromiseBar } from './bars';
import type { Item, RowItem } from './lay-out';
import { barTop, promiseTop } from './sizes';
import type { TimelineRow } from './timeline.queries';
import type { Axis } from './view';
import type { RowWords } from './row-words';
import { Parts } from './parts';
import { nameOf } from './words-of';

/** What the list says of rows, and how it tells them apart. */
export interface Said extends RowWords {
  /** Id of a row's element. */
  readonly idOf: (stream: string) => string;
  /** How many rows there are. */
  readonly rows: number;
}

interface ChunkProps {
  readonly items: readonly Item<TimelineRow>[];
  readonly axis: Axis;
  readonly now: number;
  /** Stream of the row the keyboard is on, when it is in here. */
  readonly active: string | null;
  readonly said: Said;
}

/** Some items of the list with their bars: they come and go together while one scrolls. */
export const Chunk = memo(function Chunk({ items, axis, now, active, said }: ChunkProps) {
  const { top } = items[0]!;
  const { top: lastTop, height: lastHeight } = items.at(-1)!;
  const height = lastTop + lastHeight - top;
  return (
    <div className="tl-chunk" role="presentation" style={{ top, height }}>
      <div className="tl-names" role="presentation">
        {items.map((item) =>
          item.kind === 'heading' ? (
            <div key={`heading ${item.key}`} className="tl-heading" role="presentation" style={{ height: item.height }}>
              <Recorded>{said.heading(item.key)}</Recorded> <span className="muted">{said.number(item.rows)}</span>
            </div>
          ) : (
            <Name key={item.row.stream} item={item} active={item.row.stream === active} said={said} />
          ),
        )}
      </div>
      <svg className="tl-bars" width={axis.width} height={height} aria-hidden="true">
        {items.map((item) =>
          item.kind === 'heading' ? (
            <rect
              key={item.key}
              className="tl-heading-band"
              y={item.top - top}
              width={axis.width}
              height={item.height}
            />
          ) : (
            <g key={item.row.stream} transform={`translate(0,${item.top - top})`}>
              <line className="tl-rule" x2={axis.width} />
              <Bars row={item.row} axis={axis} now={now} said={said} />
            </g>
          ),
        )}
      </svg>
    </div>
  );
});

interface NameProps {
  readonly item: RowItem<TimelineRow>;
  readonly active: boolean;
  readonly said: Said;
}

function Name({ item: { row, place, height }, active, said }: NameProps) {
  const name = nameOf(row);
  const again = row.promised.filter(({ role }) => role === 're-promised').length;
  const overdue = (['yes', 'possibly'] as const).find((it) => row.promised.some((promise) => promise.overdue === it));
  return (
    <div
      id={said.idOf(row.stream)}
      className="tl-name"
      role="option"
      aria-selected={active}
      aria-posinset={place + 1}
      aria-setsize={said.rows}
      style={{ height }}
    >
      <span className="tl-title">{name === null ? said.unnamed : <Recorded>{name}</Recorded>}</span>
      <span className="tl-beneath muted">
        {overdue && (
          <span className="tl-late" data-sure={overdue === 'yes'}>
            {said.overdue(overdue)}
          </span>
        )}
        {again > 0 && <span className="tl-again">{said.redated(again)}</span>}
        <Parts of={said.beneath(row)} />
      </span>
      <span className="hidden">{said.aloud(row)}</span>
    </div>
  );
}

function Bars({ row, axis, now, said }: { row: TimelineRow; axis: Axis; now: number; said: Said }) {
  const top = barTop(row);
  return (
    <>
      {row.promised.map((promise, lane) => (
        <PromiseBar key={lane} axis={axis} promise={promise} top={promiseTop(lane)} label={said.due(promise)} />
      ))}
      {row.bars.map((bar, place) => (
        <ActualBar key={place} axis={axis} bar={bar} top={top} now={now} word={said.state(row, bar)} />
      ))}
    </>
  );
}
