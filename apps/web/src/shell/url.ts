import { navigate, useSearch } from 'wouter/use-browser-location';

/** The query part of the address, as a value that follows every push, back and forward. */
export function useUrlQuery(): URLSearchParams {
  return new URLSearchParams(useSearch());
}

/** Names of the query (null removes one) and what they become. */
export type UrlChanges = Readonly<Record<string, string | null>>;

/** Changes the query part and adds a step to the history, so the back button undoes it. */
export function pushUrlQuery(changes: UrlChanges): void {
  changeUrlQuery(changes, false);
}

/** The same without a step of its own: for what moves by itself, or follows the hand. */
export function replaceUrlQuery(changes: UrlChanges): void {
  changeUrlQuery(changes, true);
}

function changeUrlQuery(changes: UrlChanges, replace: boolean): void {
  const { pathname, search, hash } = window.location;
  const query = changed(search, changes);
  if (query === new URLSearchParams(search).toString()) return;
  navigate(`${pathname}${query && `?${query}`}${hash}`, { replace });
}

/** What of an address goes along to every other view: the two dates and the language. */
const KEPT = ['validOn', 'knownAt', 'lang'];

/** The address of another view for the same two dates, in the same language; `changes` come on top. */
export function addressOf(path: string, query: URLSearchParams, changes: UrlChanges = {}): string {
  const kept = new URLSearchParams([...query].filter(([name]) => KEPT.includes(name)));
  const text = changed(kept.toString(), changes);
  return text ? `${path}?${text}` : path;
}

function changed(search: string, changes: UrlChanges): string {
  const query = new URLSearchParams(search);
  for (const [name, value] of Object.entries(changes)) {
    if (value === null) query.delete(name);
    else query.set(name, value);
  }
  return query.toString();
}
