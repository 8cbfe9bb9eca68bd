import type { PromiseAnswer } from '../api/client';

/** What ordering commitments needs to know of one. */
export type Due = Pick<PromiseAnswer, 'statuses' | 'overdue' | 'overdueFrom'>;

/** A promise counts as open while one of its possible states is. */
const SETTLED = new Set(['met', 'missed', 'dropped']);

function isOpen({ statuses }: Pick<Due, 'statuses'>): boolean {
  return statuses.some((it) => !SETTLED.has(it));
}

/** Open before settled, then by the day each counts as overdue; without such a day last. */
export function byDueDate<P extends Due>(promises: readonly P[]): readonly P[] {
  return promises.toSorted((a, b) => rank(a).localeCompare(rank(b)));
}

/** The first day after `validOn` on which open promises become overdue, and which; null when there is none. */
export function nextOverdue<P extends Due>(
  promises: readonly P[],
  validOn: string,
): { readonly on: string; readonly promises: readonly P[] } | null {
  const ahead = promises.filter((it) => isOpen(it) && it.overdueFrom !== null && it.overdueFrom > validOn);
  const on = ahead.map((it) => it.overdueFrom ?? '').toSorted()[0];
  return on === undefined ? null : { on, promises: ahead.filter((it) => it.overdueFrom === on) };
}

function rank(promise: Due): string {
  return `${isOpen(promise) ? 0 : 1} ${promise.overdueFrom ?? 'undated'}`;
}
