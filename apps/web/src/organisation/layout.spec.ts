import { forestOf, openIn } from './forest';
import { BOX, layoutOf, seenIn } from './layout';
import { unitOf, wholeOf } from './organisation.builders';

const NONE: ReadonlySet<string> = new Set();
const everything = (units: Parameters<typeof forestOf>[0]) => {
  const forest = forestOf(units);
  return { forest, open: openIn(forest, { opened: new Set(units.map(({ id }) => id)), shut: NONE, wanted: NONE }) };
};

describe('the chart of the organisation', () => {
  it.each(['ltr', 'rtl'] as const)('lets no two boxes overlap, and keeps them all inside: %s', (dir) => {
    const { forest, open } = everything([...wholeOf('a', null, 4, 3), unitOf('alone', [null])]);
    const { boxes, width, height } = layoutOf(forest, open, dir);
    expect(boxes).toHaveLength(86);
    for (const box of boxes) {
      expect(box.x).toBeGreaterThanOrEqual(0);
      expect(box.x + BOX.width).toBeLessThanOrEqual(width);
      expect(box.y + BOX.height).toBeLessThanOrEqual(height);
      const over = boxes.filter(
        (it) => it !== box && Math.abs(it.x - box.x) < BOX.width && Math.abs(it.y - box.y) < BOX.height,
      );
      expect(over).toEqual([]);
    }
  });

  it('begins at the top, each unit beside the first below it', () => {
    const { forest, open } = everything(wholeOf('a', null, 3, 2));
    const { boxes } = layoutOf(forest, open, 'ltr');
    const y = (id: string) => boxes.find(({ branch }) => branch.unit.id === id)!.y;
    expect([y('a'), y('a-0-0')]).toEqual([y('a-0'), y('a-0')]);
    expect(y('a')).toBe(Math.min(...boxes.map((box) => box.y)));
  });

  it('runs from right to left where the language does', () => {
    const { forest, open } = everything(wholeOf('a', null, 2, 1));
    const [ltr, rtl] = [layoutOf(forest, open, 'ltr'), layoutOf(forest, open, 'rtl')];
    expect(ltr.boxes[0]!.x).toBeLessThan(ltr.boxes[1]!.x);
    expect(rtl.boxes[0]!.x).toBeGreaterThan(rtl.boxes[1]!.x);
    expect(rtl.boxes[0]!.x + BOX.width + ltr.boxes[0]!.x).toBe(ltr.width);
  });

  it('draws lines to every possible parent as possible, and to a former one as such', () => {
    const { forest, open } = everything([
      unitOf('a', [null]),
      unitOf('b', [null]),
      unitOf('c', ['a', 'b']),
      unitOf('d', ['a']),
    ]);
    const { edges } = layoutOf(forest, open, 'ltr', [{ unitId: 'd', parentId: 'b' }]);
    expect(edges.map(({ from, to, kind }) => `${kind}: ${from} ${to}`).toSorted()).toEqual([
      'certain: a d',
      'former: b d',
      'possible: a c',
      'possible: b c',
    ]);
  });

  it('hides what is below a shut unit', () => {
    const { forest } = everything(wholeOf('a', null, 3, 2));
    expect(layoutOf(forest, NONE, 'ltr').boxes).toHaveLength(1);
    expect(layoutOf([], NONE, 'ltr')).toEqual({ boxes: [], edges: [], width: 0, height: 0 });
  });

  it('draws of two thousand units only those that are seen', () => {
    const { forest, open } = everything([...wholeOf('a', null, 12, 3), ...wholeOf('b', null, 5, 3)]);
    const layout = layoutOf(forest, open, 'ltr');
    expect(layout.boxes.length).toBeGreaterThan(2_000);
    const { boxes, edges } = seenIn(layout, { x: 0, y: layout.height / 2, width: 1_200, height: 700 });
    expect(boxes.length).toBeGreaterThan(5);
    expect(boxes.length).toBeLessThan(60);
    expect(edges.length).toBeLessThan(120);
  });
});
