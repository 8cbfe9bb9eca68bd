const KEPT = 'cadre.record.keep';

/** Whether date, source and command are kept from one record to the next, as chosen on this machine; they are unless it was said. */
export const keepsForNext = (): boolean => localStorage.getItem(KEPT) !== 'no';

/** Remembers the choice, and answers it. */
export function keepForNext(keeps: boolean): boolean {
  localStorage.setItem(KEPT, keeps ? 'yes' : 'no');
  return keeps;
}
