import { civilDate, dayNumber, isDay } from '../dates/civil-date';
import type { InAddress } from './use-resting';
import type { View } from './view';

/** The days shown, both counted in; null shows everything. */
export const VIEW: InAddress<View | null> = {
  names: ['from', 'to'],
  read: (query) => {
    const [from, to] = [query.get('from') ?? '', query.get('to') ?? ''];
    return isDay(from) && isDay(to) && from <= to ? { from: dayNumber(from), to: dayNumber(to) + 1 } : null;
  },
  write: (view) => ({
    from: view && civilDate(Math.floor(view.from)),
    to: view && civilDate(Math.max(Math.ceil(view.to) - 1, Math.floor(view.from))),
  }),
};

/** Stream of the row the keyboard is on. */
export const ROW: InAddress<string | null> = {
  names: ['row'],
  read: (query) => query.get('row'),
  write: (row) => ({ row }),
};

/** What names contain. */
export const TEXT: InAddress<string> = {
  names: ['text'],
  read: (query) => query.get('text') ?? '',
  write: (text) => ({ text: text || null }),
};
