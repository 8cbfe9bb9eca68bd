import { hierarchy, tree } from 'd3-hierarchy';
import type { Branch } from './forest';

/** A unit's box, in pixels before zooming; `x` and `y` of its corner towards the top left. */
export interface Box {
  readonly branch: Branch;
  readonly x: number;
  readonly y: number;
}

/** A line from a unit to one below it. */
export interface Edge {
  readonly from: string;
  readonly to: string;
  /** 'certain'; 'possible' where another parent is possible as well; 'former' to where it was before. */
  readonly kind: 'certain' | 'possible' | 'former';
  /** The path of an SVG line. */
  readonly path: string;
}

/** A chart ready to be drawn. */
export interface Layout {
  readonly boxes: readonly Box[];
  readonly edges: readonly Edge[];
  readonly width: number;
  readonly height: number;
}

export const BOX = { width: 260, height: 74 } as const;
const GAP = { x: 44, y: 10 } as const;
const EDGE = 8;

/** A line to draw beside those of the trees: where a unit was before. */
export interface FormerParent {
  readonly unitId: string;
  readonly parentId: string;
}

interface Node {
  readonly branch: Branch | null;
  readonly children: readonly Node[];
}

/** Places open branches level by level in reading direction, each beside the first below it, so that one reads on from the top. */
export function layoutOf(
  forest: readonly Branch[],
  open: ReadonlySet<string>,
  dir: 'ltr' | 'rtl',
  former: readonly FormerParent[] = [],
): Layout {
  const nodeOf = (branch: Branch): Node => ({
    branch,
    children: open.has(branch.unit.id) ? branch.children.map(nodeOf) : [],
  });
  const root = tree<Node>()
    .nodeSize([BOX.height + GAP.y, BOX.width + GAP.x])
    .separation(() => 1)(
    hierarchy<Node>({ branch: null, children: forest.map(nodeOf) }, ({ children }) => [...children]),
  );
  root.eachAfter((node) => {
    node.x = node.children?.[0]?.x ?? node.x;
  });
  const placed = root.descendants().flatMap(({ data: { branch }, x, depth }) => (branch ? [{ branch, x, depth }] : []));
  if (placed.length === 0) return { boxes: [], edges: [], width: 0, height: 0 };
  const top = Math.min(...placed.map(({ x }) => x));
  const levels = Math.max(...placed.map(({ depth }) => depth));
  const width = 2 * EDGE + levels * (BOX.width + GAP.x) - GAP.x;
  const boxes = placed.map(({ branch, x, depth }): Box => {
    const start = EDGE + (depth - 1) * (BOX.width + GAP.x);
    return { branch, x: dir === 'ltr' ? start : width - start - BOX.width, y: EDGE + x - top };
  });
  const height = Math.max(...boxes.map(({ y }) => y)) + BOX.height + EDGE;
  return { boxes, edges: edgesOf(boxes, dir, former), width, height };
}

function edgesOf(boxes: readonly Box[], dir: 'ltr' | 'rtl', former: readonly FormerParent[]): readonly Edge[] {
  const byId = new Map(boxes.map((box) => [box.branch.unit.id, box]));
  const edge = (from: string | null, to: Box, kind: Edge['kind']): readonly Edge[] => {
    const parent = from === null ? undefined : byId.get(from);
    return parent ? [{ from: from!, to: to.branch.unit.id, kind, path: pathBetween(parent, to, dir) }] : [];
  };
  return [
    ...boxes.flatMap((box) => {
      const { parentId, otherParentIds, unit } = box.branch;
      const kind = unit.parentIds.length > 1 ? 'possible' : 'certain';
      return [...edge(parentId, box, kind), ...otherParentIds.flatMap((id) => edge(id, box, 'possible'))];
    }),
    ...former.flatMap(({ unitId, parentId }) => (byId.has(unitId) ? edge(parentId, byId.get(unitId)!, 'former') : [])),
  ];
}

/** From the far side of the one box to the near side of the other, in reading direction. */
function pathBetween(from: Box, to: Box, dir: 'ltr' | 'rtl'): string {
  const [x1, x2] = dir === 'ltr' ? [from.x + BOX.width, to.x] : [from.x, to.x + BOX.width];
  const [y1, y2] = [from.y + BOX.height / 2, to.y + BOX.height / 2];
  const bend = (x1 + x2) / 2;
  return `M${x1},${y1}C${bend},${y1} ${bend},${y2} ${x2},${y2}`;
}

/** A part of the chart, in the same pixels. */
export interface Part {
  readonly x: number;
  readonly y: number;
  readonly width: number;
  readonly height: number;
}

/** The boxes that lie in a part of the chart, and the lines that have an end there. */
export function seenIn({ boxes, edges }: Layout, part: Part): Pick<Layout, 'boxes' | 'edges'> {
  const seen = boxes.filter(
    ({ x, y }) =>
      x < part.x + part.width && x + BOX.width > part.x && y < part.y + part.height && y + BOX.height > part.y,
  );
  const ids = new Set(seen.map(({ branch }) => branch.unit.id));
  return { boxes: seen, edges: edges.filter(({ from, to }) => ids.has(from) || ids.has(to)) };
}
