/** How many letters may be wrong in a name that is still recognised. */
const MOST_WRONG = 3;

/** The name somebody probably meant; null when none is near. */
export function nearest(written: string, names: readonly string[]): string | null {
  const ranked = names.map((name) => ({ name, wrong: editDistance(written, name) })).sort((a, b) => a.wrong - b.wrong);
  const best = ranked[0];
  return best !== undefined && best.wrong <= MOST_WRONG ? best.name : null;
}

/** Letters to add, drop or replace to make one word of the other (Levenshtein). */
function editDistance(from: string, to: string): number {
  let row = Array.from({ length: to.length + 1 }, (_, i) => i);
  for (const [i, letter] of from.split('').entries()) {
    const next = [i + 1];
    for (const [j, other] of to.split('').entries()) {
      next.push(Math.min(row[j]! + (letter === other ? 0 : 1), row[j + 1]! + 1, next[j]! + 1));
    }
    row = next;
  }
  return row.at(-1)!;
}
