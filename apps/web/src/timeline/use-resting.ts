import { useEffect, useLayoutEffect, useMemo, useRef, useState } from 'react';
import { replaceUrlQuery, type UrlChanges, useUrlQuery } from '../shell/url';

/** The address is written when nothing has moved for so long: browsers refuse to be told at every step. */
const REST_MS = 300;

/** How a value stands in the address. */
export interface InAddress<T> {
  readonly names: readonly string[];
  readonly read: (query: URLSearchParams) => T;
  readonly write: (value: T) => UrlChanges;
}

/** A value of the address that follows the hand at once, and the address once the hand rests. `at` is the same for good. */
export function useResting<T>(at: InAddress<T>): readonly [T, (next: (before: T) => T) => void] {
  const query = useUrlQuery();
  const text = textOf(at.names, (name) => query.get(name));
  const [held, setHeld] = useState<{ readonly value: T; readonly text: string | null } | null>(null);
  // What the address says changes with its text only.
  const told = useMemo(() => at.read(new URLSearchParams(window.location.search)), [at, text]); // oxlint-disable-line react-hooks/exhaustive-deps
  const isHeld = held !== null && (held.text === null || held.text === text);
  const value = isHeld ? held.value : told;
  const latest = useRef(value);
  const timer = useRef<ReturnType<typeof setTimeout>>(undefined);
  useLayoutEffect(() => {
    latest.current = value;
  }, [value]);
  useEffect(() => () => clearTimeout(timer.current), []);
  const change = (next: (before: T) => T) => {
    const wanted = next(latest.current);
    latest.current = wanted;
    setHeld({ value: wanted, text: null });
    clearTimeout(timer.current);
    timer.current = setTimeout(() => {
      const changes = at.write(wanted);
      setHeld({ value: wanted, text: textOf(at.names, (name) => changes[name] ?? null) });
      replaceUrlQuery(changes);
    }, REST_MS);
  };
  return [value, change];
}

function textOf(names: readonly string[], valueOf: (name: string) => string | null): string {
  return JSON.stringify(names.map(valueOf));
}
