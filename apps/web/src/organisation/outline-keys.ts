import { type Branch, nameOf } from './forest';

/** A line of the outline: a unit that is not hidden below a shut one. */
export interface OutlineRow {
  readonly branch: Branch;
  readonly isOpen: boolean;
  /** Its place among those under the same unit, from 1, and how many they are. */
  readonly place: number;
  readonly of: number;
}

/** The lines of the outline in order. */
export function outlineRows(branches: readonly Branch[], open: ReadonlySet<string>): readonly OutlineRow[] {
  return branches.flatMap((branch, i) => {
    const isOpen = open.has(branch.unit.id);
    const row = { branch, isOpen, place: i + 1, of: branches.length };
    return isOpen ? [row, ...outlineRows(branch.children, open)] : [row];
  });
}

/** What a key does in the outline. */
export interface KeyDeed {
  readonly deed: 'go' | 'open' | 'shut' | 'choose';
  readonly id: string;
}

/** What a key does on a line, as the tree pattern of ARIA has it; null for keys it has no use for. */
export function deedOf(rows: readonly OutlineRow[], activeId: string, key: string, dir: 'ltr' | 'rtl'): KeyDeed | null {
  const at = rows.findIndex(({ branch }) => branch.unit.id === activeId);
  const row = rows[at];
  if (row === undefined) return null;
  const go = (to: OutlineRow | undefined): KeyDeed | null => (to ? { deed: 'go', id: to.branch.unit.id } : null);
  const [inward, outward] = dir === 'ltr' ? ['ArrowRight', 'ArrowLeft'] : ['ArrowLeft', 'ArrowRight'];
  switch (key) {
    case 'ArrowDown':
      return go(rows[at + 1]);
    case 'ArrowUp':
      return go(rows[at - 1]);
    case 'Home':
      return go(rows[0]);
    case 'End':
      return go(rows.at(-1));
    case inward:
      if (row.branch.children.length === 0) return null;
      return row.isOpen ? go(rows[at + 1]) : { deed: 'open', id: activeId };
    case outward:
      if (row.isOpen) return { deed: 'shut', id: activeId };
      return go(rows.find(({ branch }) => branch.unit.id === row.branch.parentId));
    case 'Enter':
    case ' ':
      return { deed: 'choose', id: activeId };
    default:
      return key.length === 1 ? go(nextCalled(rows, at, key)) : null;
  }
}

/** The next line whose name begins with a letter, from the top again after the last. */
function nextCalled(rows: readonly OutlineRow[], at: number, letter: string): OutlineRow | undefined {
  const begins = ({ branch }: OutlineRow): boolean =>
    nameOf(branch.unit).toLocaleLowerCase().startsWith(letter.toLocaleLowerCase());
  return [...rows.slice(at + 1), ...rows.slice(0, at + 1)].find(begins);
}
