import { type CSSProperties, type RefObject, useEffect, useLayoutEffect, useMemo, useRef, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { useLanguage } from '../language/use-language';
import { replaceUrlQuery } from '../shell/url';
import type { Chart } from './chart-of';
import { branchesIn } from './forest';
import { BOX, type Box, layoutOf, type Part, seenIn } from './layout';
import { UNCHANGED } from './marks';
import { type OrganisationView, zoomed } from './organisation-view';
import { UnitBox } from './unit-box';
import { usePanning } from './use-panning';

/** So many boxes are drawn whether they are seen or not. */
const FEW = 300;

/** The chart as a picture that scrolls and zooms; the outline beside it says the same to keyboard and screen reader. */
export function Picture({ chart, view }: { chart: Chart; view: OrganisationView }) {
  const { t } = useTranslation('organisation');
  const { dir } = useLanguage();
  const frame = useRef<HTMLDivElement>(null);
  const layout = useMemo(() => layoutOf(chart.forest, chart.open, dir, chart.former), [chart, dir]);
  const scale = view.zoom / 100;
  const part = usePart(frame, scale);
  const seen = part === null || layout.boxes.length <= FEW ? layout : seenIn(layout, part);
  usePanning(frame);
  useWheelZoom(frame, view.zoom);
  const wanted = view.unit ?? [...branchesIn(chart.forest)].find(({ unit }) => chart.found.has(unit.id))?.unit.id;
  useInView(
    frame,
    layout.boxes.find(({ branch }) => branch.unit.id === wanted),
    scale,
  );
  return (
    <div className="org-picture" ref={frame} tabIndex={0} role="region" aria-label={t('picture')}>
      <svg
        aria-hidden="true"
        width={layout.width * scale}
        height={layout.height * scale}
        viewBox={`0 0 ${layout.width} ${layout.height}`}
        style={{ '--org-width': `${layout.width}px` } as CSSProperties}
      >
        {seen.edges.map(({ from, to, kind, path }) => (
          <path key={`${kind} ${from} ${to}`} className="org-edge" data-kind={kind} d={path} />
        ))}
        {seen.boxes.map((box) => (
          <UnitBox
            key={box.branch.unit.id}
            box={box}
            isChosen={view.unit === box.branch.unit.id}
            isOpen={chart.open.has(box.branch.unit.id)}
            isFound={chart.found.has(box.branch.unit.id)}
            changes={chart.marks.get(box.branch.unit.id) ?? UNCHANGED}
          />
        ))}
      </svg>
    </div>
  );
}

/** The part of the picture within its frame, with as much again around it; null while it is printed, which shows all. */
function usePart(frame: RefObject<HTMLDivElement | null>, scale: number): Part | null {
  const [part, setPart] = useState<Part | null>({ x: 0, y: 0, width: 2_000, height: 2_000 });
  useLayoutEffect(() => {
    const of = frame.current;
    if (!of) return;
    const look = (): void => {
      const { scrollTop, scrollLeft, clientWidth, clientHeight, scrollWidth } = of;
      // From right to left, the scroller counts down from zero.
      const left = scrollLeft < 0 ? scrollWidth - clientWidth + scrollLeft : scrollLeft;
      const [width, height] = [clientWidth / scale, clientHeight / scale];
      setPart({ x: left / scale - width, y: scrollTop / scale - height, width: 3 * width, height: 3 * height });
    };
    const all = (): void => setPart(null);
    const watched = new ResizeObserver(look);
    watched.observe(of);
    of.addEventListener('scroll', look, { passive: true });
    window.addEventListener('beforeprint', all);
    window.addEventListener('afterprint', look);
    return () => {
      watched.disconnect();
      of.removeEventListener('scroll', look);
      window.removeEventListener('beforeprint', all);
      window.removeEventListener('afterprint', look);
    };
  }, [frame, scale]);
  return part;
}

/** The wheel zooms while Ctrl is held, as a pinch of two fingers does; without it, it scrolls. */
function useWheelZoom(frame: RefObject<HTMLDivElement | null>, zoom: number): void {
  useEffect(() => {
    const of = frame.current;
    if (!of) return;
    const turn = (event: WheelEvent): void => {
      if (!event.ctrlKey) return;
      event.preventDefault();
      replaceUrlQuery({ zoom: zoomed(zoom, event.deltaY < 0 ? 1 : -1) });
    };
    of.addEventListener('wheel', turn, { passive: false });
    return () => of.removeEventListener('wheel', turn);
  }, [frame, zoom]);
}

/** Brings a unit that was just chosen, or found first, to the middle of the frame. */
function useInView(frame: RefObject<HTMLDivElement | null>, wanted: Box | undefined, scale: number): void {
  const id = wanted?.branch.unit.id;
  const at = useRef({ wanted, scale });
  useEffect(() => {
    at.current = { wanted, scale };
  });
  useEffect(() => {
    const [of, box] = [frame.current, at.current.wanted];
    if (!of || !box) return;
    const left = (box.x + BOX.width / 2) * at.current.scale - of.clientWidth / 2;
    const top = (box.y + BOX.height / 2) * at.current.scale - of.clientHeight / 2;
    // From right to left, the scroller counts down from zero.
    const isMirrored = getComputedStyle(of).direction === 'rtl';
    of.scrollTo({ top, left: isMirrored ? left - of.scrollWidth + of.clientWidth : left });
  }, [frame, id]);
}
