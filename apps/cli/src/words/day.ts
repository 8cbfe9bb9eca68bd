import type { AsOf } from '@cadre/contract';
import { sayWindow } from '@cadre/kernel';

/** "True on 25 October 2007, as known at 2007-12-31T23:59:59.999Z (log position 251)." */
export function sayAsOf({ validOn, knownAt, position }: AsOf): string {
  return `True on ${sayDay(validOn)}, as known at ${knownAt} (log position ${position}).`;
}

/** "25 October 2007" */
export const sayDay = (day: string): string => sayWindow({ earliest: day, latest: day });
