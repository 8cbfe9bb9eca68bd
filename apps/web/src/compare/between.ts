/** Two known moments, the earlier one first; null is now. */
export interface Between {
  readonly after: string;
  readonly until: string | null;
}

/** Two known dates of the address in the order of time; null is now. */
export function inOrder(one: string | null, other: string | null): Between {
  const [first, second] = [one, other].toSorted((x, y) => (endOf(x) < endOf(y) ? -1 : 1));
  return { after: first ?? new Date().toISOString(), until: second ?? null };
}

/** The last instant a known date stands for: of a day its end; now is after all of them. */
function endOf(known: string | null): string {
  if (known === null) return '9999-12-31';
  return known.length === 10 ? `${known}T23:59:59.999Z` : known;
}
