import { CHUNK, chunksIn, HEADING_HEIGHT, indexAt, layOut, scrolledTo } from './lay-out';

const rows = (count: number, first = 0): readonly number[] => Array.from({ length: count }, (_, i) => first + i);
const list = layOut(
  [
    { key: 'a', rows: rows(100) },
    { key: 'b', rows: rows(9_900, 100) },
  ],
  (row) => 30 + (row % 3) * 10,
);

describe('a list of ten thousand rows', () => {
  it('stands without gaps under its headings, each row knowing its place', () => {
    expect(list.items.length).toBe(10_002);
    expect(list.items[0]).toEqual({ kind: 'heading', key: 'a', rows: 100, top: 0, height: HEADING_HEIGHT });
    list.items.forEach(({ top, height }, i) => expect(top + height).toBe(list.items[i + 1]?.top ?? list.height));
    expect(list.rows.map(({ place }) => place)).toEqual(rows(10_000));
    expect(list.chunks.flat()).toEqual(list.items);
  });

  it('finds what stands at any height', () => {
    for (const index of [0, 1, 50, 101, 102, 5_000, 10_001]) {
      const { top, height } = list.items[index]!;
      expect([indexAt(list.items, top), indexAt(list.items, top + height - 1)]).toEqual([index, index]);
    }
    expect([indexAt(list.items, -5), indexAt(list.items, list.height + 5)]).toEqual([0, 10_001]);
  });

  it('has few rows in the document wherever one scrolls, and all of those in sight among them', () => {
    for (let top = 0; top < list.height; top += 7_777) {
      const { first, last } = chunksIn(list, top, 600);
      const there = list.chunks.slice(first, last + 1).flat();
      expect(there.length).toBeLessThanOrEqual(600 / 30 + 4 * CHUNK);
      expect(there[0]!.top).toBeLessThanOrEqual(top);
      const end = there.at(-1)!;
      expect(end.top + end.height).toBeGreaterThanOrEqual(Math.min(top + 600, list.height));
    }
  });

  it('scrolls only as far as a row needs to be seen', () => {
    const item = { top: 1_000, height: 40 };
    expect(scrolledTo(item, 900, 500)).toBe(900);
    expect(scrolledTo(item, 1_020, 500)).toBe(1_000);
    expect(scrolledTo(item, 0, 500)).toBe(540);
  });

  it('may be empty', () => {
    expect(
      chunksIn(
        layOut([], () => 30),
        0,
        600,
      ),
    ).toEqual({ first: 0, last: 0 });
  });
});
