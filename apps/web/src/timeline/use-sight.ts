import { type RefObject, useLayoutEffect, useState } from 'react';
import { chunksIn, indexAt, type LaidOut, type RowItem } from './lay-out';
import { AXIS_HEIGHT } from './sizes';
import type { TimelineRow } from './timeline.queries';

/** Which chunks of a list are in sight of what scrolls it, and how high the sight is. */
export function useSight(ref: RefObject<HTMLElement | null>, list: LaidOut<TimelineRow>, width: number) {
  const [place, setPlace] = useState({ top: 0, height: 800 });
  const seen = chunksIn(list, place.top, place.height);
  const look = () => {
    const { scrollTop: top, clientHeight: height } = ref.current!;
    const next = chunksIn(list, top, height);
    if (next.first !== seen.first || next.last !== seen.last || height !== place.height) setPlace({ top, height });
  };
  useLayoutEffect(look, [list, width]); // oxlint-disable-line react-hooks/exhaustive-deps -- whatever changes the height
  return { seen, height: place.height, look };
}

/** The row at a height of the window, null for none; the first one in sight for null. */
export function rowAt(
  scroller: HTMLElement | null,
  { items }: LaidOut<TimelineRow>,
  clientY: number | null,
): RowItem<TimelineRow> | null {
  if (!scroller || items.length === 0) return null;
  const within = clientY === null ? 0 : clientY - scroller.getBoundingClientRect().top - AXIS_HEIGHT;
  if (within < 0) return null;
  const index = indexAt(items, scroller.scrollTop + within);
  const item = items[index]!;
  if (item.kind === 'row') return item;
  const next = items[index + 1];
  return clientY === null && next?.kind === 'row' ? next : null;
}
