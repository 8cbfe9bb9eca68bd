import {
  type CSSProperties,
  type PointerEvent,
  type RefObject,
  useId,
  useLayoutEffect,
  useMemo,
  useRef,
  useState,
} from 'react';
import { useTranslation } from 'react-i18next';
import { useLanguage } from '../language/use-language';
import { useWidth } from '../shell/use-width';
import { AxisHead, Grid } from './axis-head';
import { Chunk, type Said } from './chunk';
import { pressed } from './keys';
import { CHUNK, type LaidOut, type RowItem, scrolledTo } from './lay-out';
import { AXIS_HEIGHT, PRINTED_ROWS } from './sizes';
import type { TimelineRow } from './timeline.queries';
import { useGestures } from './use-gestures';
import { usePrinting } from './use-printing';
import type { RowWords } from './row-words';
import { rowAt, useSight } from './use-sight';
import type { Axis, View } from './view';

const [NAMES, NARROW_NAMES, NARROW] = [300, 136, 720];
/** A sheet of A4 or Letter on its side, in CSS pixels within its margins. */
const PAPER_WIDTH = 970;

interface ChartProps {
  readonly list: LaidOut<TimelineRow>;
  readonly said: RowWords;
  readonly view: View;
  readonly onView: (next: (before: View) => View) => void;
  /** Day number of the day asked for, and how the axis names it. */
  readonly day: number;
  readonly dayName: string;
  /** Stream of the row the keyboard is on. */
  readonly active: string | null;
  readonly onActive: (stream: string) => void;
  readonly onHover: (row: TimelineRow | null) => void;
  /** Asks why, for the row the keyboard is on. */
  readonly onOpen: () => void;
}

type Row = RowItem<TimelineRow>;

/** The rows with their bars. Only what is in sight is in the document, so that ten thousand rows move like ten. */
export function Chart(props: ChartProps) {
  const { list, view, onView, day, dayName, active, onActive, onOpen } = props;
  const { t } = useTranslation('timeline');
  const id = useId();
  const { ref, width, printing } = usePlace();
  const picture = useRef<HTMLDivElement>(null);
  const isNarrow = width < NARROW;
  const axis = useAxis(view, width - (isNarrow ? NARROW_NAMES : NAMES));
  const { seen, height, look } = useSight(ref, list, width);
  const chunks = printing ? list.chunks.slice(0, PRINTED_ROWS / CHUNK) : list.chunks.slice(seen.first, seen.last + 1);
  const said = useSaid(props.said, id, list.rows.length);
  const current = useMemo(() => list.rows.find(({ row }) => row.stream === active), [list, active]);
  const isThere = current !== undefined && chunks.some((items) => items.includes(current));
  const gestures = useGestures(ref, axis, () => picture.current?.getBoundingClientRect(), onView);
  const { hovered, hover } = useHovered(props.onHover);
  const go = (item: Row | null | undefined) => {
    const scroller = ref.current;
    if (!item || !scroller) return;
    onActive(item.row.stream);
    scroller.scrollTop = scrolledTo(item, scroller.scrollTop, scroller.clientHeight - AXIS_HEIGHT);
  };
  const keys = { place: current?.place ?? -1, rows: list.rows.length, isRtl: axis.isRtl, change: onView, open: onOpen };
  const at = (event: { readonly clientY: number }) => rowAt(ref.current, list, event.clientY);
  const style: CSSProperties & Record<`--${string}`, string> = {
    '--tl-names': `${isNarrow ? NARROW_NAMES : NAMES}px`,
    '--tl-rows': `${list.height + AXIS_HEIGHT + 2}px`,
  };
  useFirstSight(ref, width > 0 ? current : undefined);
  return (
    <div
      ref={ref}
      className="tl-scroll"
      role="listbox"
      tabIndex={0}
      aria-label={t('title')}
      aria-describedby={`${id}-keys`}
      aria-activedescendant={isThere ? said.idOf(current.row.stream) : undefined}
      data-dragging={gestures.dragging}
      style={style}
      onScroll={look}
      onKeyDown={(event) => {
        if (pressed(event, { ...keys, goTo: (place) => go(list.rows[place]) })) event.preventDefault();
      }}
      onFocus={(event) => {
        const isByKeyboard = event.currentTarget.matches(':focus-visible');
        if (!current && isByKeyboard) go(rowAt(ref.current, list, null));
      }}
      {...gestures.pointer}
      onPointerMove={(event: PointerEvent<HTMLElement>) => {
        gestures.pointer.onPointerMove(event);
        if (!gestures.dragging) hover(at(event));
      }}
      onPointerLeave={() => hover(null)}
      onClick={(event) => gestures.isPoint() && go(at(event))}
      onDoubleClick={onOpen}
    >
      <span id={`${id}-keys`} hidden>
        {t('keys')}
      </span>
      {width > 0 && (
        <Body
          {...{ axis, day, dayName, said, chunks, current, hovered, picture }}
          gridHeight={printing ? heightOf(chunks) : height}
          height={printing ? heightOf(chunks) : list.height}
        />
      )}
    </div>
  );
}

interface BodyProps extends Pick<ChartProps, 'day' | 'dayName'> {
  readonly axis: Axis;
  readonly said: Said;
  readonly chunks: LaidOut<TimelineRow>['chunks'];
  readonly current: Row | undefined;
  readonly hovered: Row | null;
  readonly picture: RefObject<HTMLDivElement | null>;
  /** Of the lines behind the rows, and of all rows together; in CSS pixels. */
  readonly gridHeight: number;
  readonly height: number;
}

/** The axis above, its lines behind, and the rows in sight. */
function Body({ axis, day, dayName, said, chunks, current, hovered, picture, gridHeight, height }: BodyProps) {
  return (
    <>
      <div className="tl-head" role="presentation">
        <div ref={picture} role="presentation">
          <AxisHead axis={axis} day={day} name={dayName} />
        </div>
      </div>
      <div className="tl-behind" role="presentation">
        <Grid axis={axis} day={day} height={gridHeight} />
      </div>
      <div className="tl-rows" role="presentation" style={{ height }}>
        {hovered && <Mark item={hovered} kind="hovered" />}
        {current && <Mark item={current} kind="active" />}
        {chunks.map((items) => (
          <Chunk
            key={items[0]!.top}
            {...{ items, axis, said }}
            now={day}
            active={current && items.includes(current) ? current.row.stream : null}
          />
        ))}
      </div>
    </>
  );
}

/** What the picture is drawn on, and how wide that is. */
function usePlace() {
  const printing = usePrinting();
  const { ref, width } = useWidth<HTMLDivElement>();
  return { ref, width: printing ? PAPER_WIDTH : width, printing };
}

function useAxis({ from, to }: View, width: number): Axis {
  const isRtl = useLanguage().dir === 'rtl';
  return useMemo(() => ({ from, to, width: Math.max(width, 60), isRtl }), [from, to, width, isRtl]);
}

function useSaid(said: ChartProps['said'], id: string, rows: number): Said {
  return useMemo(() => ({ ...said, idOf: (stream) => `${id}-${stream}`, rows }), [said, id, rows]);
}

/** Begins where the row is that the address names. */
function useFirstSight(ref: RefObject<HTMLElement | null>, row: Row | undefined) {
  const isDone = useRef(false);
  useLayoutEffect(() => {
    const scroller = ref.current;
    if (isDone.current || !row || !scroller) return;
    isDone.current = true;
    scroller.scrollTop = scrolledTo(row, scroller.scrollTop, scroller.clientHeight - AXIS_HEIGHT);
  }, [ref, row]);
}

/** The row under the pointer; told on when it is another. */
function useHovered(onHover: ChartProps['onHover']) {
  const [hovered, setHovered] = useState<Row | null>(null);
  const hover = (item: Row | null) => {
    if (item === hovered) return;
    setHovered(item);
    onHover(item?.row ?? null);
  };
  return { hovered, hover };
}

/** The band behind a row. */
function Mark({ item: { top, height }, kind }: { item: Row; kind: string }) {
  return <div className="tl-mark" role="presentation" data-kind={kind} style={{ top, height }} />;
}

function heightOf(chunks: LaidOut<TimelineRow>['chunks']): number {
  const last = chunks.at(-1)?.at(-1);
  return last ? last.top + last.height : 0;
}
