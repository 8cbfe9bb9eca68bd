import { type CSSProperties, type RefObject, useEffect, useLayoutEffect, useMemo, useRef, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { useLanguage } from '../language/use-language';
import { replaceUrlQuery } from '../shell/url';
import type { Chart } from './chart-of';
import { layoutOf, type Part, seenIn } from './layout';
import type { OrganisationView } from './organisation-view';
import { zoomed } from './organisation-view';
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
  useInView(frame, view.unit);
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
            view={view}
            isOpen={chart.open.has(box.branch.unit.id)}
            isFound={chart.found.has(box.branch.unit.id)}
            changes={chart.marks.get(box.branch.unit.id) ?? []}
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

/** Brings a unit that was just chosen into view. */
function useInView(frame: RefObject<HTMLDivElement | null>, unitId: string | null): void {
  useEffect(() => {
    if (unitId === null) return;
    const box = frame.current?.querySelector(`[data-unit="${CSS.escape(unitId)}"]`);
    const of = frame.current;
    if (!box || !of) return;
    const [inner, outer] = [box.getBoundingClientRect(), of.getBoundingClientRect()];
    of.scrollBy(
      inner.left + inner.width / 2 - outer.left - outer.width / 2,
      inner.top + inner.height / 2 - outer.top - outer.height / 2,
    );
  }, [frame, unitId]);
}
