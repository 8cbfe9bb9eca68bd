import type { KeyboardEvent } from 'react';
import { moved, type View, zoomed } from './view';

/** What the keys of the picture do. */
export interface Keys {
  /** Place of the row the keyboard is on; -1 for none. */
  readonly place: number;
  readonly rows: number;
  /** True where time runs to the left. */
  readonly isRtl: boolean;
  readonly goTo: (place: number) => void;
  readonly change: (next: (before: View) => View) => void;
  readonly open: () => void;
}

const PAGE = 10;
const STEP = 0.15;

/** Rows with up, down, page, home and end; time with left, right, plus and minus; why with Enter. False for any other key. */
export function pressed(event: KeyboardEvent, { place, rows, isRtl, goTo, change, open }: Keys): boolean {
  if (event.ctrlKey || event.metaKey || event.altKey) return false;
  const to = (next: number) => () => goTo(Math.min(Math.max(next, 0), rows - 1));
  const move = (share: number) => () => change((view) => moved(view, isRtl ? -share : share));
  const zoom = (times: number) => () => change((view) => zoomed(view, times));
  const actions: Readonly<Record<string, () => void>> = {
    ArrowDown: to(place + 1),
    ArrowUp: to(place - 1),
    PageDown: to(place + PAGE),
    PageUp: to(place - PAGE),
    Home: to(0),
    End: to(rows - 1),
    ArrowRight: move(STEP),
    ArrowLeft: move(-STEP),
    '+': zoom(0.5),
    '=': zoom(0.5),
    '-': zoom(2),
    Enter: open,
  };
  const action = Object.hasOwn(actions, event.key) ? actions[event.key] : undefined;
  action?.();
  return action !== undefined;
}
