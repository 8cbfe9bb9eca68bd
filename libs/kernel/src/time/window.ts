import { type CivilDate, isCivilDate } from './civil-date.js';
import { type Refusal, refuse } from '../refusal.js';

/**
 * When something became true, as far as the source says (design: fuzzy dates).
 * Both ends are inclusive civil dates; null is an open end. `phrase` keeps the source's wording
 * and is required whenever the two ends differ. An exact day has equal ends.
 */
export interface Window {
  readonly earliest: CivilDate | null;
  readonly latest: CivilDate | null;
  readonly phrase: string | null;
}

/** A window of one day. */
export function exactly(date: CivilDate, phrase: string | null = null): Window {
  return { earliest: date, latest: date, phrase };
}

/** A fuzzy window with the source's wording. */
export function between(earliest: CivilDate | null, latest: CivilDate | null, phrase: string): Window {
  return { earliest, latest, phrase };
}

/** Says whether a window is well formed, and which end or word is missing if it is not. */
export function checkWindow(window: Window, pointer = '/effective'): Refusal | null {
  for (const end of ['earliest', 'latest'] as const) {
    const date = window[end];
    if (date !== null && !isCivilDate(date)) {
      return refuse('DATE_NOT_READABLE', `"${String(date)}" is not a calendar day; write YYYY-MM-DD.`, {
        pointer: `${pointer}/${end}`,
      });
    }
  }
  const { earliest, latest, phrase } = window;
  if (earliest !== null && latest !== null && earliest > latest) {
    return refuse(
      'WINDOW_REVERSED',
      `The earliest date ${earliest} lies after the latest date ${latest}; swap or mend them.`,
      {
        pointer: `${pointer}/earliest`,
      },
    );
  }
  const isOneDay = earliest !== null && earliest === latest;
  if (!isOneDay && (phrase === null || phrase.trim() === '')) {
    return refuse(
      'WINDOW_WITHOUT_PHRASE',
      "A window of more than one day needs the source's own wording as its phrase.",
      {
        pointer: `${pointer}/phrase`,
      },
    );
  }
  return null;
}

/** True when `inner` lies within `outer` and is smaller than it. */
export function isNarrower(inner: Window, outer: Pick<Window, 'earliest' | 'latest'>): boolean {
  const startsInside = outer.earliest === null || (inner.earliest !== null && inner.earliest >= outer.earliest);
  const endsInside = outer.latest === null || (inner.latest !== null && inner.latest <= outer.latest);
  return startsInside && endsInside && (inner.earliest !== outer.earliest || inner.latest !== outer.latest);
}
