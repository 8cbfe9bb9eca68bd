import { pushUrlQuery, useUrlQuery } from '../shell/url';

/** The two dates of a question as they stand in the address; null means now. */
export interface AsOfDates {
  /** Civil date: true in the world on that day. */
  readonly validOn: string | null;
  /** Civil date (the end of that day) or instant: as known then. */
  readonly knownAt: string | null;
}

export function useAsOfDates(): AsOfDates {
  const query = useUrlQuery();
  return { validOn: query.get('validOn'), knownAt: query.get('knownAt') };
}

export function goTo(dates: Partial<AsOfDates>): void {
  pushUrlQuery({ ...dates });
}
