/**
 * What time.md says, by brute force and nothing else: every permutation of the entries, every day each can have happened
 * on. Written apart from the kernel, whose short cuts it checks; takes days as small numbers, for few entries only.
 */
export interface OracleEntry {
  readonly id: string;
  /** Place in line: smaller comes first where nothing else decides. No two are equal. */
  readonly rank: number;
  /** First and last possible day as told. */
  readonly from: number;
  readonly to: number;
  readonly precedes: readonly string[];
}

/** The legal permutation that has the smallest ranks first; null when no permutation is legal. */
export function smallestOrder(entries: readonly OracleEntry[]): readonly OracleEntry[] | null {
  const legal = permutations(entries).filter(isLegal);
  const isSmaller = (one: readonly OracleEntry[], other: readonly OracleEntry[]): boolean => {
    const differs = one.findIndex((entry, i) => entry.rank !== other[i]!.rank);
    return differs >= 0 && one[differs]!.rank < other[differs]!.rank;
  };
  return legal.reduce<readonly OracleEntry[] | null>((best, one) => (!best || isSmaller(one, best) ? one : best), null);
}

/** Every way to give each entry of an order one of its days such that no entry happens before the one in front of it. */
export function assignments(order: readonly OracleEntry[]): readonly (readonly number[])[] {
  let ways: number[][] = [[]];
  for (const { from, to } of order) {
    const days = Array.from({ length: to - from + 1 }, (_, i) => from + i);
    ways = ways.flatMap((way) =>
      days.filter((day) => way.every((before) => before <= day)).map((day) => [...way, day]),
    );
  }
  return ways;
}

/** The numbers of entries that can have happened by the end of a day, each once, from the least. */
export function possibleNumbers(ways: readonly (readonly number[])[], day: number): readonly number[] {
  const numbers = ways.map((way) => way.filter((happened) => happened <= day).length);
  return [...new Set(numbers)].sort((a, b) => a - b);
}

/** A record as the log has it: what it takes back, and what it tells anew. */
export interface OracleRecord {
  readonly id: string;
  readonly recordedAt: string;
  readonly retracts: string | null;
  readonly retells: string | null;
}

/** Ids of the records that count at a moment, straight from the definition. A clock that went back hides nothing already known. */
export function counting(records: readonly OracleRecord[], moment: string): readonly string[] {
  const known = records.filter((_, i) => records.slice(0, i + 1).every((before) => before.recordedAt <= moment));
  const counts = (id: string): boolean => !known.some((other) => other.retracts === id && counts(other.id));
  return known.filter(({ id, retracts }) => retracts === null && counts(id)).map(({ id }) => id);
}

/** Place in the log of the first telling a record goes back to. */
export function rootPlace(records: readonly OracleRecord[], id: string): number {
  const place = records.findIndex((record) => record.id === id);
  const { retells } = records[place]!;
  return retells === null ? place : rootPlace(records, retells);
}

function permutations(entries: readonly OracleEntry[]): readonly (readonly OracleEntry[])[] {
  if (entries.length === 0) return [[]];
  return entries.flatMap((first) => permutations(entries.filter((it) => it !== first)).map((rest) => [first, ...rest]));
}

function isLegal(order: readonly OracleEntry[]): boolean {
  return order.every((later, i) =>
    order.slice(0, i).every((sooner) => !(later.to < sooner.from) && !later.precedes.includes(sooner.id)),
  );
}
