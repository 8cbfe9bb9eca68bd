import type { RefObject } from 'react';

const FILLED_IN = ['input', 'select', 'textarea'].join();
const BY_ITSELF = 'button,[tabindex]';

/**
 * Moves the focus within a place, once what is to have it is drawn: to the first part found, or to the first field in
 * it. Parts are given as selectors.
 */
export function focusOn(place: RefObject<HTMLElement | null>, ...parts: readonly string[]): void {
  const move = (): void => {
    const part = parts.map((it) => place.current?.querySelector<HTMLElement>(it)).find(Boolean);
    const target = part?.matches(BY_ITSELF) ? part : (part?.querySelector<HTMLElement>(FILLED_IN) ?? part);
    target?.focus();
  };
  requestAnimationFrame(() => requestAnimationFrame(move));
}
