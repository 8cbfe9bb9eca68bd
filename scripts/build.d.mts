/** Resolves once dist/ matches the sources; rejects with the name of the part that did not build. */
export function ensureBuilt(options?: { quiet?: boolean }): Promise<void>;
