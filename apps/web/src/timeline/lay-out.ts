/** A heading over rows, or a row, with where it stands in the list in CSS pixels. */
export type Item<R> = Placed & (Heading | { readonly kind: 'row'; readonly row: R; readonly place: number });

interface Placed {
  readonly top: number;
  readonly height: number;
}

interface Heading {
  readonly kind: 'heading';
  readonly key: string;
  /** How many rows stand under it. */
  readonly rows: number;
}

/** Rows under one heading. */
export interface Group<R> {
  readonly key: string;
  readonly rows: readonly R[];
}

/** All items from top to bottom, and those that are rows. */
export interface LaidOut<R> {
  readonly items: readonly Item<R>[];
  readonly rows: readonly RowItem<R>[];
  /** The items again, in the parts that come and go together while one scrolls. */
  readonly chunks: readonly (readonly Item<R>[])[];
  readonly height: number;
}

export type RowItem<R> = Item<R> & { readonly kind: 'row' };

export const HEADING_HEIGHT = 34;
/** Items of a chunk. */
export const CHUNK = 8;

/** Puts groups one below the other. A row's `place` counts the rows from 0. */
export function layOut<R>(groups: readonly Group<R>[], heightOf: (row: R) => number): LaidOut<R> {
  const items: Item<R>[] = [];
  const rows: RowItem<R>[] = [];
  let top = 0;
  for (const group of groups) {
    items.push({ kind: 'heading', key: group.key, rows: group.rows.length, top, height: HEADING_HEIGHT });
    top += HEADING_HEIGHT;
    for (const row of group.rows) {
      const height = heightOf(row);
      const item = { kind: 'row' as const, row, place: rows.length, top, height };
      items.push(item);
      rows.push(item);
      top += height;
    }
  }
  const chunks = Array.from({ length: Math.ceil(items.length / CHUNK) }, (_, i) =>
    items.slice(i * CHUNK, (i + 1) * CHUNK),
  );
  return { items, rows, chunks, height: top };
}

/** First and last chunk (counted from 0, the last one included) of which something may be seen, and one more on each side. */
export function chunksIn<R>(
  { items, chunks }: LaidOut<R>,
  scrollTop: number,
  viewHeight: number,
): { readonly first: number; readonly last: number } {
  const chunk = (y: number): number => Math.floor(indexAt(items, y) / CHUNK);
  const most = Math.max(chunks.length - 1, 0);
  return { first: Math.max(chunk(scrollTop) - 1, 0), last: Math.min(chunk(scrollTop + viewHeight) + 1, most) };
}

/** The item at a height, found by halving; the first or last one for a height outside. */
export function indexAt(items: readonly Placed[], y: number): number {
  let [low, high] = [0, items.length - 1];
  while (low < high) {
    const middle = (low + high + 1) >> 1;
    if (items[middle]!.top <= y) low = middle;
    else high = middle - 1;
  }
  return Math.max(low, 0);
}

/** Where to scroll so that an item can be seen whole; where it is when it can be. */
export function scrolledTo({ top, height }: Placed, scrollTop: number, viewHeight: number): number {
  if (top < scrollTop) return top;
  return top + height > scrollTop + viewHeight ? top + height - viewHeight : scrollTop;
}
