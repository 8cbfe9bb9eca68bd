import { type KeyboardEvent, memo, type RefObject, useEffect, useMemo, useRef, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { useLanguage } from '../language/use-language';
import { Recorded } from '../lineage/recorded';
import { pushUrlQuery } from '../shell/url';
import type { Chart } from './chart-of';
import { nameOf } from './forest';
import { UNCHANGED } from './marks';
import type { OrganisationUnit, UnitChange } from './organisation.queries';
import { type OrganisationView, turn } from './organisation-view';
import { deedOf, outlineRows } from './outline-keys';
import { useStaffingWords } from './staffing-words';
import { Tags } from './tags';

/** The same units as a tree of lines, which the arrow keys walk, open and shut. */
export function Outline({ chart, view }: { chart: Chart; view: OrganisationView }) {
  const { t } = useTranslation('organisation');
  const { dir } = useLanguage();
  const tree = useRef<HTMLUListElement>(null);
  const rows = useMemo(() => outlineRows(chart.forest, chart.open), [chart]);
  const [walked, setWalked] = useState<string | null>(null);
  const activeId = [walked, view.unit].find((id) => rows.some(({ branch }) => branch.unit.id === id));
  const active = activeId ?? rows[0]?.branch.unit.id ?? null;
  useFocusOn(tree, walked === active ? walked : null);
  useInView(tree, view.unit ?? rows.find(({ branch }) => chart.found.has(branch.unit.id))?.branch.unit.id ?? null);
  const press = (event: KeyboardEvent) => {
    if (active === null || event.ctrlKey || event.altKey || event.metaKey) return;
    const deed = deedOf(rows, active, event.key, dir);
    if (deed === null) return;
    event.preventDefault();
    if (deed.deed === 'go') setWalked(deed.id);
    else if (deed.deed === 'choose') pushUrlQuery({ unit: deed.id });
    else turn(deed.id, deed.deed === 'open');
  };
  return (
    <ul className="org-outline" role="tree" aria-label={t('outline')} ref={tree} onKeyDown={press}>
      {rows.map(({ branch: { unit, depth, children }, isOpen, place, of }) => (
        <Line
          key={unit.id}
          unit={unit}
          depth={depth}
          isParent={children.length > 0}
          isOpen={isOpen}
          place={place}
          of={of}
          isChosen={unit.id === view.unit}
          isActive={unit.id === active}
          isFound={chart.found.has(unit.id)}
          changes={chart.marks.get(unit.id) ?? UNCHANGED}
          onWalk={setWalked}
        />
      ))}
    </ul>
  );
}

/** The keyboard's place follows the walk, and never leaves another part of the page by itself. */
function useFocusOn(tree: RefObject<HTMLUListElement | null>, id: string | null): void {
  useEffect(() => {
    if (id === null || !tree.current?.contains(document.activeElement)) return;
    tree.current.querySelector<HTMLElement>(`[data-line="${CSS.escape(id)}"]`)?.focus();
  }, [tree, id]);
}

/** Brings the line of a unit that was just chosen, or found first, into the outline's own view; the page stays. */
function useInView(tree: RefObject<HTMLUListElement | null>, id: string | null): void {
  useEffect(() => {
    const [of, line] = [
      tree.current,
      id && tree.current?.querySelector<HTMLElement>(`[data-line="${CSS.escape(id)}"]`),
    ];
    if (!of || !line) return;
    const [inner, outer] = [line.getBoundingClientRect(), of.getBoundingClientRect()];
    if (inner.top < outer.top || inner.bottom > outer.bottom)
      of.scrollTop += inner.top - outer.top - of.clientHeight / 2;
  }, [tree, id]);
}

interface LineProps {
  readonly unit: OrganisationUnit;
  readonly depth: number;
  readonly isParent: boolean;
  readonly isOpen: boolean;
  readonly place: number;
  readonly of: number;
  readonly isChosen: boolean;
  readonly isActive: boolean;
  readonly isFound: boolean;
  readonly changes: readonly UnitChange[];
  readonly onWalk: (id: string) => void;
}

/** One unit; drawn again only when something of it changed, for there may be thousands. */
const Line = memo(function Line({ unit, depth, isParent, isOpen, isChosen, isActive, onWalk, ...line }: LineProps) {
  const staffing = useStaffingWords();
  return (
    <li
      role="treeitem"
      data-line={unit.id}
      data-found={line.isFound}
      aria-level={depth + 1}
      aria-posinset={line.place}
      aria-setsize={line.of}
      aria-selected={isChosen}
      {...(isParent ? { 'aria-expanded': isOpen } : {})}
      tabIndex={isActive ? 0 : -1}
      style={{ paddingInlineStart: `${8 + depth * 16}px` }}
      onFocus={() => onWalk(unit.id)}
      onClick={() => pushUrlQuery({ unit: unit.id })}
    >
      <span
        className="org-twist"
        aria-hidden="true"
        onClick={(event) => {
          if (!isParent) return;
          event.stopPropagation();
          turn(unit.id, !isOpen);
        }}
      >
        {isParent && (isOpen ? '−' : '+')}
      </span>
      <span>
        <Recorded>{nameOf(unit)}</Recorded> <Tags unit={unit} changes={line.changes} />
        <span className="org-line-staffing muted">{staffing(unit)}</span>
      </span>
    </li>
  );
});
