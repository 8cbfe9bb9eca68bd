import { pushUrlQuery, useUrlQuery } from '../shell/url';
import { isDay, isMoment } from './civil-date';

/** The two dates of a question as they stand in the address; null means now. */
export interface AsOfDates {
  /** Civil date: true in the world on that day. */
  readonly validOn: string | null;
  /** Civil date (the end of that day) or instant: as known then. */
  readonly knownAt: string | null;
}

export function useAsOfDates(): AsOfDates {
  const query = useUrlQuery();
  // An empty date in the address is the same as none.
  return { validOn: query.get('validOn') || null, knownAt: query.get('knownAt') || null };
}

/** The dates of the address that stand there more than once; the first of them counts. */
export function useRepeatedDates(): ReadonlySet<string> {
  const query = useUrlQuery();
  return new Set(['validOn', 'knownAt'].filter((name) => query.getAll(name).length > 1));
}

/** The dates that cannot be read. While there are any, nothing can be asked. */
export function unreadable({ validOn, knownAt }: AsOfDates): ReadonlySet<string> {
  const found = new Set<string>();
  if (validOn !== null && !isDay(validOn)) found.add('validOn');
  if (knownAt !== null && !isDay(knownAt) && !isMoment(knownAt)) found.add('knownAt');
  return found;
}

export function goTo(dates: Partial<AsOfDates>): void {
  pushUrlQuery({ ...dates });
}
