import { type Output } from './output.js';

const EVERY_MS = 1_000;

/** Says how far long work has come, once a second at most: short work says nothing. */
export function createProgress<T>(output: Output, say: (progress: T) => string): (progress: T) => void {
  let saidAt = Date.now();
  return (progress) => {
    if (Date.now() - saidAt < EVERY_MS) return;
    saidAt = Date.now();
    output.note(say(progress));
  };
}
