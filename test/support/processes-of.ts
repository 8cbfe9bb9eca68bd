import { readdirSync, readFileSync } from 'node:fs';

/** Command lines of all processes of this machine that name a folder. */
export const processesOf = (folder: string): string[] =>
  readdirSync('/proc')
    .filter((name) => /^\d+$/.test(name))
    .flatMap((pid) => {
      try {
        return [readFileSync(`/proc/${pid}/cmdline`, 'utf8').replaceAll('\0', ' ')];
      } catch {
        return []; // ended since
      }
    })
    .filter((line) => line.includes(folder));
