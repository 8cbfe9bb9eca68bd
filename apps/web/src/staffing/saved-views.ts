import { useSyncExternalStore } from 'react';
import { queryOf, type StaffingView, viewIn } from './view';

/** A view of the staffing table kept under a name in this browser. It says nothing of the two dates. */
export interface SavedView {
  readonly name: string;
  readonly query: string;
}

const KEPT = 'cadre.staffing.views';
const MOST_LETTERS = 60;
const listeners = new Set<() => void>();

/** Where views are kept: the browser's own store, or a test's. */
export type Store = Pick<Storage, 'getItem' | 'setItem'>;

/** The views kept, in the order in which they were first saved; what cannot be read is none. */
export function savedIn(store: Store): readonly SavedView[] {
  try {
    const kept: unknown = JSON.parse(store.getItem(KEPT) ?? '[]');
    return Array.isArray(kept) ? kept.filter(isSavedView) : [];
  } catch {
    return [];
  }
}

function isSavedView(it: unknown): it is SavedView {
  const { name, query } = (it ?? {}) as Partial<SavedView>;
  return typeof name === 'string' && typeof query === 'string';
}

/** Keeps a view under a name; one of the same name is replaced. A name without letters keeps nothing. */
export function saveIn(store: Store, name: string, view: StaffingView): void {
  const named = { name: tidy(name), query: textOf(view) };
  if (named.name === '') return;
  const kept = savedIn(store);
  const isThere = kept.some((it) => it.name === named.name);
  write(store, isThere ? kept.map((it) => (it.name === named.name ? named : it)) : [...kept, named]);
}

/** Gives a view another name, unless it is one of another view, or none. */
export function renameIn(store: Store, from: string, to: string): void {
  const kept = savedIn(store);
  const name = tidy(to);
  if (name === '' || kept.some((it) => it.name === name)) return;
  write(
    store,
    kept.map((it) => (it.name === from ? { ...it, name } : it)),
  );
}

/** Forgets a view. */
export function removeIn(store: Store, name: string): void {
  write(
    store,
    savedIn(store).filter((it) => it.name !== name),
  );
}

const tidy = (name: string): string => name.trim().slice(0, MOST_LETTERS);

/** A view as a query, always in the same order, on its first page. */
export function textOf(view: StaffingView): string {
  const said = Object.entries(queryOf({ ...view, page: 1 })).filter((it): it is [string, string] => it[1] !== null);
  return new URLSearchParams(said).toString();
}

/** What a saved view asks of the address. */
export const viewOf = ({ query }: SavedView): StaffingView => viewIn(new URLSearchParams(query));

function write(store: Store, views: readonly SavedView[]): void {
  store.setItem(KEPT, JSON.stringify(views));
  for (const listener of listeners) listener();
}

/** The views kept in this browser, kept up to date, in other windows as well. */
export function useSavedViews(): readonly SavedView[] {
  const text = useSyncExternalStore(subscribe, () => localStorage.getItem(KEPT));
  return text === null ? [] : savedIn({ getItem: () => text, setItem: () => undefined });
}

function subscribe(listener: () => void): () => void {
  listeners.add(listener);
  window.addEventListener('storage', listener);
  return () => {
    listeners.delete(listener);
    window.removeEventListener('storage', listener);
  };
}
