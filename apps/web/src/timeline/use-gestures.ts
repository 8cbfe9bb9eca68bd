import { type PointerEvent, type RefObject, useEffect, useRef, useState } from 'react';
import { type Axis, moved, shareAt, type View, zoomed } from './view';

/** Pixels a pointer moves before it drags rather than points. */
const SLACK = 4;
const WHEEL_STEP = 1.0016;

type Change = (next: (before: View) => View) => void;

/** Wheel and pointer over the picture: Ctrl and wheel zooms where the pointer is, a sideways wheel or a drag moves through time. */
export function useGestures(
  ref: RefObject<HTMLElement | null>,
  axis: Axis,
  picture: () => DOMRect | undefined,
  change: Change,
) {
  const wheel = useRef<(event: WheelEvent) => void>(undefined);
  useEffect(() => {
    wheel.current = (event) => {
      const isSideways = event.shiftKey || Math.abs(event.deltaX) > Math.abs(event.deltaY);
      if (!event.ctrlKey && !isSideways) return;
      event.preventDefault(); // the browser would zoom the page, or go back
      const left = event.clientX - (picture()?.left ?? 0);
      const by = event.deltaX || event.deltaY;
      if (event.ctrlKey) change((view) => zoomed(view, WHEEL_STEP ** event.deltaY, shareAt(axis, left)));
      else change((view) => moved(view, ((axis.isRtl ? -1 : 1) * by) / axis.width));
    };
  });
  useEffect(() => {
    const element = ref.current;
    const listen = (event: WheelEvent): void => wheel.current?.(event);
    element?.addEventListener('wheel', listen, { passive: false });
    return () => element?.removeEventListener('wheel', listen);
  }, [ref]);
  return useDrag(axis, picture, change);
}

function useDrag(axis: Axis, picture: () => DOMRect | undefined, change: Change) {
  const start = useRef<{ readonly x: number; readonly dragged: boolean } | null>(null);
  const [dragging, setDragging] = useState(false);
  return {
    dragging,
    /** False when what ends here was a drag. */
    isPoint: () => start.current?.dragged !== true,
    pointer: {
      onPointerDown: (event: PointerEvent<HTMLElement>) => {
        const place = picture();
        const isOver = place !== undefined && event.clientX >= place.left && event.clientX <= place.right;
        start.current = event.button === 0 && isOver ? { x: event.clientX, dragged: false } : null;
      },
      onPointerMove: (event: PointerEvent<HTMLElement>) => {
        const from = start.current;
        if (from === null || event.buttons === 0) return;
        const by = event.clientX - from.x;
        if (!from.dragged && Math.abs(by) < SLACK) return;
        if (!from.dragged) {
          event.currentTarget.setPointerCapture(event.pointerId);
          setDragging(true);
        }
        start.current = { x: event.clientX, dragged: true };
        change((view) => moved(view, ((axis.isRtl ? 1 : -1) * by) / axis.width));
      },
      onPointerUp: () => setDragging(false),
      onPointerCancel: () => setDragging(false),
    },
  };
}
