/** A name with what only looks different taken away: full-width forms, case, runs of white space. */
export function foldName(name: string): string {
  return name.normalize('NFKC').toLowerCase().replace(/\s+/g, ' ').trim();
}
