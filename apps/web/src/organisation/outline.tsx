import { type KeyboardEvent, useEffect, useMemo, useRef, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { useLanguage } from '../language/use-language';
import { Recorded } from '../lineage/recorded';
import { pushUrlQuery, replaceUrlQuery } from '../shell/url';
import type { Chart } from './chart-of';
import { nameOf } from './forest';
import type { UnitChange } from './organisation.queries';
import { type OrganisationView, turned } from './organisation-view';
import { deedOf, type OutlineRow, outlineRows } from './outline-keys';
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
  const press = (event: KeyboardEvent) => {
    if (active === null || event.ctrlKey || event.altKey || event.metaKey) return;
    const deed = deedOf(rows, active, event.key, dir);
    if (deed === null) return;
    event.preventDefault();
    if (deed.deed === 'go') setWalked(deed.id);
    else if (deed.deed === 'choose') pushUrlQuery({ unit: deed.id });
    else replaceUrlQuery(turned(view, deed.id, deed.deed === 'open'));
  };
  return (
    <ul className="org-outline" role="tree" aria-label={t('outline')} ref={tree} onKeyDown={press}>
      {rows.map((row) => (
        <Line
          key={row.branch.unit.id}
          row={row}
          view={view}
          isActive={row.branch.unit.id === active}
          isFound={chart.found.has(row.branch.unit.id)}
          changes={chart.marks.get(row.branch.unit.id) ?? []}
          onWalk={setWalked}
        />
      ))}
    </ul>
  );
}

/** The keyboard's place follows the walk, and never leaves another part of the page by itself. */
function useFocusOn(tree: React.RefObject<HTMLUListElement | null>, id: string | null): void {
  useEffect(() => {
    if (id === null || !tree.current?.contains(document.activeElement)) return;
    tree.current.querySelector<HTMLElement>(`[data-line="${CSS.escape(id)}"]`)?.focus();
  }, [tree, id]);
}

interface LineProps {
  readonly row: OutlineRow;
  readonly view: OrganisationView;
  readonly isActive: boolean;
  readonly isFound: boolean;
  readonly changes: readonly UnitChange[];
  readonly onWalk: (id: string) => void;
}

function Line({ row: { branch, isOpen, place, of }, view, isActive, isFound, changes, onWalk }: LineProps) {
  const staffing = useStaffingWords();
  const { unit, depth, children } = branch;
  return (
    <li
      role="treeitem"
      data-line={unit.id}
      data-found={isFound}
      aria-level={depth + 1}
      aria-posinset={place}
      aria-setsize={of}
      aria-selected={view.unit === unit.id}
      {...(children.length > 0 ? { 'aria-expanded': isOpen } : {})}
      tabIndex={isActive ? 0 : -1}
      style={{ paddingInlineStart: `${8 + depth * 16}px` }}
      onFocus={() => onWalk(unit.id)}
      onClick={() => pushUrlQuery({ unit: unit.id })}
    >
      <span
        className="org-twist"
        aria-hidden="true"
        onClick={(event) => {
          if (children.length === 0) return;
          event.stopPropagation();
          replaceUrlQuery(turned(view, unit.id, !isOpen));
        }}
      >
        {children.length > 0 && (isOpen ? '−' : '+')}
      </span>
      <span>
        <Recorded>{nameOf(unit)}</Recorded> <Tags unit={unit} changes={changes} />
        <span className="org-line-staffing muted">{staffing(unit)}</span>
      </span>
    </li>
  );
}
