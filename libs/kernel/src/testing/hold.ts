import fc from 'fast-check';

/**
 * Asserts a property over many random cases. CADRE_SEED repeats a run; without it every run is a new one. The seed and
 * the smallest failing case stand in the message of a failure.
 */
export function hold<T>(property: fc.IAsyncProperty<T>, numRuns: number): Promise<void>;
export function hold<T>(property: fc.IProperty<T>, numRuns: number): void;
export function hold<T>(property: fc.IProperty<T> | fc.IAsyncProperty<T>, numRuns: number): void | Promise<void> {
  const seed = process.env['CADRE_SEED'];
  return fc.assert(property as fc.IProperty<T>, seed === undefined ? { numRuns } : { numRuns, seed: Number(seed) });
}

/** Compares two plain values, far faster than a matcher, and counts the comparisons. */
export class Checks {
  count = 0;

  equal(actual: unknown, expected: unknown, what: string): void {
    this.count++;
    if (actual === expected) return;
    const [a, e] = [JSON.stringify(actual), JSON.stringify(expected)];
    if (a !== e) throw new Error(`${what}: got ${a}, but by the definition ${e}`);
  }
}
