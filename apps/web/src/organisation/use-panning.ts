import { type RefObject, useEffect } from 'react';

/** Moved less than that many pixels, a press is a click. */
const STILL = 4;

/** Lets a hand drag what a frame shows; touch scrolls by itself. */
export function usePanning(frame: RefObject<HTMLElement | null>): void {
  useEffect(() => {
    const of = frame.current;
    if (!of) return;
    let at: { readonly x: number; readonly y: number } | null = null;
    let isDragged = false;
    const press = (event: PointerEvent): void => {
      if (event.pointerType !== 'mouse' || event.button !== 0) return;
      at = { x: event.clientX, y: event.clientY };
      isDragged = false;
    };
    const move = (event: PointerEvent): void => {
      if (at === null) return;
      const [dx, dy] = [event.clientX - at.x, event.clientY - at.y];
      if (!isDragged && Math.hypot(dx, dy) < STILL) return;
      isDragged = true;
      of.scrollBy(-dx, -dy);
      at = { x: event.clientX, y: event.clientY };
    };
    const release = (): void => {
      at = null;
    };
    const click = (event: MouseEvent): void => {
      if (isDragged) event.stopPropagation();
      isDragged = false;
    };
    of.addEventListener('pointerdown', press);
    window.addEventListener('pointermove', move);
    window.addEventListener('pointerup', release);
    of.addEventListener('click', click, true);
    return () => {
      of.removeEventListener('pointerdown', press);
      window.removeEventListener('pointermove', move);
      window.removeEventListener('pointerup', release);
      of.removeEventListener('click', click, true);
    };
  }, [frame]);
}
