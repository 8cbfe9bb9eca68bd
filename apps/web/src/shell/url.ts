import { useSyncExternalStore } from 'react';

/** The query part of the address, as a value that follows every push, back and forward. */
export function useUrlQuery(): URLSearchParams {
  const search = useSyncExternalStore(subscribe, () => window.location.search);
  return new URLSearchParams(search);
}

/** Changes the query part (null removes a name) and adds a step to the history, so the back button undoes it. */
export function pushUrlQuery(changes: Readonly<Record<string, string | null>>): void {
  const query = changed(window.location.search, changes);
  if (query === new URLSearchParams(window.location.search).toString()) return;
  window.history.pushState(null, '', `${window.location.pathname}${query && `?${query}`}${window.location.hash}`);
  window.dispatchEvent(new PopStateEvent('popstate'));
}

function changed(search: string, changes: Readonly<Record<string, string | null>>): string {
  const query = new URLSearchParams(search);
  for (const [name, value] of Object.entries(changes)) {
    if (value === null) query.delete(name);
    else query.set(name, value);
  }
  return query.toString();
}

function subscribe(onMove: () => void): () => void {
  window.addEventListener('popstate', onMove);
  return () => window.removeEventListener('popstate', onMove);
}
