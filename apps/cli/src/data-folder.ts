import { type Cadre, inFolder, openCadre, readSettings, type Where } from '@cadre/composition';
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

/** Where a command works: the folder of --data, else where the settings say, else .cadre where it was called. */
export function whereOf({ data }: Options, environment: Surroundings['environment']): Where {
  return data === undefined ? readSettings(environment, '', 'cli') : inFolder(data);
}

/** True when there is a log; one that a server keeps is asked when it is needed. */
export function hasLog({ log }: Where): boolean {
  return log.engine !== 'sqlite' || holdsLog(log.folder);
}

function holdsLog(folder: string): boolean {
  return statSync(join(folder, 'log.sqlite'), { throwIfNoEntry: false })?.isFile() ?? false;
}

/** Refuses a folder that there is nothing to read in; nothing is made there. @throws Refused */
export function checkReadable(log: Where['log']): void {
  if (log.engine !== 'sqlite') return;
  const { folder } = log;
  const stat = statSync(folder, { throwIfNoEntry: false });
  if (!stat) throw new Refused(`There is no folder ${folder}; name the data folder with --data.`);
  if (!stat.isDirectory()) throw new Refused(`${folder} is not a folder; name the data folder with --data.`);
  if (!holdsLog(folder))
    throw new Refused(`The folder ${folder} holds no log of Cadre; name the data folder with --data.`);
}

/** Opens a log and what is kept of it, works with it, closes it again. @throws Refused */
export async function withCadre<T>(where: Where, work: (cadre: Cadre) => Promise<T>): Promise<T> {
  const cadre = await openCadre(where);
  try {
    return await work(cadre);
  } finally {
    await cadre.close();
  }
}

/** Opens a log to ask something of it: its tables are brought up to it first. @throws Refused */
export async function reading<T>(
  options: Options,
  { environment, output, signal }: Surroundings,
  ask: (cadre: Cadre) => T | Promise<T>,
): Promise<T> {
  const where = whereOf(options, environment);
  checkReadable(where.log);
  return withCadre(where, async (cadre) => {
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
