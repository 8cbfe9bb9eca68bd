import type { RefObject } from 'react';

/** Moves the focus within a place, once what is to have it is drawn. */
export function focusOn(place: RefObject<HTMLElement | null>, selector: string): void {
  requestAnimationFrame(() =>
    requestAnimationFrame(() => place.current?.querySelector<HTMLElement>(selector)?.focus()),
  );
}
