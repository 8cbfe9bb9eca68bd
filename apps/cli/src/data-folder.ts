import { type Cadre, inFolder, openCadre } from '@cadre/composition';
import { ALL_SHARES, dayOf } from '@cadre/kernel';
import { type AsOfDates, leastCheckpoint } from '@cadre/read-models';
import { statSync } from 'node:fs';
import { join } from 'node:path';
import { type Options } from './arguments/options.js';
import { type Surroundings } from './command-shape.js';

/** A sentence for whoever called: the program says it and ends with exit code 1. */
export class Refused extends Error {
  override readonly name = 'Refused';
}

/** How long the tables may stand still while they catch up before it is said, in ms. */
const STEP_MS = 2_000;

/** The data folder a command is for: --data, else CADRE_DATA, else .cadre where it was called. */
export function folderOf({ data }: Options, environment: Surroundings['environment']): string {
  return data ?? (environment['CADRE_DATA'] || '.cadre');
}

/** True when a folder holds a log. */
export function hasLog(folder: string): boolean {
  return statSync(join(folder, 'log.sqlite'), { throwIfNoEntry: false })?.isFile() ?? false;
}

/** Refuses a folder that there is nothing to read in; nothing is made there. @throws Refused */
function checkReadable(folder: string): void {
  const stat = statSync(folder, { throwIfNoEntry: false });
  if (!stat) throw new Refused(`There is no folder ${folder}; name the data folder with --data.`);
  if (!stat.isDirectory()) throw new Refused(`${folder} is not a folder; name the data folder with --data.`);
  if (!hasLog(folder))
    throw new Refused(`The folder ${folder} holds no log of Cadre; name the data folder with --data.`);
}

/** Opens a folder that holds a log, works with it, closes it again. @throws Refused */
export async function withCadre<T>(folder: string, work: (cadre: Cadre) => Promise<T>): Promise<T> {
  const cadre = await openCadre(inFolder(folder));
  try {
    return await work(cadre);
  } finally {
    await cadre.close();
  }
}

/** Opens a folder to ask it something: its tables are brought up to the log first. @throws Refused */
export async function reading<T>(
  options: Options,
  { environment, output, signal }: Surroundings,
  ask: (cadre: Cadre) => T | Promise<T>,
): Promise<T> {
  const folder = folderOf(options, environment);
  checkReadable(folder);
  return withCadre(folder, async (cadre) => {
    await catchUp(cadre, signal, (text) => output.note(text));
    return ask(cadre);
  });
}

/** The two dates of a question: --valid-on, else today; --known-at, else now. */
export function datesOf({ environment: { clock } }: Cadre, options: Options): AsOfDates {
  const now = clock.now();
  return { validOn: options['valid-on'] ?? dayOf(now), knownAt: options['known-at']?.instant ?? now };
}

/** Tells the tables what the log holds beyond them, beside whoever else does. */
async function catchUp(cadre: Cadre, signal: AbortSignal, note: (text: string) => void): Promise<void> {
  const head = await cadre.environment.log.head();
  if (!head) return;
  const stop = new AbortController();
  const following = cadre.followTables(AbortSignal.any([signal, stop.signal]));
  try {
    while (!(await cadre.progress.waitFor(head.position, STEP_MS))) {
      signal.throwIfAborted();
      const trouble = cadre.trouble();
      if (trouble !== null) throw new Refused(`The tables cannot be brought up to the log: ${trouble}.`);
      const { position } = await leastCheckpoint(cadre.tables, ALL_SHARES);
      note(`bringing the tables up to the log: ${position} of ${head.position}`);
    }
  } finally {
    stop.abort();
    await following;
  }
}
