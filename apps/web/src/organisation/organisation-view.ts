import { isDay } from '../dates/civil-date';
import { replaceUrlQuery, useUrlQuery } from '../shell/url';

/** Everything a reader has chosen about the chart, as the address says it. */
export interface OrganisationView {
  /** The unit looked at. */
  readonly unit: string | null;
  readonly search: string;
  /** Opened and shut by hand, whatever is so by itself. */
  readonly opened: ReadonlySet<string>;
  readonly shut: ReadonlySet<string>;
  /** In hundredths. */
  readonly zoom: number;
  readonly compareOn: string | null;
  readonly compareKnown: string | null;
}

export const ZOOMS = [25, 50, 75, 100, 150, 200] as const;
const USUAL_ZOOM = 100;

/** Reads the view off an address; what cannot be read counts as not said. */
export function organisationView(query: URLSearchParams): OrganisationView {
  const zoom = Number(query.get('zoom'));
  return {
    unit: query.get('unit'),
    search: query.get('search') ?? '',
    opened: setIn(query.get('opened')),
    shut: setIn(query.get('shut')),
    zoom: ZOOMS.find((it) => it === zoom) ?? USUAL_ZOOM,
    compareOn: dayIn(query.get('compareOn')),
    compareKnown: dayIn(query.get('compareKnown')),
  };
}

export function useOrganisationView(): OrganisationView {
  return organisationView(useUrlQuery());
}

const setIn = (text: string | null): ReadonlySet<string> => new Set(text?.split(',').filter(Boolean));

const dayIn = (text: string | null): string | null => (text !== null && isDay(text) ? text : null);

/** Opens or shuts a unit by hand. */
export function turn(id: string, toOpen: boolean): void {
  replaceUrlQuery(turned(organisationView(new URLSearchParams(window.location.search)), id, toOpen));
}

/** What the address becomes when a unit is opened or shut by hand. */
export function turned({ opened, shut }: Pick<OrganisationView, 'opened' | 'shut'>, id: string, toOpen: boolean) {
  const [into, outOf] = toOpen ? [opened, shut] : [shut, opened];
  const [more, fewer] = [new Set(into).add(id), new Set([...outOf].filter((it) => it !== id))];
  return { opened: listed(toOpen ? more : fewer), shut: listed(toOpen ? fewer : more) };
}

function listed(ids: ReadonlySet<string>): string | null {
  return ids.size === 0 ? null : [...ids].toSorted().join(',');
}

/** The next step of zoom; null for the usual one. */
export function zoomed(zoom: number, steps: 1 | -1): string | null {
  const at = ZOOMS.findIndex((it) => it === zoom) + steps;
  const next = ZOOMS[Math.min(Math.max(at, 0), ZOOMS.length - 1)]!;
  return next === USUAL_ZOOM ? null : String(next);
}
